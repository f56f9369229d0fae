import {describe, expect, it} from 'vitest';
import type {Cell} from '../draft/cell';
import {review} from './review';

const NOW = new Date('2026-11-22T14:12:30+08:00');

function cells(
  rows: Record<string, Record<string, string>>,
  change: Record<string, Partial<Cell>> = {},
): (path: string) => Cell {
  return (path) => {
    const [, row = '', name = ''] = /^transfers\[(\w+)\]\.(.+)$/.exec(path) ?? [];
    return {
      text: rows[row]?.[name] ?? '',
      version: '1',
      rivals: [],
      dirty: false,
      refused: '',
      pasted: false,
      ...change[path],
    };
  };
}

const ROW = {
  'payee.accountNumber': '9900 0100 0000 0007',
  'payee.accountName': '测试甲',
  amount: '5万',
  transferTime: '今天11:30 = 2026-11-22 11:30',
};

describe('review', () => {
  it('gathers the payments of one account, which then was typed twice', () => {
    const once = review(['a'], cells({a: ROW}), NOW);
    expect(once.accounts).toMatchObject([{grouped: '9900 0100 0000 0007', fen: 5_000_000n, byHand: true, doubts: []}]);
    const twice = review(['a', 'b'], cells({a: ROW, b: {...ROW, amount: '3万'}}), NOW);
    expect(twice.accounts).toMatchObject([{rows: ['a', 'b'], fen: 8_000_000n, byHand: false, doubts: []}]);
    expect(twice.fen).toBe(8_000_000n);
  });

  it('does not ask for what was pasted', () => {
    const path = 'transfers[a].payee.accountNumber';
    expect(review(['a'], cells({a: ROW}, {[path]: {pasted: true}}), NOW).accounts[0]?.byHand).toBe(false);
  });

  it('says what a payment lacks, and takes no guess', () => {
    const rows = {
      a: {...ROW, 'payee.accountNumber': '9900****0007'},
      b: {...ROW, amount: '5万3'},
      c: {...ROW, transferTime: '昨天中午'},
      d: {'payee.accountName': '测试收款人'},
    };
    expect(review(['a', 'b', 'c', 'd'], cells(rows), NOW)).toMatchObject({
      accounts: [],
      lacking: [
        {row: 'a', lacks: ['masked']},
        {row: 'b', lacks: ['amount']},
        {row: 'c', lacks: ['time']},
        {row: 'd', number: 4, lacks: ['number', 'amount', 'time']},
      ],
    });
  });

  it('asks nothing of a row that has not been begun, unless it is all there is', () => {
    expect(review(['a', 'b'], cells({a: {}, b: ROW}), NOW).lacking).toEqual([]);
    expect(review(['a'], cells({a: {}}), NOW).lacking).toMatchObject([{lacks: ['number', 'amount', 'time']}]);
  });

  it('stops nobody on whom two people disagree', () => {
    const rivals = [{text: '1'}, {text: '2'}];
    const path = 'transfers[a].payee.accountName';
    expect(review(['a'], cells({a: ROW}, {[path]: {rivals}}), NOW).lacking).toMatchObject([{lacks: ['rivals']}]);
  });

  it('asks once more about what is unusual', () => {
    const rows = {
      a: {
        ...ROW,
        'payer.accountNumber': '9900010000000007',
        amount: '200万',
        transferTime: '2026-11-06 11:30',
        'payee.accountName': '测*',
      },
      b: {...ROW, 'payee.accountNumber': '6222000000000000', 'payee.accountName': ''},
    };
    const found = review(['a', 'b'], cells(rows), NOW);
    expect(found.accounts.map((each) => each.doubts)).toEqual([
      ['payer', 'old', 'masked', 'large'],
      ['slip', 'noName'],
    ]);
    expect(review(['a', 'b'], cells({a: ROW, b: ROW}), NOW).accounts[0]?.doubts).toEqual(['twice']);
  });

  it('leaves out accounts that have an order already', () => {
    expect(review(['a'], cells({a: ROW}), NOW, ['CARD 990001****0007']).accounts).toEqual([]);
    expect(review(['a'], cells({a: ROW}), NOW, ['990001****0008', '990002****0007']).accounts).toHaveLength(1);
  });
});
