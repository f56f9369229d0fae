import {useInfiniteQuery, useQuery, useQueryClient} from '@tanstack/react-query';
import {useCallback} from 'react';
import {type Schema, answer, api} from '@/api/client';
import {type TaskMessage, tasksOf} from '@/shared/desk/tasks';
import {useLiveMessage} from '@/shared/live/useLive';
import type {Role} from '@/shared/session';

export type Case = Schema<'casefile.v1.Case'>;
export type CaseSummary = Schema<'casefile.v1.CaseSummary'>;
export type OrderSummary = Schema<'freezing.v1.StopOrderSummary'>;
export type Trace = Schema<'liaison.v1.Trace'>;

const FILINGS = ['DECIDE_FILING'];
const TRACES = ['APPROVE_TRACE', 'RENEW_TRACE_PAPER'];

/** Which of the unit's tasks wait for these roles' word. */
export function kindsFor(roles: ReadonlySet<Role>): readonly string[] {
  return [...(roles.has('county-approver') ? FILINGS : []), ...(roles.has('unit-head') ? TRACES : [])];
}

/** Where a task is decided: `cases/0123…` → `/approval/cases/0123…`. */
export function placeOf(subject: string | undefined): string {
  return `/approval/${(subject ?? '').split('/').slice(0, 2).join('/')}`;
}

function keys(kind: 'case' | 'orders' | 'trail' | 'trace', id: string) {
  return ['approval', kind, id] as const;
}

/** All that is shown of this case or trace is asked for again when the unit's desk hears of it. */
function useNews(caseId: string, traceId: string) {
  const queries = useQueryClient();
  const hear = useCallback(
    ({task}: TaskMessage) => {
      const ours = (caseId !== '' && task?.caseId === caseId) || (traceId !== '' && task?.subject?.includes(traceId));
      if (ours) void queries.invalidateQueries({queryKey: ['approval']});
    },
    [caseId, traceId, queries],
  );
  useLiveMessage(tasksOf('UNIT_DESK'), hear);
}

/** The whole case. Each showing is in the audit log, so it is asked for anew only when there is news of it. */
export function useCase(id: string) {
  useNews(id, '');
  return useQuery({
    queryKey: keys('case', id),
    enabled: id !== '',
    queryFn: ({signal}) => answer(api.GET('/v1/cases/{id}', {params: {path: {id}}, signal})),
  });
}

/** The case's first hundred orders, as its list tells them. */
export function useOrders(caseId: string) {
  return useQuery({
    queryKey: keys('orders', caseId),
    refetchInterval: 10_000,
    queryFn: async ({signal}) => {
      const found = await answer(
        api.GET('/v1/stopOrders', {params: {query: {caseId, pageSize: 100, pageToken: ''}}, signal}),
      );
      return [...(found.stopOrders ?? [])].sort(
        (a, b) => (a.layer ?? 0) - (b.layer ?? 0) || (a.orderNumber ?? '').localeCompare(b.orderNumber ?? ''),
      );
    },
  });
}

export function useSums(caseId: string) {
  return useQuery({
    queryKey: keys('trail', caseId),
    queryFn: ({signal}) => answer(api.GET('/v1/moneyTrails/{caseId}', {params: {path: {caseId}}, signal})),
    select: (trail) => trail.sums,
  });
}

export function useTrace(id: string) {
  useNews('', id);
  return useQuery({
    queryKey: keys('trace', id),
    queryFn: ({signal}) => answer(api.GET('/v1/traces/{id}', {params: {path: {id}}, signal})),
  });
}

/** Shows what a command has answered with, and asks for the rest again. */
export function useTake(kind: 'case' | 'trace', id: string): (next: Case | Trace) => void {
  const queries = useQueryClient();
  return (next) => {
    queries.setQueryData(keys(kind, id), next);
    void queries.invalidateQueries({queryKey: ['approval', 'refused']});
  };
}

/** Cases that were not filed, newest first: new facts may have them filed after all (程序规定 178–179). */
export function useRefused() {
  return useInfiniteQuery({
    queryKey: ['approval', 'refused'],
    initialPageParam: '',
    getNextPageParam: (page: {nextPageToken?: string}) => page.nextPageToken || undefined,
    queryFn: ({pageParam: pageToken, signal}) =>
      answer(api.GET('/v1/cases', {params: {query: {state: 'NOT_FILED', pageSize: 50, pageToken}}, signal})),
  });
}
