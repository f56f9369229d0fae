import {Button, Card, Checkbox, Input} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {serverTime} from '@/shared/clock/serverTime';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {TimeInput} from '@/shared/form/TimeInput';
import {type Order, useTakeOrder} from '@/shared/order/queries';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {refusalIn} from '@/shared/problem/fields';
import {readTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';
import {useRefresh} from '../data';
import styles from './call.module.css';

type Body = Omit<Schema<'freezing.v1.RecordOralNoticeRequestBody'>, 'requestId' | 'etag'>;

/** The field that a refusal is about. */
const FIELDS: Record<string, string> = {
  PHONED_TIME_FUTURE: 'callTime',
  PHONED_TIME_IMPOSSIBLE: 'confirmTimes',
  PHONED_LATE_REASON_MISSING: 'lateReason',
};

/** The officer puts on record that he gave this order by telephone: to whom, and when. */
export function NoticeForm({order, dialled}: {order: Order; dialled: string}) {
  const {t} = useTranslation('cases');
  const {t: common} = useTranslation('shared');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState<string | null>(null);
  const [time, setTime] = useState('');
  const [lateReason, setLateReason] = useState('');
  const [confirmTimes, setConfirmTimes] = useState(false);
  const [tried, setTried] = useState(false);
  const id = order.id ?? '';
  const take = useTakeOrder(id);
  const refresh = useRefresh(order.caseId ?? '');
  const act = useAct(
    (body: Body, requestId) =>
      answer(
        api.POST('/v1/stopOrders/{id}:recordOralNotice', {params: {path: {id}}, body: {...body, requestId}}),
      ),
    (changed: Order) => {
      for (const clear of [setName, setTime, setLateReason]) clear('');
      setTried(false);
      take(changed);
      refresh();
    },
  );
  const refusal = refusalIn(act.error, FIELDS);
  const word = (field: string) => (refusal?.field === field ? refusal.detail : null);
  const read = time === '' ? new Date(serverTime.now()).toISOString() : readTime(time, serverTime.now());
  const send = () => {
    setTried(true);
    if (name.trim() === '' || read === null) return;
    act.mutate({
      calleeName: name.trim(),
      calleePhone: (phone ?? dialled).trim(),
      callTime: read,
      lateReason: lateReason.trim(),
      confirmTimes,
    });
  };
  return (
    <Card size="small" title={t('call.record')}>
      <p className={styles.hint}>{t('call.recordHint')}</p>
      <div className={grid.three}>
        <Labelled label={t('call.callee')} error={tried && name.trim() === '' ? t('call.required') : null}>
          {(field) => (
            <Input
              id={field}
              autoComplete="off"
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={t('call.calleePhone')} error={null}>
          {(field) => (
            <Input
              id={field}
              inputMode="tel"
              autoComplete="off"
              maxLength={40}
              value={phone ?? dialled}
              onChange={(event) => setPhone(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled
          label={t('call.callTime')}
          error={tried && read === null ? t('call.unreadable') : word('callTime')}
        >
          {(field) => <TimeInput id={field} value={time} placeholder={t('call.now')} onChange={setTime} />}
        </Labelled>
      </div>
      {(lateReason !== '' || refusal?.field === 'lateReason' || refusal?.field === 'confirmTimes') && (
        <Labelled label={common('notice.lateReason')} error={word('lateReason')}>
          {(field) => (
            <Input
              id={field}
              maxLength={500}
              value={lateReason}
              onChange={(event) => setLateReason(event.target.value)}
            />
          )}
        </Labelled>
      )}
      {(confirmTimes || refusal?.field === 'confirmTimes') && (
        <Checkbox checked={confirmTimes} onChange={(event) => setConfirmTimes(event.target.checked)}>
          {common('notice.confirmTimes')}
        </Checkbox>
      )}
      {(refusal === null || refusal.field === 'confirmTimes') && <ProblemNotice failure={act.error} onRetry={send} />}
      <Button type="primary" loading={act.isPending} onClick={send} style={{marginTop: 8}}>
        {t('call.record')}
      </Button>
    </Card>
  );
}
