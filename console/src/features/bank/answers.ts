import type {Schema} from '@/api/client';

/** The bodies of the four answers, without what the act adds. */
type Without<Body> = Omit<Body, 'id' | 'requestId' | 'etag'>;

export type StopBody = Without<Schema<'freezing.v1.RecordStopRequestBody'>>;
export type MismatchBody = Without<Schema<'freezing.v1.RecordMismatchRequestBody'>>;
export type FailureBody = Without<Schema<'freezing.v1.RecordFailureRequestBody'>>;
export type NotOursBody = Without<Schema<'freezing.v1.RecordNotOursRequestBody'>>;
export type OutflowBody = Schema<'freezing.v1.Outflow'>;

/** What sends an answer, and how it went. */
export interface Act<Body> {
  mutate: (body: Body) => void;
  isPending: boolean;
  error: unknown;
}

export const MATCH_FIELDS = ['name', 'account', 'amount', 'time'] as const;
