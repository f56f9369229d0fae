import type {Schema} from '@/api/client';

export type Lookup = Schema<'freezing.v1.AccountQuery'>;

export type LookupAct = 'route' | 'consent' | 'follow' | 'recall';

/** What the station may do with a lookup in its state; the service has the last word. */
export function possible(lookup: Lookup): LookupAct[] {
  const acts: LookupAct[] = [];
  const {state, answer, consent, next} = lookup;
  const unable = state === 'LOOKUP_UNABLE';
  const waiting = state === 'LOOKUP_ISSUED' || state === 'LOOKUP_SENT' || state === 'LOOKUP_ACKNOWLEDGED';
  if ((waiting && !lookup.institution) || (unable && answer?.unableReason === 'PAYER_NOT_OURS')) acts.push('route');
  if (!consent?.given && (waiting || unable)) acts.push('consent');
  if (next === 'LOOKUP_HELD_BACK') acts.push('follow');
  if (waiting || unable) acts.push('recall');
  return acts;
}
