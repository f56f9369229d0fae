import {ProblemError, reasonOf} from '@/api/problem';
import type {Faults} from './answerText';

/** The field of the answer that a refusal is about. */
const FIELDS: Record<string, string> = {
  TRACE_NUMBER_DIFFERS: 'record.calledNumber',
  TRACE_TIME_DIFFERS: 'record.startTime',
  TRACE_DURATION_DIFFERS: 'record.durationSeconds',
  TRACE_ROUTE_DIFFERS: 'record.outgoing',
  TRACE_LOOP: 'record.incoming.trunkGroup',
  INSTITUTION_UNKNOWN: 'upstream.institution',
  TRACE_TIME_IMPOSSIBLE: 'preservation.preserveTime',
};

/**
 * What the service refused, in its own words, by the path of the field: those it names, and those a reason is about.
 * `answer.record.incoming.opc.text` belongs to the field `record.incoming.opc`, `reason` to the reason of a correction.
 */
export function refusalsOf(failure: unknown): Record<string, string> {
  if (!(failure instanceof ProblemError)) return {};
  const found: Record<string, string> = {};
  const field = FIELDS[reasonOf(failure)];
  if (field) found[field] = failure.problem.detail ?? failure.problem.title;
  for (const {field: path, detail} of failure.problem.violations ?? []) {
    const place = path === 'reason' ? 'correction' : path.replace(/^answer\./, '');
    found[place.replace(/\.(opc|dpc)\.text$/, '.$1')] ??= detail;
  }
  return found;
}

/** What stands below a field: what keeps it from being sent, else what the service said of it. */
export type Word = (path: string) => string | null;

export function wordOf(faults: Faults, refusals: Record<string, string>, say: (fault: string) => string): Word {
  return (path) => {
    const fault = faults[path];
    return fault ? say(`fault.${fault}`) : (refusals[path] ?? null);
  };
}
