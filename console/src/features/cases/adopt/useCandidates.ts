import {useQuery} from '@tanstack/react-query';
import {answer, api} from '@/api/client';
import type {CaseSummary} from '../data';

const NEWEST = 10;
const RECEIPT_MIN = 4;

/**
 * The cases a stop may belong to: the one of a receipt number; else those that know the account, and the newest. Searched by
 * POST, so that no number stands in an address.
 */
export function useCandidates(accountNumber: string, receiptNumber: string) {
  const byReceipt = receiptNumber.length >= RECEIPT_MIN;
  return useQuery({
    queryKey: ['adoption candidates', accountNumber, byReceipt ? receiptNumber : ''],
    queryFn: async ({signal}): Promise<CaseSummary[]> => {
      if (byReceipt) {
        const found = await answer(api.POST('/v1/cases:search', {body: {receiptNumber, pageSize: NEWEST}, signal}));
        return found.cases ?? [];
      }
      const newest = await answer(api.GET('/v1/cases', {params: {query: {pageSize: NEWEST}}, signal}));
      const known =
        accountNumber === ''
          ? []
          : ((await answer(api.POST('/v1/cases:search', {body: {accountNumber, pageSize: NEWEST}, signal}))).cases ?? []);
      return [...known, ...(newest.cases ?? []).filter((each) => !known.some((other) => other.id === each.id))];
    },
  });
}
