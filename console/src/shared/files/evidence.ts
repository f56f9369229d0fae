import {type Schema, answer, api} from '@/api/client';

export type Evidence = Schema<'casefile.v1.Evidence'>;

/** The bytes of an evidence file. */
export function loadEvidence(caseId: string, file: Evidence): Promise<Blob> {
  return answer(
    api.GET('/v1/cases/{id}/evidence/{number}:download', {
      params: {path: {id: caseId, number: file.number ?? 0}},
      parseAs: 'blob',
    }),
  );
}
