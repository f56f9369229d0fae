import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {Clock} from '@/shared/clock/Clock';
import {tasksOf} from '@/shared/desk/tasks';
import {useNewTaskAlarm} from '@/shared/desk/useNewTaskAlarm';
import {useLive} from '@/shared/live/useLive';
import {yuan} from '@/shared/money';
import {Notice} from '@/shared/plain/Notice';
import styles from './adopt.module.css';

const KINDS = ['ADOPT_STOP'];

/** Stops that banks made on a call in this station's name, and that nobody here has said anything to yet. Live. */
export function AdoptList() {
  const {t} = useTranslation('cases');
  const {t: common} = useTranslation('shared');
  useNewTaskAlarm('UNIT_DESK', KINDS, t('adopt.flash'));
  const tasks = useLive(tasksOf('UNIT_DESK')).items.filter((each) => each.kind === 'ADOPT_STOP');
  if (tasks.length === 0) return null;
  return (
    <Notice
      type="warning"
      role="region"
      aria-label={t('adopt.waiting', {count: tasks.length})}
      title={t('adopt.waiting', {count: tasks.length})}
      description={
        <ul className={styles.list}>
          {tasks.map((task) => (
            <li key={task.id} data-subject={task.subject}>
              <Link to={`/cases/adopt/${(task.subject ?? '').replace('stopOrders/', '')}`}>
                {task.label} ¥{yuan(task.amountFen)}
              </Link>{' '}
              <Clock
                due={task.dueTime}
                start={task.openTime}
                name={common('taskKind.ADOPT_STOP')}
                basis={common('taskBasis.ADOPT_STOP')}
              />
            </li>
          ))}
        </ul>
      }
    />
  );
}
