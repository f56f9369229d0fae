import {describe, expect, it} from 'vitest';
import {instantOf, localOf, ownTime, ownZone} from './ownTime';

describe('an auditor’s own time', () => {
  it('is the machine’s, and said to be', () => {
    expect(ownZone()).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
    const noon = new Date(2026, 10, 22, 12, 0, 5);
    expect(ownTime(noon.toISOString())).toBe('2026-11-22 12:00:05');
    expect(ownTime(undefined)).toBe('—');
  });

  it('goes into a field and comes back', () => {
    const instant = instantOf('2026-11-22T12:00:05');
    expect(Date.parse(instant)).toBe(new Date(2026, 10, 22, 12, 0, 5).getTime());
    expect(localOf(instant)).toBe('2026-11-22T12:00:05');
    expect(instantOf('')).toBe('');
    expect(instantOf('nonsense')).toBe('');
    expect(localOf('')).toBe('');
  });
});
