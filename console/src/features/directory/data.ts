import {useInfiniteQuery, useQuery, useQueryClient} from '@tanstack/react-query';
import {type Schema, answer, api} from '@/api/client';
import {ProblemError} from '@/api/problem';

export type Route = Schema<'liaison.v1.Route'>;
export type Officer = Schema<'liaison.v1.Officer'>;
export type OfficerRole = Schema<'access.v1.Role'>;
export type RoutingError = Schema<'liaison.v1.RoutingError'>;
export type Kind = Schema<'liaison.v1.InstitutionKind'>;
export type Desk = Schema<'liaison.v1.Desk'>;

/** A table holds at most 5,000 lines. */
const ROUTE_PAGES_MAX = 51;

export interface Table {
  readonly routes: readonly Route[];
  readonly version: string;
  readonly etag: string;
}

async function readTable(signal: AbortSignal): Promise<Table> {
  const routes: Route[] = [];
  let version = '0';
  let etag = '';
  let pageToken = '';
  for (let page = 0; page < ROUTE_PAGES_MAX; page++) {
    const found = await answer(api.GET('/v1/routes', {params: {query: {pageSize: 100, pageToken}}, signal}));
    routes.push(...(found.routes ?? []));
    version = found.version ?? '0';
    etag = found.etag ?? '';
    pageToken = found.nextPageToken ?? '';
    if (pageToken === '') break;
  }
  return {routes, version, etag};
}

/** The whole routing table. A page of another version than the first is refused; then it is read from the start. */
export function useTable() {
  return useQuery({
    queryKey: ['directory', 'routes'],
    queryFn: async ({signal}) => {
      try {
        return await readTable(signal);
      } catch (failure) {
        if (failure instanceof ProblemError && failure.problem.reason === 'PAGE_TOKEN_INVALID') return readTable(signal);
        throw failure;
      }
    },
  });
}

export function useRoutingErrors() {
  return useInfiniteQuery({
    queryKey: ['directory', 'errors'],
    initialPageParam: '',
    getNextPageParam: (page: {nextPageToken?: string}) => page.nextPageToken || undefined,
    queryFn: ({pageParam: pageToken, signal}) =>
      answer(api.GET('/v1/routingErrors', {params: {query: {pageSize: 50, pageToken}}, signal})),
  });
}

type OfficerPage = Schema<'liaison.v1.ListOfficersResponse'>;

function underWay(page: OfficerPage): boolean {
  return (page.officers ?? []).some((each) => each.state === 'PROVISIONING' || each.state === 'DISABLING');
}

/** Officers by username; while one of them is on his way to or from the login service, looked at again and again. */
export function useOfficers(institution: string) {
  return useInfiniteQuery({
    queryKey: ['directory', 'officers', institution],
    initialPageParam: '',
    getNextPageParam: (page: OfficerPage) => page.nextPageToken || undefined,
    refetchInterval: ({state}) => (state.data?.pages.some(underWay) ? 2_000 : false),
    queryFn: ({pageParam: pageToken, signal}): Promise<OfficerPage> =>
      answer(
        api.GET('/v1/officers', {
          params: {query: {pageSize: 100, pageToken, ...(institution ? {institution} : {})}},
          signal,
        }),
      ),
  });
}

/** Reads anew what a command has changed. */
export function useChanged(): (what: 'institutions' | 'routes' | 'officers') => void {
  const queries = useQueryClient();
  return (what) =>
    void queries.invalidateQueries({queryKey: what === 'institutions' ? ['institutions'] : ['directory', what]});
}
