import {useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useNavigate, useParams} from 'react-router';
import {DeskLayout, QueueViews} from '@/shared/desk/DeskLayout';
import {TaskQueue} from '@/shared/desk/TaskQueue';
import {useNewTaskAlarm} from '@/shared/desk/useNewTaskAlarm';
import {useSession} from '@/shared/session';
import {CasePane} from './filing/CasePane';
import {Refused} from './filing/Refused';
import {kindsFor, placeOf} from './data';
import {TracePane} from './trace/TracePane';

type Shown = 'waiting' | 'refused';

/** What waits, beside the one thing that is being decided; on a telephone one after the other. */
export function Desk() {
  const {t} = useTranslation('approval');
  const {caseId, traceId} = useParams();
  const {roles} = useSession();
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown>('waiting');
  const kinds = useMemo(() => kindsFor(roles), [roles]);
  useNewTaskAlarm('UNIT_DESK', kinds, t('flash'));
  const selected = caseId ? `cases/${caseId}` : traceId ? `traces/${traceId}` : null;
  const waiting = (
    <TaskQueue
      desk="UNIT_DESK"
      selected={selected}
      filter={(task) => kinds.includes(task.kind ?? '')}
      onOpen={(task) => void navigate(placeOf(task.subject))}
    />
  );
  const queue = roles.has('county-approver') ? (
    <QueueViews<Shown>
      label={t('list.label')}
      shown={shown}
      onShow={setShown}
      views={[
        ['waiting', t('list.waiting')],
        ['refused', t('list.refused')],
      ]}
    >
      {shown === 'waiting' ? waiting : <Refused selected={caseId} />}
    </QueueViews>
  ) : (
    waiting
  );
  return (
    <DeskLayout queue={queue} choose={t('choose')} turns={{to: '/approval', label: t('back')}}>
      {caseId ? <CasePane key={caseId} id={caseId} /> : traceId ? <TracePane key={traceId} id={traceId} /> : null}
    </DeskLayout>
  );
}
