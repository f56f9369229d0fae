import {useInfiniteQuery, useQuery} from '@tanstack/react-query';
import {type Schema, answer, api} from '@/api/client';
import {type Question, begin, fetchPage, more, nextPage} from './log';
import type {Asked} from './subject';

export type Officer = Schema<'liaison.v1.Officer'>;

const PAGES_MAX = 50;
const NONE: readonly Officer[] = [];

/** The region's officers, by number and institution, and by name where the service tells it: an auditor reads none. Read once and kept for ten minutes. */
export function useOfficers(): readonly Officer[] {
  const query = useQuery({
    queryKey: ['officers'],
    staleTime: 600_000,
    queryFn: async ({signal}) => {
      const all: Officer[] = [];
      let pageToken = '';
      for (let page = 0; page < PAGES_MAX; page++) {
        const found = await answer(api.GET('/v1/officers', {params: {query: {pageSize: 100, pageToken}}, signal}));
        all.push(...(found.officers ?? []));
        pageToken = found.nextPageToken ?? '';
        if (pageToken === '') break;
      }
      return all;
    },
  });
  return query.data ?? NONE;
}

/**
 * What the logs have for a question, newest first, page after page. Each look is itself an entry, so nothing is asked for
 * again by itself.
 *
 * @param time when it was asked: the same question asked again is another look
 */
export function useEntries(question: Question | null, time: number) {
  return useInfiniteQuery({
    queryKey: ['auditEntries', question, time],
    enabled: question !== null,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    initialPageParam: begin(question?.services ?? []),
    queryFn: ({pageParam, signal}) => nextPage(pageParam, (read) => fetchPage(read, question!, signal)),
    getNextPageParam: (page) => (more(page.reads) ? page.reads : undefined),
  });
}

/** The thing a printed number stands for, as the logs name it; null where there is none in this region. */
export async function findNumbered({receipt, order}: Extract<Asked, {is: 'number'}>): Promise<string | null> {
  const {cases} = await answer(api.POST('/v1/cases:search', {body: {receiptNumber: receipt, pageSize: 1}}));
  const id = cases?.[0]?.id;
  if (!id || order === null) return id ? `cases/${id}` : null;
  let pageToken = '';
  for (let page = 0; page < PAGES_MAX; page++) {
    const list = await answer(
      api.GET('/v1/stopOrders', {params: {query: {caseId: id, pageSize: 100, pageToken}}}),
    );
    const found = list.stopOrders?.find((each) => each.orderNumber === order);
    if (found) return `stopOrders/${found.id}`;
    pageToken = list.nextPageToken ?? '';
    if (pageToken === '') break;
  }
  return null;
}
