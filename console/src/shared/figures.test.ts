import {describe, expect, test} from 'vitest';
import {figuresOf} from './figures';

describe('the figures of a case', () => {
  test('what is cashed and spent is lost together', () => {
    const figures = figuresOf('5000000', {heldFen: '1000000', cashFen: '500000', purchaseFen: '20000', unexplainedFen: '3480000'});
    expect(figures.map(({name, fen}) => [name, fen])).toEqual([
      ['loss', 5_000_000n],
      ['held', 1_000_000n],
      ['lost', 520_000n],
      ['open', 3_480_000n],
    ]);
  });

  test('below zero nothing is open, but answers contradict each other', () => {
    expect(figuresOf('5000000', {unexplainedFen: '-300000'}).at(-1)).toEqual({key: 'open', name: 'contradicts', fen: 300_000n});
    expect(figuresOf(undefined, undefined).at(-1)).toEqual({key: 'open', name: 'open', fen: 0n});
  });
});
