import {type Schema, answer, api} from '@/api/client';
import {serverTime} from '@/shared/clock/serverTime';
import {LiveList} from '@/shared/live/LiveList';

export type Task = Schema<'liaison.v1.Task'>;
export type Desk = Schema<'liaison.v1.Desk'>;
export type TaskMessage = Schema<'liaison.v1.WatchTasksResponse'>;

const PAGE = 100;
/** A desk with more open tasks than this shows the most urgent of them. */
const TASKS_MAX = 2_000;

/** What lapses next first; what has no clock after that, oldest first. */
export function byUrgency(one: Task, other: Task): number {
  const key = (task: Task) => Date.parse(task.dueTime ?? '') || Number.MAX_SAFE_INTEGER;
  return (
    key(one) - key(other) ||
    Date.parse(one.openTime ?? '') - Date.parse(other.openTime ?? '') ||
    (one.id ?? '').localeCompare(other.id ?? '')
  );
}

/** What is asked while the money moves. */
const MONEY_MOVES: ReadonlySet<string> = new Set(['ANSWER_STOP', 'ANSWER_LOOKUP']);

/** How many of these, which stand by urgency, have lapsed: they are the first. */
export function lapsedOf(tasks: readonly Task[], now: number): number {
  const running = tasks.findIndex((task) => task.dueTime === undefined || !(Date.parse(task.dueTime) <= now));
  return running === -1 ? tasks.length : running;
}

/**
 * As a desk works them off: what is asked while the money moves before everything else; of each, what lapses next first,
 * then what has lapsed, the latest first, since the least has left there. Nothing new ever stands below what is old.
 *
 * @param tasks by urgency
 * @param lapsed how many of them have lapsed
 */
export function inTurn(tasks: readonly Task[], lapsed: number): Task[] {
  const turn = [...tasks.slice(lapsed), ...tasks.slice(0, lapsed).reverse()];
  const pressing = (task: Task) => MONEY_MOVES.has(task.kind ?? '');
  return [...turn.filter(pressing), ...turn.filter((task) => !pressing(task))];
}

/** The list after a message about one task. */
export function withMessage(tasks: readonly Task[], message: TaskMessage): readonly Task[] {
  const task = message.task;
  if (!task) return tasks;
  const others = tasks.filter((each) => each.id !== task.id);
  if (task.state !== 'OPEN') return others.length === tasks.length ? tasks : others;
  return [...others, task].sort(byUrgency);
}

async function listTasks(desk: Desk, signal: AbortSignal): Promise<{items: Task[]; watchToken: string}> {
  const items: Task[] = [];
  let pageToken = '';
  let watchToken = '';
  do {
    const page = await answer(
      api.GET('/v1/tasks', {params: {query: {desk, pageSize: PAGE, pageToken}}, signal}),
    );
    items.push(...(page.tasks ?? []));
    watchToken ||= page.watchToken ?? '';
    pageToken = page.nextPageToken ?? '';
  } while (pageToken !== '' && items.length < TASKS_MAX);
  return {items: items.sort(byUrgency), watchToken};
}

const desks = new Map<Desk, LiveList<Task, TaskMessage>>();

/** The live tasks of a desk; one line for all who read it. */
export function tasksOf(desk: Desk): LiveList<Task, TaskMessage> {
  let list = desks.get(desk);
  if (list === undefined) {
    list = new LiveList<Task, TaskMessage>({
      list: (signal) => listTasks(desk, signal),
      path: `/v1/tasks:watch?desk=${desk}`,
      apply: (tasks, message) => {
        serverTime.hearTime(message.serverTime);
        return withMessage(tasks, message);
      },
    });
    desks.set(desk, list);
  }
  return list;
}

/** Lets the lines of these desks be opened, by whoever reads them, for as long as somebody is logged in. */
export function openDesks(mine: readonly Desk[]): () => void {
  const lists = mine.map(tasksOf);
  const hurry = () => lists.forEach((list) => list.hurry());
  const cut = () => lists.forEach((list) => list.cut());
  lists.forEach((list) => list.start());
  window.addEventListener('offline', cut);
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  return () => {
    lists.forEach((list) => list.stop());
    window.removeEventListener('offline', cut);
    window.removeEventListener('online', hurry);
    document.removeEventListener('visibilitychange', hurry);
  };
}
