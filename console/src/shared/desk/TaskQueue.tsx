import {Empty, Tag} from 'antd';
import {type KeyboardEvent, useRef} from 'react';
import {useTranslation} from 'react-i18next';
import {Clock} from '@/shared/clock/Clock';
import {useAt} from '@/shared/clock/useNow';
import {LineState} from '@/shared/live/LineState';
import {useLive} from '@/shared/live/useLive';
import {yuan} from '@/shared/money';
import {Waiting} from '@/shared/plain/Waiting';
import styles from './TaskQueue.module.css';
import {type Desk, type Task, inTurn, lapsedOf, tasksOf} from './tasks';

interface Props {
  desk: Desk;
  /** The subject that is open beside the queue, e.g. `stopOrders/0123…`. */
  selected: string | null;
  onOpen: (task: Task) => void;
  filter?: (task: Task) => boolean;
}

/** The open work of a desk, in the turn it is worked off. Arrow keys walk, Enter opens. */
export function TaskQueue({desk, selected, onOpen, filter}: Props) {
  const {t} = useTranslation('shared');
  const snapshot = useLive(tasksOf(desk));
  const list = useRef<HTMLUListElement>(null);
  const mine = filter ? snapshot.items.filter(filter) : snapshot.items;
  // Drawn anew when one lapses, not each second: a desk may hold thousands.
  const tasks = inTurn(mine, useAt((now) => lapsedOf(mine, now * 1000)));

  const walk = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
  };
  return (
    <section aria-label={t('queue.label')}>
      <LineState snapshot={snapshot} />
      {!snapshot.loaded && <Waiting wide />}
      {snapshot.loaded && tasks.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('queue.empty')} />
      )}
      <ul ref={list} className={styles.list} onKeyDown={walk}>
        {tasks.map((task) => (
          <li key={task.id}>
            <button
              type="button"
              className={`${styles.task} ${task.subject === selected ? styles.selected : ''}`}
              aria-current={task.subject === selected}
              data-subject={task.subject}
              onClick={() => onOpen(task)}
            >
              <span className={styles.line}>
                <Tag
                  color={task.urgency === 2 ? 'error' : task.urgency === 1 ? 'warning' : 'blue'}
                  style={{marginInlineEnd: 0}}
                >
                  {t(`taskKind.${task.kind}`)}
                </Tag>
                <span className={styles.amount}>{task.amountFen === '0' ? '' : `¥${yuan(task.amountFen)}`}</span>
              </span>
              <span className={styles.line}>
                <span className={styles.label}>{task.label}</span>
                <Clock
                  due={task.dueTime}
                  start={task.openTime}
                  name={t(`taskKind.${task.kind}`)}
                  basis={t(`taskBasis.${task.kind}`)}
                />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
