import {useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useNow} from '@/shared/clock/useNow';
import {useInstitutions} from '@/shared/directory';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {timeOfDay} from '@/shared/time';
import {AlarmList} from './AlarmList';
import {ClockTable} from './ClockTable';
import {DeskTable} from './DeskTable';
import {FilterBar} from './FilterBar';
import {HolderList} from './HolderList';
import {useAttendance, useClocks, useNames, useNudges} from './data';
import {type Filter, NO_FILTER, holders, kindsOf, overdue, shownClocks, shownDesks} from './rows';
import styles from './board.module.css';

type View = 'running' | 'overdue' | 'desks';

const NONE: readonly never[] = [];

/** One board: what lapses next, what has lapsed, who holds the ball, who is there. */
export function BoardPage() {
  const {t} = useTranslation('board');
  const [chosen, setView] = useState<View | null>(null);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const institutions = useInstitutions();
  const kinds = useMemo(() => kindsOf(institutions), [institutions]);
  const clocks = useClocks();
  const attendance = useAttendance();
  const names = useNames();
  useNudges();
  const now = useNow() * 1000;

  const all = clocks.data?.items ?? NONE;
  const shown = useMemo(() => shownClocks(all, filter, kinds), [all, filter, kinds]);
  const late = shown.filter((each) => overdue(each, now));
  const running = shown.filter((each) => !overdue(each, now));
  const desks = useMemo(() => shownDesks(attendance.data?.items ?? NONE, filter, kinds), [attendance.data, filter, kinds]);
  const empty = desks.filter((each) => each.state === 'NOBODY_THERE');
  // Opened where there is something to see.
  const view = chosen ?? (running.length === 0 && late.length > 0 ? 'overdue' : 'running');
  const views = [
    ['running', running.length],
    ['overdue', late.length],
    ['desks', empty.length],
  ] as const;

  return (
    <div className={styles.board}>
      <header className={styles.panel}>
        <div className={styles.head}>
          <h1>{t('title')}</h1>
          <FilterBar filter={filter} clocks={all} onFilter={setFilter} />
          <Looked at={clocks.data?.at} failing={clocks.isError} />
        </div>
        <div className={styles.views} role="group" aria-label={t('view.label')}>
          {views.map(([key, count]) => (
            <button key={key} type="button" data-view={key} aria-pressed={view === key} onClick={() => setView(key)}>
              <strong>{count}</strong> {t(`view.${key}`)}
            </button>
          ))}
        </div>
      </header>
      <ProblemNotice failure={clocks.error} onRetry={() => void clocks.refetch()} />
      <div className={styles.columns}>
        <section className={styles.panel} aria-label={t(`view.${view}`)}>
          {view === 'desks' ? (
            <>
              <ProblemNotice failure={attendance.error} onRetry={() => void attendance.refetch()} />
              <DeskTable desks={desks} loading={attendance.isPending} more={attendance.data?.more ?? false} />
            </>
          ) : (
            <ClockTable
              clocks={view === 'running' ? running : late}
              empty={t(`none.${view}`)}
              loading={clocks.isPending}
              more={clocks.data?.more ?? false}
              names={names}
              desks={attendance.data?.items ?? NONE}
            />
          )}
        </section>
        <div className={styles.aside}>
          <HolderList
            holders={holders(shown, now)}
            desks={attendance.data?.items ?? NONE}
            onChoose={(institution) => setFilter({...filter, institution})}
          />
          <AlarmList institution={filter.institution} names={names} />
        </div>
      </div>
    </div>
  );
}

/** When the board was last looked at, by the server's time; says so when that did not work. */
function Looked({at, failing}: {at: number | undefined; failing: boolean}) {
  const {t} = useTranslation('board');
  if (at === undefined) return null;
  return (
    <span className={failing ? styles.lost : styles.sub} role="status">
      {t(failing ? 'looked.failing' : 'looked.at', {time: timeOfDay(at)})}
    </span>
  );
}
