import {describe, expect, it} from 'vitest';
import {type Role, mayAskAttendance, mayAttend} from './session';

const of = (...roles: Role[]) => new Set(roles);

describe('a role', () => {
  it('asks for attendance only where it may', () => {
    expect(mayAskAttendance(of('station-officer', 'station-liaison', 'cyber-officer'))).toBe(false);
    expect(mayAskAttendance(of('station-officer', 'station-supervisor'))).toBe(true);
    expect(mayAskAttendance(of('bank-liaison'))).toBe(true);
  });

  it('keeps a desk only where it can be at one', () => {
    expect(mayAttend(of('cyber-officer'))).toBe(false);
    expect(mayAttend(of('station-officer'))).toBe(true);
    expect(mayAttend(of('administrator'))).toBe(false);
  });
});
