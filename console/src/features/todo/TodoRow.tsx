import {CheckOutlined} from '@ant-design/icons';
import {Button} from 'antd';
import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {answer, api} from '@/api/client';
import {maskedNumber} from '@/reading/account';
import {Clock} from '@/shared/clock/Clock';
import type {Task} from '@/shared/desk/tasks';
import {saidOf} from '@/shared/language';
import {fenOf, yuan} from '@/shared/money';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {type Role, useSession} from '@/shared/session';
import {StateTag} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';
import {settled} from './places';
import styles from './todo.module.css';

/** Who may take note (`NoteTask`). */
const NOTES: readonly Role[] = ['station-officer', 'station-liaison', 'station-supervisor', 'unit-head'];

/** One task: what it is, what it asks for, how long there is, and the way there. */
export function TodoRow({task}: {task: Task}) {
  const {t, i18n} = useTranslation('todo');
  const {t: common} = useTranslation('shared');
  const {roles} = useSession();
  const {place, note} = settled(task, roles);
  const take = useAct(async (_: null, requestId) => {
    await answer(api.POST('/v1/tasks/{id}:note', {params: {path: {id: task.id ?? ''}}, body: {requestId}}));
  });
  const kind = common(`taskKind.${task.kind}`);
  return (
    <li className={styles.task} data-kind={task.kind} data-subject={task.subject}>
      <div className={styles.what}>
        <StateTag tone={task.urgency === 2 ? 'red' : task.urgency === 1 ? 'amber' : 'blue'}>{kind}</StateTag>
        <strong className={styles.label}>{maskedNumber(task.label)}</strong>
        {fenOf(task.amountFen) > 0n && <span className={styles.amount}>¥{yuan(task.amountFen)}</span>}
      </div>
      <div className={styles.ask}>{t(`do.${task.kind}`)}</div>
      <div className={styles.clock}>
        {task.dueTime ? (
          <Clock due={task.dueTime} start={task.openTime} name={kind} basis={common(`taskBasis.${task.kind}`)} />
        ) : (
          <span className={styles.since}>{t('since', {time: dateTime(task.openTime).slice(5)})}</span>
        )}
      </div>
      <div className={styles.acts}>
        {place && (
          <Link to={place} aria-label={saidOf(t(note ? 'look' : 'open'), `${kind} ${maskedNumber(task.label)}`, i18n.language)}>
            {t(note ? 'look' : 'open')}
          </Link>
        )}
        {note && NOTES.some((role) => roles.has(role)) && (
          <Button size="small" icon={<CheckOutlined />} loading={take.isPending} onClick={() => take.mutate(null)}>
            {t('note')}
          </Button>
        )}
        {!place && !note && <span>{t('elsewhere')}</span>}
      </div>
      <ProblemNotice failure={take.error} onRetry={() => take.mutate(null)} />
    </li>
  );
}
