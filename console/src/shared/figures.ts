import type {Schema} from '@/api/client';
import {type Fen, fenOf} from '@/shared/money';

/** One of the sums at the head of a case; its name is in `shared.json` under `sum`. */
export interface Figure {
  readonly key: 'loss' | 'held' | 'lost' | 'open';
  readonly name: 'loss' | 'held' | 'lost' | 'open' | 'contradicts';
  readonly fen: Fen;
}

/** Where a case's money is, in four figures. */
export function figuresOf(lossFen: string | undefined, sums: Schema<'freezing.v1.TrailSums'> | undefined): Figure[] {
  const open = fenOf(sums?.unexplainedFen);
  return [
    {key: 'loss', name: 'loss', fen: fenOf(lossFen)},
    {key: 'held', name: 'held', fen: fenOf(sums?.heldFen)},
    {key: 'lost', name: 'lost', fen: fenOf(sums?.cashFen) + fenOf(sums?.purchaseFen)},
    // Below zero nothing is open: answers contradict each other, and the money trail says which.
    open < 0n ? {key: 'open', name: 'contradicts', fen: -open} : {key: 'open', name: 'open', fen: open},
  ];
}
