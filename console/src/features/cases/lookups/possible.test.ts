import {describe, expect, test} from 'vitest';
import {possible} from './possible';

const BANK = 'b'.repeat(26);
const given = {given: true};

describe('what the station may do with a lookup', () => {
  test('nobody found to ask: name somebody, or take it back', () => {
    expect(possible({state: 'LOOKUP_ISSUED', institution: '', consent: given})).toEqual(['route', 'recall']);
  });

  test('on its way: take it back; without consent, put it on record', () => {
    expect(possible({state: 'LOOKUP_SENT', institution: BANK, consent: given})).toEqual(['recall']);
    expect(possible({state: 'LOOKUP_ACKNOWLEDGED', institution: BANK})).toEqual(['consent', 'recall']);
  });

  test('not to be told: by what is missing', () => {
    const unable = {state: 'LOOKUP_UNABLE', institution: BANK} as const;
    expect(possible({...unable, answer: {unableReason: 'PAYER_NOT_OURS'}, consent: given})).toEqual(['route', 'recall']);
    expect(possible({...unable, answer: {unableReason: 'CONSENT_MISSING'}})).toEqual(['consent', 'recall']);
  });

  test('passed on beyond the bounds: an officer decides; told, there is nothing to do', () => {
    expect(possible({state: 'LOOKUP_PASSED_ON', institution: BANK, next: 'LOOKUP_HELD_BACK', consent: given})).toEqual(['follow']);
    expect(possible({state: 'LOOKUP_TOLD', institution: BANK, consent: given})).toEqual([]);
    expect(possible({state: 'LOOKUP_RECALLED', institution: BANK})).toEqual([]);
  });
});
