import {useQuery} from '@tanstack/react-query';
import {useMemo} from 'react';
import {answer, api} from '@/api/client';
import {readAccount} from '@/reading/account';
import {useInstitutions} from '@/shared/directory';

/** Banks and payment firms of the directory that can be chosen, by name. */
export function useBanks(): ReadonlyMap<string, string> {
  const institutions = useInstitutions();
  return useMemo(
    () =>
      new Map(
        institutions
          .filter((each) => !each.disabled && (each.kind === 'BANK' || each.kind === 'PAYMENT_FIRM'))
          .map((each) => [each.name ?? '', each.id ?? '']),
      ),
    [institutions],
  );
}

export interface Route {
  /** `asking` until the table has answered; `unknown` where no bank claims the account. */
  readonly state: 'none' | 'asking' | 'found' | 'unknown' | 'away';
  readonly name: string;
  readonly reason: string;
}

/** Which bank an order for this account would go to, by the routing table. */
export function useRoute(text: string, institutionName: string, institution: string): Route {
  const read = readAccount(text);
  const accountNumber = read.state === 'sure' ? read.value.number : '';
  const query = useQuery({
    queryKey: ['route', accountNumber, institutionName, institution],
    enabled: accountNumber !== '',
    staleTime: 60_000,
    gcTime: 60_000,
    queryFn: ({signal}) =>
      answer(api.POST('/v1/routes:find', {body: {account: {accountNumber, institutionName, institution}}, signal})),
  });
  if (accountNumber === '') return {state: 'none', name: '', reason: ''};
  if (query.isError) return {state: 'away', name: '', reason: ''};
  if (!query.data) return {state: 'asking', name: '', reason: ''};
  const {institution: found = '', institutionName: name = '', reason = ''} = query.data;
  return {state: found === '' ? 'unknown' : 'found', name, reason};
}

/** The bank whose number it is by the table, where the order would go to another that was named; null: they agree. */
export function useOtherBank(text: string, route: Route): string | null {
  const byNumber = useRoute(text, '', '');
  return route.state === 'found' && byNumber.state === 'found' && byNumber.name !== route.name ? byNumber.name : null;
}
