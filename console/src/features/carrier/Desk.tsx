import {App, Empty, Segmented} from 'antd';
import {useCallback, useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useNavigate, useParams} from 'react-router';
import {TaskQueue} from '@/shared/desk/TaskQueue';
import type {TaskMessage} from '@/shared/desk/tasks';
import {useNewTaskAlarm} from '@/shared/desk/useNewTaskAlarm';
import styles from './carrier.module.css';
import {TraceList} from './TraceList';
import {TracePane} from './TracePane';

const URGENT = ['ANSWER_HOP'];

type Shown = 'work' | 'all';

export function Desk() {
  const {t} = useTranslation('carrier');
  const {trace, hop} = useParams();
  const selected = trace && hop ? `traces/${trace}/hops/${hop}` : null;
  const navigate = useNavigate();
  const {notification} = App.useApp();
  const [shown, setShown] = useState<Shown>('work');
  // A task's subject, `traces/<id>/hops/<number>`, is its place below this page.
  const open = useCallback((subject: string) => void navigate(`/carrier/${subject}`), [navigate]);
  const announce = useCallback(
    ({task}: TaskMessage) => {
      if (!task?.subject) return;
      const {subject} = task;
      notification.warning({
        key: subject,
        title: t('arrived.title'),
        description: task.label,
        role: 'alert',
        duration: 20,
        onClick: () => open(subject),
      });
    },
    [notification, open, t],
  );
  // What is open need not be announced any more.
  useEffect(() => {
    if (selected) notification.destroy(selected);
  }, [selected, notification]);
  useNewTaskAlarm('TRACE_DESK', URGENT, t('arrived.flash'), announce);

  return (
    <div className={styles.desk}>
      <div className={`${styles.queue} ${trace ? styles.queueBeside : ''}`}>
        <Segmented<Shown>
          block
          aria-label={t('list.label')}
          value={shown}
          onChange={setShown}
          options={[
            {label: t('list.work'), value: 'work'},
            {label: t('list.all'), value: 'all'},
          ]}
        />
        <div className={styles.queueBody}>
          {shown === 'work' ? (
            <TaskQueue desk="TRACE_DESK" selected={selected} onOpen={(task) => open(task.subject ?? '')} />
          ) : (
            <TraceList selected={trace ?? null} onOpen={(id) => open(`traces/${id}`)} />
          )}
        </div>
      </div>
      <div className={styles.pane}>
        {trace ? (
          <TracePane key={trace} id={trace} number={hop ? Number(hop) : null} />
        ) : (
          <Empty className={styles.empty} image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} />
        )}
      </div>
    </div>
  );
}
