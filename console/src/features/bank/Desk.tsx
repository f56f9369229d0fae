import {App, Empty, Segmented} from 'antd';
import {useCallback, useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useNavigate, useParams} from 'react-router';
import {TaskQueue} from '@/shared/desk/TaskQueue';
import type {Task, TaskMessage} from '@/shared/desk/tasks';
import {useNewTaskAlarm} from '@/shared/desk/useNewTaskAlarm';
import styles from './bank.module.css';
import {LookupPane} from './lookup/LookupPane';
import {OrderPane} from './OrderPane';
import {OrderList} from './OrderList';

const URGENT = ['ANSWER_STOP', 'ANSWER_EXTENSION', 'ANSWER_LOOKUP', 'UNADOPTED_STOP', 'WRONG_CALL_CODES'];

type Shown = 'work' | 'papers' | 'all';

/** Where a task's subject is worked on: `stopOrders/0123…` → `/bank/orders/0123…`. */
function placeOf(task: Task): string {
  // Wrong codes are nothing to open: who calls is checked where calls are recorded.
  if (task.kind === 'WRONG_CALL_CODES') return '/phone';
  return `/bank/${(task.subject ?? '').replace('stopOrders/', 'orders/').replace('accountQueries/', 'lookups/')}`;
}

export function Desk() {
  const {t} = useTranslation('bank');
  const {t: common} = useTranslation('shared');
  const {id, lookup} = useParams();
  const selected = id ? `stopOrders/${id}` : lookup ? `accountQueries/${lookup}` : null;
  const navigate = useNavigate();
  const {notification} = App.useApp();
  const [shown, setShown] = useState<Shown>('work');
  const open = useCallback((place: string) => void navigate(place), [navigate]);
  const announce = useCallback(
    (message: TaskMessage) => {
      const task = message.task;
      // What is open already tells of it itself.
      if (!task || task.subject === selected) return;
      notification.warning({
        key: task.subject ?? '',
        title: t('arrived.title', {kind: common(`taskKind.${task.kind}`)}),
        description: task.label,
        role: 'alert',
        duration: 20,
        onClick: () => open(placeOf(task)),
      });
    },
    [notification, open, selected, t, common],
  );
  // What is open need not be announced any more.
  useEffect(() => {
    if (selected) notification.destroy(selected);
  }, [selected, notification]);
  useNewTaskAlarm('LIAISON_DESK', URGENT, t('arrived.flash'), announce);

  return (
    <div className={styles.desk}>
      <div className={`${styles.queue} ${selected ? styles.queueBeside : ''}`}>
        <Segmented<Shown>
          block
          aria-label={t('list.label')}
          value={shown}
          onChange={setShown}
          options={[
            {label: t('list.work'), value: 'work'},
            {label: t('list.papers'), value: 'papers'},
            {label: t('list.all'), value: 'all'},
          ]}
        />
        <div className={styles.queueBody}>
          {shown === 'work' ? (
            <TaskQueue
              desk="LIAISON_DESK"
              selected={selected}
              onOpen={(task) => open(placeOf(task))}
            />
          ) : (
            <OrderList owedOnly={shown === 'papers'} selected={id ?? null} onOpen={(order) => open(`/bank/orders/${order}`)} />
          )}
        </div>
      </div>
      <div className={styles.pane}>
        {id ? (
          <OrderPane key={id} id={id} />
        ) : lookup ? (
          <LookupPane key={lookup} id={lookup} />
        ) : (
          <Empty className={styles.empty ?? ''} image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} />
        )}
      </div>
    </div>
  );
}
