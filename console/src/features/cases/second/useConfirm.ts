import {answer, api} from '@/api/client';
import {useAct} from '@/shared/useAct';

/** The second officer's word for a case, given by himself. */
export function useConfirm(id: string, after?: () => void) {
  return useAct(
    (_: null, requestId) =>
      answer(api.POST('/v1/cases/{id}:confirmSecondOfficer', {params: {path: {id}}, body: {requestId}})),
    after,
  );
}
