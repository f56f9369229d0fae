import {useTranslation} from 'react-i18next';
import {Route, Routes, useNavigate, useParams} from 'react-router';
import {DeskLayout} from '@/shared/desk/DeskLayout';
import {TaskQueue} from '@/shared/desk/TaskQueue';
import {useNewTaskAlarm} from '@/shared/desk/useNewTaskAlarm';
import {PapersPane} from './PapersPane';

const KINDS = ['COUNTERSIGN_PAPER'];

/** The security desk: papers to countersign, beside the one in hand. */
export default function Pages() {
  return (
    <Routes>
      <Route index element={<Desk />} />
      <Route path="orders/:id" element={<Desk />} />
    </Routes>
  );
}

function Desk() {
  const {t} = useTranslation('security');
  const {id} = useParams();
  const navigate = useNavigate();
  useNewTaskAlarm('SECURITY_DESK', KINDS, t('flash'));
  const queue = (
    <TaskQueue
      desk="SECURITY_DESK"
      selected={id ? `stopOrders/${id}` : null}
      onOpen={(task) => void navigate(`/security/orders/${(task.subject ?? '').replace('stopOrders/', '')}`)}
    />
  );
  return (
    <DeskLayout wide queue={queue} choose={t('choose')}>
      {id ? <PapersPane key={id} id={id} /> : null}
    </DeskLayout>
  );
}
