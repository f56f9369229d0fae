import {useInfiniteQuery, useQuery, useQueryClient} from '@tanstack/react-query';
import {useEffect, useMemo} from 'react';
import {type Schema, answer, api} from '@/api/client';
import {serverTime} from '@/shared/clock/serverTime';
import {tasksOf} from '@/shared/desk/tasks';
import {desksOf, useSession} from '@/shared/session';
import type {BoardClock, DeskAttendance} from './rows';

export type Alarm = Schema<'liaison.v1.Alarm'>;
export type Duty = Schema<'liaison.v1.Duty'>;
type OrderSummary = Schema<'freezing.v1.StopOrderSummary'>;

const PAGE = 100;
/** A board with more than this shows what lapses next of it, and says so. */
const CLOCKS_MAX = 1_000;
const DESKS_PAGES_MAX = 5;
const NAMED_MAX = 300;
/** The board has no stream: it is looked at this often, and at once when one of the viewer's desks hears anything. */
const PULSE_MS = 4_000;
const SLOW_PULSE_MS = 15_000;
const NUDGE_MS = 1_500;

export interface Listed<Item> {
  readonly items: readonly Item[];
  /** Whether there is more than is shown. */
  readonly more: boolean;
}

async function pages<Item>(
  max: number,
  page: (token: string) => Promise<{items: Item[]; next: string}>,
): Promise<Listed<Item>> {
  const items: Item[] = [];
  let token = '';
  do {
    const found = await page(token);
    items.push(...found.items);
    token = found.next;
  } while (token !== '' && items.length < max);
  return {items, more: token !== ''};
}

interface Looked extends Listed<BoardClock> {
  /** When, by the server's time; milliseconds since the epoch. */
  readonly at: number;
}

function isLong(looked: Looked | undefined): boolean {
  return (looked?.items.length ?? 0) > 3 * PAGE;
}

/** Every running clock of the caller's reach, as of the last look. */
export function useClocks() {
  return useQuery<Looked>({
    queryKey: ['board', 'clocks'],
    refetchInterval: ({state}) => (isLong(state.data) ? SLOW_PULSE_MS : PULSE_MS),
    queryFn: async ({signal}) => {
      const listed = await pages<BoardClock>(CLOCKS_MAX, async (pageToken) => {
        const found = await answer(api.GET('/v1/clocks', {params: {query: {pageSize: PAGE, pageToken}}, signal}));
        return {items: found.clocks ?? [], next: found.nextPageToken ?? ''};
      });
      return {...listed, at: serverTime.now()};
    },
  });
}

/** Looks at once when a desk of the viewer's hears anything, yet not more often than the server likes. */
export function useNudges(): void {
  const queries = useQueryClient();
  const {roles} = useSession();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const nudge = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const key of ['clocks', 'alarms']) void queries.invalidateQueries({queryKey: ['board', key]});
      }, NUDGE_MS);
    };
    const stops = desksOf(roles).map((desk) => tasksOf(desk).onMessage(({task}) => task && nudge()));
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [queries, roles]);
}

/** Which desks are attended. */
export function useAttendance() {
  return useQuery({
    queryKey: ['board', 'attendance'],
    refetchInterval: 10_000,
    queryFn: ({signal}) => {
      let left = DESKS_PAGES_MAX;
      return pages<DeskAttendance>(Number.MAX_SAFE_INTEGER, async (pageToken) => {
        const found = await answer(api.GET('/v1/attendance', {params: {query: {pageSize: PAGE, pageToken}}, signal}));
        left--;
        return {items: found.desks ?? [], next: left > 0 ? (found.nextPageToken ?? '') : ''};
      });
    },
  });
}

export function useAlarms() {
  return useInfiniteQuery({
    queryKey: ['board', 'alarms'],
    initialPageParam: '',
    getNextPageParam: (page: {nextPageToken?: string}) => page.nextPageToken || undefined,
    refetchInterval: 10_000,
    queryFn: ({pageParam: pageToken, signal}) =>
      answer(api.GET('/v1/alarms', {params: {query: {pageSize: 20, pageToken}}, signal})),
  });
}

/** What the newest cases and orders are called: lists that tell no personal value, so looking puts nothing on record. */
export function useNames() {
  const cases = useQuery({
    queryKey: ['board', 'cases'],
    refetchInterval: SLOW_PULSE_MS,
    queryFn: ({signal}) =>
      pages(NAMED_MAX, async (pageToken) => {
        const found = await answer(api.GET('/v1/cases', {params: {query: {pageSize: PAGE, pageToken}}, signal}));
        return {items: found.cases ?? [], next: found.nextPageToken ?? ''};
      }),
  });
  const orders = useQuery({
    queryKey: ['board', 'orders'],
    refetchInterval: SLOW_PULSE_MS,
    queryFn: ({signal}) =>
      pages(NAMED_MAX, async (pageToken) => {
        const found = await answer(api.GET('/v1/stopOrders', {params: {query: {pageSize: PAGE, pageToken}}, signal}));
        return {items: found.stopOrders ?? [], next: found.nextPageToken ?? ''};
      }),
  });
  const receipts = useMemo(
    () => new Map((cases.data?.items ?? []).map((each) => [each.id ?? '', each.receiptNumber ?? ''])),
    [cases.data],
  );
  const bySubject = useMemo(
    () => new Map<string, OrderSummary>((orders.data?.items ?? []).map((each) => [`stopOrders/${each.id}`, each])),
    [orders.data],
  );
  return {receipts, orders: bySubject};
}

/** Who is on duty; each showing is in the audit log, so it is asked for only when wanted. */
export function useRoster(institution: string) {
  return useQuery({
    queryKey: ['board', 'roster', institution],
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    queryFn: ({signal}) =>
      answer(api.GET('/v1/institutions/{institution}/roster', {params: {path: {institution}}, signal})),
  });
}
