import {Empty, Segmented} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Desk, tasksOf} from '@/shared/desk/tasks';
import {useNewTaskAlarm} from '@/shared/desk/useNewTaskAlarm';
import {LineState} from '@/shared/live/LineState';
import {useLive} from '@/shared/live/useLive';
import {Waiting} from '@/shared/plain/Waiting';
import {recall, remember} from '@/shared/remembered';
import {desksOf, useSession} from '@/shared/session';
import styles from './todo.module.css';
import {TaskGroups} from './TaskGroups';
import {type View, textOf, viewOf} from './view';
import {ViewBar} from './ViewBar';

/** What cannot wait until somebody looks. */
const URGENT = [
  'ADOPT_STOP',
  'UNADOPTED_STOP',
  'RING_DESK',
  'CHASE_STOP',
  'ROUTE_STOP',
  'ROUTE_LOOKUP',
  'MEND_STOP',
  'MEND_LOOKUP',
  'DECIDE_LAYER',
  'GIVE_WORD',
  'STOP_FAILED',
];

/** All that waits on one's desks, gathered and sorted as one likes, each with what it asks for and the way there. */
export function TodoPage() {
  const {t} = useTranslation('todo');
  const desks = desksOf(useSession().roles).filter((each) => each === 'UNIT_DESK' || each === 'SUPERVISOR_DESK');
  const [chosen, setChosen] = useState<Desk>(desks[0] ?? 'UNIT_DESK');
  return (
    <section className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        {desks.length > 1 && (
          <Segmented<Desk>
            aria-label={t('desk.label')}
            value={chosen}
            onChange={setChosen}
            options={desks.map((each) => ({value: each, label: t(`desk.${each}`)}))}
          />
        )}
      </header>
      <Tasks key={chosen} desk={chosen} />
    </section>
  );
}

function Tasks({desk}: {desk: Desk}) {
  const {t} = useTranslation('todo');
  useNewTaskAlarm(desk, URGENT, t('flash'));
  const snapshot = useLive(tasksOf(desk));
  const [view, setView] = useState(() => viewOf(recall('todo')));
  const look = (next: View) => {
    setView(next);
    remember('todo', textOf(next));
  };
  return (
    <>
      <LineState snapshot={snapshot} />
      {!snapshot.loaded && <Waiting wide />}
      {snapshot.loaded && snapshot.items.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
      )}
      {snapshot.loaded && <ViewBar view={view} tasks={snapshot.items} onView={look} />}
      <TaskGroups tasks={snapshot.items} view={view} />
    </>
  );
}
