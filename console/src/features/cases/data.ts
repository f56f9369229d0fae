import {useInfiniteQuery, useQueries, useQuery, useQueryClient} from '@tanstack/react-query';
import {useEffect, useRef} from 'react';
import {type Schema, answer, api} from '@/api/client';
import {type TaskMessage, tasksOf} from '@/shared/desk/tasks';
import {useLiveMessage} from '@/shared/live/useLive';

export type Case = Schema<'casefile.v1.Case'>;
export type CaseSummary = Schema<'casefile.v1.CaseSummary'>;
export type StopOrder = Schema<'freezing.v1.StopOrder'>;
export type OrderSummary = Schema<'freezing.v1.StopOrderSummary'>;
export type MoneyTrail = Schema<'freezing.v1.MoneyTrail'>;
export type Trace = Schema<'liaison.v1.Trace'>;

/** Orders whose details are shown; a case with more shows the first. */
export const ORDERS_SHOWN = 60;
const PULSE_MS = 2_500;

export function useCase(id: string) {
  return useQuery({
    queryKey: ['case', id],
    enabled: id !== '',
    queryFn: ({signal}) => answer(api.GET('/v1/cases/{id}', {params: {path: {id}}, signal})),
  });
}

async function listOrders(caseId: string, signal: AbortSignal): Promise<OrderSummary[]> {
  const all: OrderSummary[] = [];
  let pageToken = '';
  do {
    const page = await answer(api.GET('/v1/stopOrders', {params: {query: {caseId, pageSize: 100, pageToken}}, signal}));
    all.push(...(page.stopOrders ?? []));
    pageToken = page.nextPageToken ?? '';
  } while (pageToken !== '' && all.length < ORDERS_SHOWN * 2);
  return all.sort(
    (a, b) => (a.layer ?? 0) - (b.layer ?? 0) || (a.orderNumber ?? '').localeCompare(b.orderNumber ?? ''),
  );
}

/**
 * The case's orders, looked at every few seconds and at once when the unit's desk hears of this case. The list tells no
 * personal value, so looking often puts nothing into the audit log; what does is asked for again only where the list shows
 * a change.
 */
export function useOrders(caseId: string) {
  const queries = useQueryClient();
  const orders = useQuery({
    queryKey: ['orders', caseId],
    queryFn: ({signal}) => listOrders(caseId, signal),
    refetchInterval: PULSE_MS,
  });
  const seen = useRef('');
  useEffect(() => {
    const now = JSON.stringify(orders.data ?? null);
    if (orders.data && seen.current !== '' && seen.current !== now) {
      for (const key of ['case', 'order', 'trail']) void queries.invalidateQueries({queryKey: [key, caseId]});
    }
    if (orders.data) seen.current = now;
  }, [orders.data, queries, caseId]);
  useLiveMessage(tasksOf('UNIT_DESK'), (message: TaskMessage) => {
    if (message.task?.caseId === caseId) {
      for (const key of ['orders', 'case', 'order', 'trail', 'traces'])
        void queries.invalidateQueries({queryKey: [key, caseId]});
    }
  });
  return orders;
}

/** Each order in full, in the order of the summaries. */
export function useOrderDetails(
  caseId: string,
  summaries: readonly OrderSummary[],
): readonly (StopOrder | undefined)[] {
  return useQueries({
    queries: summaries.slice(0, ORDERS_SHOWN).map(({id = ''}) => ({
      queryKey: ['order', caseId, id],
      staleTime: 30_000,
      queryFn: ({signal}: {signal: AbortSignal}) =>
        answer(api.GET('/v1/stopOrders/{id}', {params: {path: {id}}, signal})),
    })),
    combine: (results) => results.map((each) => each.data),
  });
}

export function useTrail(caseId: string) {
  return useQuery({
    queryKey: ['trail', caseId],
    queryFn: ({signal}) => answer(api.GET('/v1/moneyTrails/{caseId}', {params: {path: {caseId}}, signal})),
  });
}

export function useTraces(caseId: string, ids: readonly string[]): readonly (Trace | undefined)[] {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['traces', caseId, id],
      refetchInterval: 10_000,
      queryFn: ({signal}: {signal: AbortSignal}) => answer(api.GET('/v1/traces/{id}', {params: {path: {id}}, signal})),
    })),
    combine: (results) => results.map((each) => each.data),
  });
}

/** All that is shown of a case is asked for again. */
export function useRefresh(caseId: string): () => void {
  const queries = useQueryClient();
  return () => {
    for (const key of ['case', 'orders', 'order', 'trail', 'traces'])
      void queries.invalidateQueries({queryKey: [key, caseId]});
  };
}

/** How a search looks for cases; a POST, so that no number stands in an address. */
export type SearchBy = 'accountNumber' | 'phone' | 'idNumber' | 'receiptNumber';

export interface ListQuery {
  readonly state: Schema<'casefile.v1.CaseState'> | '';
  readonly by: SearchBy;
  /** Empty: no search. */
  readonly text: string;
}

export function useCases({state, by, text}: ListQuery) {
  return useInfiniteQuery({
    queryKey: ['cases', state, by, text],
    initialPageParam: '',
    getNextPageParam: (page: {nextPageToken?: string}) => page.nextPageToken || undefined,
    queryFn: async ({pageParam: pageToken, signal}): Promise<{cases?: CaseSummary[]; nextPageToken?: string}> =>
      text === ''
        ? answer(api.GET('/v1/cases', {params: {query: {pageSize: 50, pageToken, ...(state ? {state} : {})}}, signal}))
        : answer(api.POST('/v1/cases:search', {body: {[by]: text, pageSize: 50, pageToken}, signal})),
  });
}
