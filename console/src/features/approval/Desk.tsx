import {ArrowLeftOutlined} from '@ant-design/icons';
import {Empty, Segmented} from 'antd';
import {useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Link, useNavigate, useParams} from 'react-router';
import {TaskQueue} from '@/shared/desk/TaskQueue';
import {useNewTaskAlarm} from '@/shared/desk/useNewTaskAlarm';
import {useSession} from '@/shared/session';
import {CasePane} from './filing/CasePane';
import {Refused} from './filing/Refused';
import {kindsFor, placeOf} from './data';
import {TracePane} from './trace/TracePane';
import styles from './approval.module.css';

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
  return (
    <div className={styles.desk} data-open={selected !== null}>
      <div className={styles.queue}>
        {roles.has('county-approver') && (
          <Segmented<Shown>
            block
            aria-label={t('list.label')}
            value={shown}
            onChange={setShown}
            options={[
              {label: t('list.waiting'), value: 'waiting'},
              {label: t('list.refused'), value: 'refused'},
            ]}
          />
        )}
        {shown === 'waiting' ? (
          <TaskQueue
            desk="UNIT_DESK"
            selected={selected}
            filter={(task) => kinds.includes(task.kind ?? '')}
            onOpen={(task) => void navigate(placeOf(task.subject))}
          />
        ) : (
          <Refused selected={caseId} />
        )}
      </div>
      <div className={styles.pane}>
        {selected && (
          <Link to="/approval" className={styles.back}>
            <ArrowLeftOutlined aria-hidden /> {t('back')}
          </Link>
        )}
        {caseId && <CasePane key={caseId} id={caseId} />}
        {traceId && <TracePane key={traceId} id={traceId} />}
        {!selected && <Empty className={styles.empty ?? ''} image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} />}
      </div>
    </div>
  );
}
