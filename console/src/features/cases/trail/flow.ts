import type {Schema} from '@/api/client';
import {type Fen, fenOf} from '@/shared/money';

type MoneyTrail = Schema<'freezing.v1.MoneyTrail'>;

/** What of an account's money is where, in shares of what it received. */
export interface Shares {
  readonly held: Fen;
  readonly moved: Fen;
  readonly lost: Fen;
  readonly open: Fen;
  readonly received: Fen;
}

export function sharesOf(sums: Schema<'freezing.v1.TrailSums'> | undefined): Shares {
  const open = fenOf(sums?.unexplainedFen);
  return {
    received: fenOf(sums?.receivedFen),
    held: fenOf(sums?.heldFen),
    moved: fenOf(sums?.movedFen),
    lost: fenOf(sums?.cashFen) + fenOf(sums?.purchaseFen),
    // Below zero answers contradict each other; nothing is open then.
    open: open < 0n ? 0n : open,
  };
}

/** An account of which banks have told more than can be: what it was told to hold and to have left is more than came. */
export interface Contradiction {
  readonly account: Schema<'freezing.v1.TrailAccount'>;
  readonly shares: Shares;
  /** What its own bank has accounted for. */
  readonly told: Fen;
  /** How much that is more than what the victim and other banks say came. */
  readonly surplus: Fen;
}

/** Where answers contradict each other: an unexplained sum below zero. */
export function contradictions(trail: MoneyTrail | undefined): Contradiction[] {
  return (trail?.accounts ?? []).flatMap((account) => {
    const surplus = -fenOf(account.sums?.unexplainedFen);
    if (surplus <= 0n) return [];
    const shares = sharesOf(account.sums);
    return [{account, shares, told: shares.held + shares.moved + shares.lost, surplus}];
  });
}

/** Per mille of a whole, for a bar; the whole is never nothing. */
export function share(part: Fen, whole: Fen): number {
  return whole <= 0n ? 0 : Number((part * 1000n) / whole) / 10;
}

export interface FlowNode {
  readonly id: string;
  readonly kind: 'victim' | 'account' | 'cash' | 'purchase' | 'heldBack';
  /** For an account. */
  readonly account?: Schema<'freezing.v1.TrailAccount'>;
  readonly fen: Fen;
}

export interface FlowEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly fen: Fen;
  readonly time: string;
  readonly kind: 'paid' | 'moved' | 'lost' | 'open';
}

const VICTIM = 'victim';

/** The trail as nodes and edges: the victim at the left, each account once, cash and purchases as ends. */
export function flow(trail: MoneyTrail): {nodes: FlowNode[]; edges: FlowEdge[]} {
  const accounts = trail.accounts ?? [];
  const nodes: FlowNode[] = [{id: VICTIM, kind: 'victim', fen: fenOf(trail.sums?.receivedFen)}];
  const edges: FlowEdge[] = [];
  const came = new Map<string, Fen>();
  for (const edge of trail.edges ?? []) {
    if (edge.toStopOrder) came.set(edge.toStopOrder, (came.get(edge.toStopOrder) ?? 0n) + fenOf(edge.amountFen));
  }
  for (const account of accounts) {
    const id = account.stopOrder ?? '';
    const received = fenOf(account.sums?.receivedFen);
    nodes.push({id, kind: 'account', account, fen: received});
    const paid = received - (came.get(id) ?? 0n);
    if (paid > 0n)
      edges.push({id: `${VICTIM} ${id}`, from: VICTIM, to: id, fen: paid, time: account.issueTime ?? '', kind: 'paid'});
  }
  for (const edge of trail.edges ?? []) {
    if (edge.next === 'WITHDRAWN') continue;
    const id = `${edge.fromStopOrder} ${edge.outflow}`;
    const fen = fenOf(edge.amountFen);
    const common = {id, from: edge.fromStopOrder ?? '', fen, time: edge.outflowTime ?? ''};
    if (edge.toStopOrder) {
      edges.push({...common, to: edge.toStopOrder, kind: 'moved'});
    } else {
      const kind = edge.kind === 'CASH' ? 'cash' : edge.kind === 'PURCHASE' ? 'purchase' : 'heldBack';
      nodes.push({id: `end ${id}`, kind, fen});
      edges.push({...common, to: `end ${id}`, kind: kind === 'heldBack' ? 'open' : 'lost'});
    }
  }
  const known = new Set(nodes.map((each) => each.id));
  return {nodes, edges: edges.filter((each) => known.has(each.from) && known.has(each.to))};
}
