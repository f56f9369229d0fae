import {describe, expect, it} from 'vitest';
import type {StopOrder} from '../data';
import {nextOf, usedBy} from './next';

const ORDER: StopOrder = {
  id: 'a',
  state: 'STOPPED',
  purpose: 'SUSPECT_ACCOUNT',
  accountNumber: '9900010000000018',
  ordinal: 'FIRST',
  extension: 'NOT_REQUESTED',
};

describe('what comes next', () => {
  it.each([
    [{}, 'extend'],
    [{extension: 'REFUSED_BY_BANK'}, 'extend'],
    [{extension: 'REQUESTED'}, 'asked'],
    [{extension: 'GRANTED'}, 'last'],
    [{ordinal: 'SECOND'}, 'last'],
    [{state: 'LAPSED'}, 'again'],
    [{state: 'RELEASED', layer: 1}, 'again'],
    [{state: 'LAPSED', layer: 2}, 'againMoved'],
    [{state: 'LAPSED', extension: 'GRANTED'}, 'over'],
    [{state: 'LAPSED', extension: 'REQUESTED'}, 'asked'],
    [{state: 'RELEASED', ordinal: 'SECOND'}, 'over'],
    [{state: 'LAPSED', purpose: 'VICTIMS_OWN'}, 'own'],
    [{state: 'SENT'}, null],
    [{state: 'CONVERTED'}, null],
  ] as const)('of %o is %s', (change, next) => {
    const order = {...ORDER, ...change};
    expect(nextOf(order, [order, undefined])).toBe(next);
  });

  it('counts the other orders of the case on the account', () => {
    const lapsed: StopOrder = {...ORDER, state: 'LAPSED'};
    const second: StopOrder = {...ORDER, id: 'b', ordinal: 'SECOND', state: 'LAPSED'};
    const elsewhere: StopOrder = {...second, accountNumber: '9900010000000026'};
    expect(usedBy(lapsed, [lapsed, second])).toBe(2);
    expect(usedBy(lapsed, [lapsed, elsewhere])).toBe(1);
    expect(nextOf(lapsed, [lapsed, second])).toBe('over');
    expect(nextOf(lapsed, [lapsed, {...second, state: 'SENT'}])).toBe('newer');
  });
});
