import {useCallback, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useNavigate, useParams} from 'react-router';
import {DeskLayout, QueueViews} from '@/shared/desk/DeskLayout';
import {TaskQueue} from '@/shared/desk/TaskQueue';
import type {Task} from '@/shared/desk/tasks';
import {useArrivals} from '@/shared/desk/useArrivals';
import {TraceList} from './TraceList';
import {TracePane} from './TracePane';

const URGENT = ['ANSWER_HOP'];

type Shown = 'work' | 'all';

export function Desk() {
  const {t} = useTranslation('carrier');
  const {trace, hop} = useParams();
  const selected = trace && hop ? `traces/${trace}/hops/${hop}` : null;
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown>('work');
  // A task's subject, `traces/<id>/hops/<number>`, is its place below this page.
  const open = useCallback((task: Task) => void navigate(`/carrier/${task.subject ?? ''}`), [navigate]);
  const titleOf = useCallback(() => t('arrived.title'), [t]);
  useArrivals({desk: 'TRACE_DESK', kinds: URGENT, flash: t('arrived.flash'), selected, titleOf, onOpen: open});
  const queue = (
    <QueueViews<Shown>
      label={t('list.label')}
      shown={shown}
      onShow={setShown}
      views={[
        ['work', t('list.work')],
        ['all', t('list.all')],
      ]}
    >
      {shown === 'work' ? (
        <TaskQueue desk="TRACE_DESK" selected={selected} onOpen={open} />
      ) : (
        <TraceList selected={trace ?? null} onOpen={(id) => void navigate(`/carrier/traces/${id}`)} />
      )}
    </QueueViews>
  );
  return (
    <DeskLayout queue={queue} choose={t('choose')}>
      {trace ? <TracePane key={trace} id={trace} number={hop ? Number(hop) : null} /> : null}
    </DeskLayout>
  );
}
