import {Empty} from 'antd';
import {useTranslation} from 'react-i18next';
import {Route, Routes, useNavigate, useParams} from 'react-router';
import {TaskQueue} from '@/shared/desk/TaskQueue';
import {useNewTaskAlarm} from '@/shared/desk/useNewTaskAlarm';
import {PapersPane} from './PapersPane';
import styles from './security.module.css';

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
  return (
    <div className={styles.desk}>
      <div className={styles.queue}>
        <TaskQueue
          desk="SECURITY_DESK"
          selected={id ? `stopOrders/${id}` : null}
          onOpen={(task) => void navigate(`/security/orders/${(task.subject ?? '').replace('stopOrders/', '')}`)}
        />
      </div>
      <div className={styles.pane}>
        {id ? (
          <PapersPane key={id} id={id} />
        ) : (
          <Empty style={{marginTop: 96}} image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} />
        )}
      </div>
    </div>
  );
}
