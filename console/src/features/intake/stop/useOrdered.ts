import {type QueryClient, useQuery} from '@tanstack/react-query';
import {type Schema, answer, api} from '@/api/client';

type Case = Schema<'casefile.v1.Case'>;
type Reach = Schema<'casefile.v1.OrderReach'>;

/** The draft's case, once a stop has opened it. */
export function useOpenedCase(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId],
    enabled: caseId !== '',
    queryFn: ({signal}) => answer(api.GET('/v1/cases/{id}', {params: {path: {id: caseId}}, signal})),
    // Until every bank has spoken the state changes within seconds; after that the case page follows it.
    refetchInterval: ({state}) =>
      (state.data?.stopOrders ?? []).some((each) => !SETTLED.has(each.state ?? '')) ? 2_500 : false,
  });
}

const SETTLED = new Set(['STOPPED', 'MISMATCHED', 'FAILED', 'NOT_OURS', 'RECALLED', 'RELEASED', 'LAPSED', 'CONVERTED']);

/** Masked accounts that have an order of this case already. */
export function useOrdered(caseId: string): readonly string[] {
  return (useOpenedCase(caseId).data?.stopOrders ?? []).map((each) => each.maskedAccount ?? '');
}

/**
 * Keeps whom each order reached: the case forgets it with the first word of the order, and that word is only that it was
 * delivered. Whoever has to ring must see it until the bank has the order in hand.
 */
export function keepReach(queries: QueryClient, opened: Case): void {
  queries.setQueryData<Readonly<Record<string, Reach>>>(['reach', opened.id], (kept) => {
    const all = {...kept};
    for (const {stopOrder, reach} of opened.stopOrders ?? []) if (stopOrder && reach) all[stopOrder] = reach;
    return all;
  });
}

export function useKeptReach(caseId: string): Readonly<Record<string, Reach>> {
  return (
    useQuery<Readonly<Record<string, Reach>>>({
      queryKey: ['reach', caseId],
      enabled: false,
      gcTime: Infinity,
      queryFn: () => ({}),
    }).data ?? {}
  );
}
