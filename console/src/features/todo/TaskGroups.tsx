import {useQuery} from '@tanstack/react-query';
import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {answer, api} from '@/api/client';
import {useAt} from '@/shared/clock/useNow';
import {type Task, lapsedOf} from '@/shared/desk/tasks';
import styles from './todo.module.css';
import {TodoRow} from './TodoRow';
import {type Group, type View, groupsOf} from './view';

/** The tasks in their groups, each group with its number and how many of it are overdue. */
export function TaskGroups({tasks, view}: {tasks: readonly Task[]; view: View}) {
  const {t} = useTranslation('todo');
  const {t: common} = useTranslation('shared');
  const receipts = useReceipts(view.group === 'case');
  // Drawn anew when one lapses, not each second.
  const lapsed = useAt((now) => lapsedOf(tasks, now * 1000));
  const late = new Set(tasks.slice(0, lapsed));
  const now = lapsed === 0 ? 0 : Date.parse(tasks[lapsed - 1]?.dueTime ?? '');
  const groups = groupsOf(tasks, view, now);
  if (groups.length === 0 && tasks.length > 0) return <p className={styles.ask}>{t('view.nothing')}</p>;
  if (view.group === 'none') return groups.map((group) => <List key="" group={group} label={t('title')} />);
  return groups.map((group) => {
    const name =
      view.group === 'kind'
        ? common(`taskKind.${group.key}`)
        : group.key === ''
          ? t('view.noCase')
          : t('view.case', {number: receipts.get(group.key) ?? `…${group.key.slice(-6)}`});
    const over = group.tasks.filter((each) => late.has(each)).length;
    return (
      <section key={group.key} className={styles.group} data-group={group.key} aria-label={name}>
        <h2>
          {view.group === 'case' && group.key !== '' ? <Link to={`/cases/${group.key}`}>{name}</Link> : name}{' '}
          <span className={styles.count}>{t('view.count', {count: group.tasks.length})}</span>
          {over > 0 && <span className={styles.over}>{t('view.over', {count: over})}</span>}
        </h2>
        <List group={group} label={name} />
      </section>
    );
  });
}

function List({group, label}: {group: Group; label: string}) {
  return (
    <ul className={styles.list} aria-label={label}>
      {group.tasks.map((task) => (
        <TodoRow key={task.id} task={task} />
      ))}
    </ul>
  );
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The newest cases' receipt numbers: a list that tells no personal value, so looking puts nothing on record. */
function useReceipts(wanted: boolean): ReadonlyMap<string, string> {
  const query = useQuery({
    queryKey: ['todo', 'receipts'],
    enabled: wanted,
    staleTime: 60_000,
    queryFn: async ({signal}) => {
      const {cases} = await answer(api.GET('/v1/cases', {params: {query: {pageSize: 100}}, signal}));
      return new Map((cases ?? []).map((each) => [each.id ?? '', each.receiptNumber ?? '']));
    },
  });
  return query.data ?? NONE;
}
