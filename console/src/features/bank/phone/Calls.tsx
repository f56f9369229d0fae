import {Button, Card, Input, Space} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {deskPhone, nameOf, useInstitutions} from '@/shared/directory';
import {Labelled} from '@/shared/form/Labelled';
import {OralNotice} from '@/shared/order/OralNotice';
import {type Order, useTakeOrder} from '@/shared/order/queries';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {StateTag} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';
import {ADOPTION_TONES} from '@/shared/tones';
import {useAct} from '@/shared/useAct';
import styles from '../bank.module.css';
import {CallbackFields} from './CallbackFields';
import {type CallbackText, callbackOf} from './phoneText';

const NO_CALLBACK: CallbackText = {dialled: '', time: '', answeredBy: '', confirmed: ''};

/** The calls an order rests on, whether its caller is real, and whether its station stands behind it. */
export function Calls({order}: {order: Order}) {
  const {t} = useTranslation('bank');
  const institutions = useInstitutions();
  const notices = order.oralNotices ?? [];
  const adoption = order.adoption;
  if (notices.length === 0 && !adoption?.state) return null;
  const proven = notices.at(-1)?.proof === 'BY_CALL_CODE';
  const alone = adoption?.state === 'DISOWNED' || adoption?.state === 'UNADOPTED';
  return (
    <Card size="small" title={t('calls.title')}>
      {adoption?.state && adoption.state !== 'ADOPTION_STATE_UNSPECIFIED' && (
        <Space wrap style={{marginBottom: 8}}>
          {nameOf(institutions, order.station)}
          <StateTag tone={ADOPTION_TONES[adoption.state]}>{t(`adoption.${adoption.state}`)}</StateTag>
          {adoption.state === 'ADOPTION_AWAITED' && t('adoption.until', {time: dateTime(adoption.dueTime)})}
          {adoption.reason}
        </Space>
      )}
      {notices.map((notice, at) => (
        <OralNotice key={at} notice={notice} />
      ))}
      {alone && order.state === 'STOPPED' && <Release order={order} />}
      {notices.length > 0 && !proven && <Callback order={order} />}
    </Card>
  );
}

/** The bank rings the unit back, at the directory's number, and records what it said. */
function Callback({order}: {order: Order}) {
  const {t} = useTranslation('bank');
  const unit = useInstitutions().find((each) => each.id === order.station);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(NO_CALLBACK);
  const take = useTakeOrder(order.id ?? '');
  const act = useAct(
    (callback: Schema<'freezing.v1.Callback'>, requestId) =>
      answer(
        api.POST('/v1/stopOrders/{id}:recordCallback', {
          params: {path: {id: order.id ?? ''}},
          body: {callback, requestId},
        }),
      ),
    (changed: Order) => {
      setOpen(false);
      setText(NO_CALLBACK);
      take(changed);
    },
  );
  if (!open) {
    return <Button onClick={() => setOpen(true)}>{t('calls.ringBack')}</Button>;
  }
  const ready = text.dialled.trim() !== '' && text.confirmed !== '';
  return (
    <>
      <CallbackFields
        value={text}
        onChange={setText}
        word={() => null}
        directoryPhone={unit ? deskPhone(unit, 'UNIT_DESK') : ''}
      />
      <ProblemNotice failure={act.error} />
      <div className={styles.acts}>
        <Button type="primary" disabled={!ready} loading={act.isPending} onClick={() => act.mutate(callbackOf(text))}>
          {t('calls.record')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
      </div>
    </>
  );
}

/** Its station does not stand behind it: nothing is released by itself, but the bank may. */
function Release({order}: {order: Order}) {
  const {t} = useTranslation('bank');
  const [reason, setReason] = useState('');
  const act = useAct(
    (body: {reason: string}, requestId) =>
      answer(
        api.POST('/v1/stopOrders/{id}:releaseUnadopted', {
          params: {path: {id: order.id ?? ''}},
          body: {...body, requestId},
        }),
      ),
    useTakeOrder(order.id ?? ''),
  );
  return (
    <>
      <Labelled label={t('calls.releaseReason')} hint={t('calls.releaseHint')} error={null}>
        {(id) => <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Labelled>
      <ProblemNotice failure={act.error} />
      <Button
        danger
        disabled={reason.trim() === ''}
        loading={act.isPending}
        style={{marginBlockEnd: 8, marginInlineEnd: 10}}
        onClick={() => act.mutate({reason: reason.trim()})}
      >
        {t('calls.release')}
      </Button>
    </>
  );
}
