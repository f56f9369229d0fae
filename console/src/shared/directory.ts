import {useQuery} from '@tanstack/react-query';
import {type Schema, answer, api} from '@/api/client';

export type Institution = Schema<'liaison.v1.Institution'>;

const PAGES_MAX = 50;
const NONE: readonly Institution[] = [];

/** Everybody in the directory: whom one may name, ask and ring. Read once and kept for ten minutes. */
export function useInstitutions(): readonly Institution[] {
  const query = useQuery({
    queryKey: ['institutions'],
    staleTime: 600_000,
    queryFn: async ({signal}) => {
      const all: Institution[] = [];
      let pageToken = '';
      for (let page = 0; page < PAGES_MAX; page++) {
        const found = await answer(api.GET('/v1/institutions', {params: {query: {pageSize: 100, pageToken}}, signal}));
        all.push(...(found.institutions ?? []));
        pageToken = found.nextPageToken ?? '';
        if (pageToken === '') break;
      }
      return all;
    },
  });
  return query.data ?? NONE;
}

/** The name of an institution; empty until the directory has come. */
export function nameOf(institutions: readonly Institution[], id: string | undefined): string {
  return id ? (institutions.find((each) => each.id === id)?.name ?? '') : '';
}

/** The number of a desk, else the institution's own. */
export function deskPhone(institution: Institution, desk: Schema<'liaison.v1.Desk'>): string {
  return institution.desks?.find((each) => each.desk === desk)?.phone || institution.phone || '';
}
