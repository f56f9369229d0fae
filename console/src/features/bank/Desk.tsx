import {useCallback, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useNavigate, useParams} from 'react-router';
import {DeskLayout, QueueViews} from '@/shared/desk/DeskLayout';
import {TaskQueue} from '@/shared/desk/TaskQueue';
import type {Task} from '@/shared/desk/tasks';
import {useArrivals} from '@/shared/desk/useArrivals';
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
  const [shown, setShown] = useState<Shown>('work');
  const open = useCallback((task: Task) => void navigate(placeOf(task)), [navigate]);
  const titleOf = useCallback(
    (task: Task) => t('arrived.title', {kind: common(`taskKind.${task.kind}`)}),
    [t, common],
  );
  useArrivals({desk: 'LIAISON_DESK', kinds: URGENT, flash: t('arrived.flash'), selected, titleOf, onOpen: open});
  const queue = (
    <QueueViews<Shown>
      label={t('list.label')}
      shown={shown}
      onShow={setShown}
      views={[
        ['work', t('list.work')],
        ['papers', t('list.papers')],
        ['all', t('list.all')],
      ]}
    >
      {shown === 'work' ? (
        <TaskQueue desk="LIAISON_DESK" selected={selected} onOpen={open} />
      ) : (
        <OrderList
          owedOnly={shown === 'papers'}
          selected={id ?? null}
          onOpen={(order) => void navigate(`/bank/orders/${order}`)}
        />
      )}
    </QueueViews>
  );
  return (
    <DeskLayout wide queue={queue} choose={t('choose')}>
      {id ? <OrderPane key={id} id={id} /> : lookup ? <LookupPane key={lookup} id={lookup} /> : null}
    </DeskLayout>
  );
}
