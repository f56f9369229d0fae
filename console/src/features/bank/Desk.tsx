import {App, Empty, Segmented} from 'antd';
import {useCallback, useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useNavigate, useParams} from 'react-router';
import {TaskQueue} from '@/shared/desk/TaskQueue';
import type {Task, TaskMessage} from '@/shared/desk/tasks';
import {useNewTaskAlarm} from '@/shared/desk/useNewTaskAlarm';
import styles from './bank.module.css';
import {OrderPane} from './OrderPane';
import {OrderList} from './OrderList';

const URGENT = ['ANSWER_STOP', 'ANSWER_EXTENSION'];

type Shown = 'work' | 'papers' | 'all';

function orderOf(task: Task): string {
  return (task.subject ?? '').replace('stopOrders/', '');
}

export function Desk() {
  const {t} = useTranslation('bank');
  const {id} = useParams();
  const navigate = useNavigate();
  const {notification} = App.useApp();
  const [shown, setShown] = useState<Shown>('work');
  const open = useCallback((order: string) => void navigate(`/bank/orders/${order}`), [navigate]);
  const announce = useCallback(
    (message: TaskMessage) => {
      const task = message.task;
      if (!task) return;
      notification.warning({
        key: orderOf(task),
        title: t('arrived.title'),
        description: task.label,
        role: 'alert',
        duration: 20,
        onClick: () => open(orderOf(task)),
      });
    },
    [notification, open, t],
  );
  // What is open need not be announced any more.
  useEffect(() => {
    if (id) notification.destroy(id);
  }, [id, notification]);
  useNewTaskAlarm('LIAISON_DESK', URGENT, t('arrived.flash'), announce);

  return (
    <div className={styles.desk}>
      <div className={`${styles.queue} ${id ? styles.queueBeside : ''}`}>
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
              selected={id ? `stopOrders/${id}` : null}
              onOpen={(task) => open(orderOf(task))}
            />
          ) : (
            <OrderList owedOnly={shown === 'papers'} selected={id ?? null} onOpen={open} />
          )}
        </div>
      </div>
      <div className={styles.pane}>
        {id ? (
          <OrderPane key={id} id={id} />
        ) : (
          <Empty className={styles.empty ?? ''} image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} />
        )}
      </div>
    </div>
  );
}
