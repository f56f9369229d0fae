import type {Task} from '@/shared/desk/tasks';
import type {Role} from '@/shared/session';

type Kind = Exclude<NonNullable<Task['kind']>, 'TASK_KIND_UNSPECIFIED'>;

/** How a task of this kind is settled: by taking note of it here, on a page, or at another institution's desk. */
type Way = 'note' | 'elsewhere' | ((task: Task, roles: ReadonlySet<Role>) => string);

/** A thing's own part of its case: `stopOrders/0123…` is among the orders, `traces/0123…/hops/2` among the calls. */
function inCase(task: Task): string {
  const [collection = '', id = ''] = (task.subject ?? '').split('/');
  const place = `/cases/${task.caseId}`;
  switch (collection) {
    case 'stopOrders':
      return `${place}#${id}`;
    case 'accountQueries':
      return `${place}?tab=lookups`;
    case 'traces':
      return `${place}?tab=trace`;
    default:
      return place;
  }
}

/** On the approval page for whoever decides there; the others look at the case. */
function decided(role: Role): Way {
  return (task, roles) =>
    roles.has(role) ? `/approval/${(task.subject ?? '').split('/').slice(0, 2).join('/')}` : inCase(task);
}

const adopted: Way = (task) => `/cases/adopt/${(task.subject ?? '').replace('stopOrders/', '')}`;

/** Every kind there is, so that none is a dead end; the compiler asks for those that come later. */
const WAYS: Readonly<Record<Kind, Way>> = {
  DELIVER_PAPER: inCase,
  ROUTE_STOP: inCase,
  STOP_ENDING: inCase,
  DECIDE_LAYER: inCase,
  MEND_STOP: inCase,
  GIVE_WORD: inCase,
  RING_DESK: inCase,
  CHASE_STOP: inCase,
  ROUTE_LOOKUP: inCase,
  MEND_LOOKUP: inCase,
  // A hop outside the system is on the station's desk: its answer comes on paper.
  ANSWER_HOP: (task) => `/carrier/paper/${(task.subject ?? '').replace('traces/', '')}`,
  ROUTE_HOP: inCase,
  ESCALATED_HOP: inCase,
  FIND_SUBJECTS: inCase,
  MOVE_CASE: inCase,
  SERVE_NOTICE: inCase,
  DECIDE_FILING: decided('county-approver'),
  APPROVE_TRACE: decided('unit-head'),
  RENEW_TRACE_PAPER: decided('unit-head'),
  ADOPT_STOP: adopted,
  UNADOPTED_STOP: adopted,
  STOP_FAILED: 'note',
  STOP_WITHDRAWN: 'note',
  EXTENSION_REFUSED: 'note',
  ANSWER_STOP: 'elsewhere',
  ANSWER_EXTENSION: 'elsewhere',
  CONFIRM_LIFT: 'elsewhere',
  COUNTERSIGN_PAPER: 'elsewhere',
  ANSWER_LOOKUP: 'elsewhere',
  WRONG_CALL_CODES: 'elsewhere',
};

export interface Settled {
  /** Where it is settled, or what it is about; null where there is no page of it for a police unit. */
  readonly place: string | null;
  /** Whether it ends by being taken note of. */
  readonly note: boolean;
}

/** Where this task is settled by somebody of these roles. */
export function settled(task: Task, roles: ReadonlySet<Role>): Settled {
  const way = WAYS[(task.kind ?? 'ANSWER_STOP') as Kind];
  if (way === 'note') return {place: task.caseId ? inCase(task) : null, note: true};
  if (way === 'elsewhere') return {place: null, note: false};
  return {place: way(task, roles), note: false};
}
