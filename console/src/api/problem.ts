import {currentLanguage} from '@/shared/language';
import {sentenceInWords} from '@/shared/problem/words';

/** A refusal as the gateway tells it (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** One sentence in the language asked for. */
  detail?: string;
  reason: string;
  metadata?: Record<string, string>;
  /** Refused fields by their path in the request, e.g. `record.credits[0].amountFen`. */
  violations?: Violation[];
  traceId?: string;
}

export interface Violation {
  field: string;
  rule: string;
  detail: string;
}

/** The server has refused a call. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.reason);
    this.name = 'ProblemError';
    const {detail, metadata} = problem;
    // Machines read the parameters as they are; people read the sentence.
    this.problem = detail ? {...problem, detail: sentenceInWords(detail, metadata, currentLanguage())} : problem;
  }
}

/** No answer came: nobody knows whether the call took effect, so a repeat carries the same request id. */
export class Unreachable extends Error {
  constructor() {
    super('UNREACHABLE');
    this.name = 'Unreachable';
  }
}

/** The session is over; logging in again goes on where it was. */
export class SessionOver extends Error {
  constructor() {
    super('SESSION_OVER');
    this.name = 'SessionOver';
  }
}

/** What an answer that is no success says. One that is no problem document is told by its status. */
export async function problemFrom(response: Response): Promise<ProblemError> {
  try {
    const body: unknown = await response.json();
    if (isProblem(body)) return new ProblemError(body);
  } catch {
    // Not JSON: something in front of the gateway has answered.
  }
  return new ProblemError({
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    reason: response.status >= 500 ? 'SERVICE_UNAVAILABLE' : 'UNKNOWN',
  });
}

export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'reason' in body && 'status' in body;
}

/** The reason of a failure: the server's own, or `UNREACHABLE`, `SESSION_OVER`, `UNEXPECTED`. */
export function reasonOf(failure: unknown): string {
  if (failure instanceof ProblemError) return failure.problem.reason;
  if (failure instanceof Unreachable || failure instanceof SessionOver) return failure.message;
  return 'UNEXPECTED';
}
