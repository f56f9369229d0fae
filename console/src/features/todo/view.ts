import {type Task, inTurn, lapsedOf} from '@/shared/desk/tasks';

export const GROUPS = ['none', 'kind', 'case'] as const;
export const SORTS = ['next', 'overdue', 'newest'] as const;

/** How the list is looked at; an empty text shows all. */
export interface View {
  readonly kind: string;
  /** The institution on whose desk a task lies. */
  readonly unit: string;
  readonly group: (typeof GROUPS)[number];
  readonly sort: (typeof SORTS)[number];
}

export const PLAIN: View = {kind: '', unit: '', group: 'none', sort: 'next'};

const KIND = /^[A-Z_]{1,40}$/;
const ID = /^[0-9a-z]{26}$/;

/** A view as it was remembered; whatever of it is none of ours is as it is at first. */
export function viewOf(remembered: string | null): View {
  const [kind = '', unit = '', group, sort] = (remembered ?? '').split(' ');
  return {
    kind: KIND.test(kind) ? kind : '',
    unit: ID.test(unit) ? unit : '',
    group: GROUPS.find((each) => each === group) ?? PLAIN.group,
    sort: SORTS.find((each) => each === sort) ?? PLAIN.sort,
  };
}

export function textOf({kind, unit, group, sort}: View): string {
  return [kind || '-', unit || '-', group, sort].join(' ');
}

export interface Group {
  /** The kind or the case; empty for what has none, and for the one list of all. */
  readonly key: string;
  readonly tasks: readonly Task[];
}

function keyOf(task: Task, group: View['group']): string {
  switch (group) {
    case 'none':
      return '';
    case 'kind':
      return task.kind ?? '';
    case 'case':
      return task.caseId ?? '';
  }
}

function sorted(tasks: readonly Task[], sort: View['sort'], now: number): Task[] {
  switch (sort) {
    case 'next':
      return inTurn(tasks, lapsedOf(tasks, now));
    case 'overdue':
      return [...tasks];
    case 'newest':
      return [...tasks].sort((one, other) => Date.parse(other.openTime ?? '') - Date.parse(one.openTime ?? ''));
  }
}

/**
 * What of a desk's tasks is shown, in its groups: the group whose first task stands first in the list of all comes first.
 *
 * @param tasks by urgency
 * @param now milliseconds since the epoch
 */
export function groupsOf(tasks: readonly Task[], view: View, now: number): Group[] {
  const fitting = tasks.filter(
    (task) => (view.kind === '' || task.kind === view.kind) && (view.unit === '' || task.institution === view.unit),
  );
  const groups = new Map<string, Task[]>();
  for (const task of sorted(fitting, view.sort, now)) {
    const key = keyOf(task, view.group);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [task]);
    else same.push(task);
  }
  return [...groups].map(([key, of]) => ({key, tasks: of}));
}

/** How many tasks there are of each value, the most frequent first. */
export function countsOf(tasks: readonly Task[], of: (task: Task) => string | undefined): [string, number][] {
  const counts = new Map<string, number>();
  for (const task of tasks) {
    const value = of(task) ?? '';
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([one, many], [other, few]) => few - many || one.localeCompare(other));
}
