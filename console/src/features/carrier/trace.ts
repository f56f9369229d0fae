import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useCallback} from 'react';
import {type Schema, answer, api} from '@/api/client';
import {type TaskMessage, tasksOf} from '@/shared/desk/tasks';
import {useLiveMessage} from '@/shared/live/useLive';

export type Trace = Schema<'liaison.v1.Trace'>;
export type Hop = Schema<'liaison.v1.Hop'>;
export type HopAnswer = Schema<'liaison.v1.HopAnswer'>;
export type HopCode = Schema<'liaison.v1.HopCode'>;
export type RouteLeg = Schema<'liaison.v1.RouteLeg'>;
export type CallRecord = Schema<'liaison.v1.CallRecord'>;

/** An open trace is asked for again this often; the desk's messages do so at once. Each look is in the audit log. */
const ASK_EVERY_MS = 30_000;

function key(id: string) {
  return ['trace', id] as const;
}

/** The trace, asked for anew with each word about it on this desk. */
export function useTrace(id: string) {
  const queries = useQueryClient();
  const hear = useCallback(
    (message: TaskMessage) => {
      if (message.task?.subject?.startsWith(`traces/${id}/`)) void queries.invalidateQueries({queryKey: key(id)});
    },
    [id, queries],
  );
  useLiveMessage(tasksOf('TRACE_DESK'), hear);
  return useQuery({
    queryKey: key(id),
    queryFn: ({signal}) => answer(api.GET('/v1/traces/{id}', {params: {path: {id}}, signal})),
    refetchInterval: ASK_EVERY_MS,
  });
}

/** Shows the trace a command has answered with. Commands carry no etag: the hop's state decides whether they still fit. */
export function useTakeTrace(id: string): (trace: Trace) => void {
  const queries = useQueryClient();
  return (trace) => {
    queries.setQueryData(key(id), trace);
    void queries.invalidateQueries({queryKey: ['traces']});
  };
}

/** The answer in force. */
export function answerIn(hop: Hop | undefined): HopAnswer | undefined {
  return hop?.answers?.at(-1);
}

export function hopAt(trace: Trace, number: number): Hop | undefined {
  return trace.hops?.find((each) => each.number === number);
}

/** The exchange's record at the hop before, which an answer must agree with. */
export function recordBefore(trace: Trace, hop: Hop): CallRecord | undefined {
  return answerIn(hopAt(trace, (hop.number ?? 0) - 1))?.record;
}

/**
 * How far this exchange's clock is ahead, seconds, as the police know it: by how much the search window lies off the time
 * that was asked for.
 */
export function knownOffset(trace: Trace, hop: Hop): number {
  const window = Date.parse(hop.searchKeys?.windowStartTime ?? '');
  const asked = Date.parse(trace.startTime ?? '') - (trace.startToleranceSeconds ?? 0) * 1000;
  const offset = Math.round((window - asked) / 1000);
  return Number.isFinite(offset) ? offset : 0;
}
