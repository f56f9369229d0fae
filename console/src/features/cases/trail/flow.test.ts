import {describe, expect, it} from 'vitest';
import {contradictions, flow, share, sharesOf} from './flow';

const SUMS = {
  receivedFen: '5000000',
  heldFen: '1000000',
  cashFen: '500000',
  purchaseFen: '0',
  movedFen: '3000000',
  unexplainedFen: '500000',
};

describe('flow', () => {
  it('draws the victim, each account once, and where the trail ends', () => {
    const {nodes, edges} = flow({
      caseId: 'c',
      sums: SUMS,
      accounts: [
        {stopOrder: 'a', layer: 1, sums: SUMS},
        {stopOrder: 'b', layer: 2, sums: {receivedFen: '3000000', heldFen: '3000000'}},
      ],
      edges: [
        {fromStopOrder: 'a', outflow: 1, kind: 'TO_ACCOUNT', next: 'OPENED', toStopOrder: 'b', amountFen: '3000000'},
        {fromStopOrder: 'a', outflow: 2, kind: 'CASH', next: 'ENDS_HERE', amountFen: '500000'},
        {fromStopOrder: 'a', outflow: 3, kind: 'TO_ACCOUNT', next: 'WITHDRAWN', amountFen: '1'},
      ],
    });
    expect(nodes.map((each) => each.kind)).toEqual(['victim', 'account', 'account', 'cash']);
    expect(edges.map(({from, to, fen, kind}) => [from, to, fen, kind])).toEqual([
      ['victim', 'a', 5_000_000n, 'paid'],
      ['a', 'b', 3_000_000n, 'moved'],
      ['a', 'end a 2', 500_000n, 'lost'],
    ]);
  });

  it('shares what was received', () => {
    const shares = sharesOf(SUMS);
    expect(shares.held + shares.moved + shares.lost + shares.open).toBe(shares.received);
    expect(share(shares.moved, shares.received)).toBe(60);
    expect(share(1n, 0n)).toBe(0);
    expect(sharesOf({unexplainedFen: '-5'}).open).toBe(0n);
  });

  it('names the accounts of which more was told than can be, and how much more', () => {
    const wrong = {...SUMS, unexplainedFen: '-300000', heldFen: '1800000'};
    const found = contradictions({
      accounts: [
        {stopOrder: 'a', sums: SUMS},
        {stopOrder: 'b', sums: wrong},
      ],
    });
    expect(found.map(({account, told, surplus}) => [account.stopOrder, told, surplus])).toEqual([['b', 5_300_000n, 300_000n]]);
    expect(found[0]!.told - found[0]!.surplus).toBe(found[0]!.shares.received);
    expect(contradictions(undefined)).toEqual([]);
  });
});
