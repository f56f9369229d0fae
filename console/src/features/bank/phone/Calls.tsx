import {Button, Card, Input, Space} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {type Fact, FactList} from '@/shared/order/FactList';
import {deskPhone, nameOf, useInstitutions} from '@/shared/directory';
import {Labelled} from '@/shared/form/Labelled';
import {type Order, useTakeOrder} from '@/shared/order/queries';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {StateTag, type Tone} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';
import styles from '../bank.module.css';
import {CallbackFields} from './CallbackFields';
import {type CallbackText, callbackOf} from './phoneText';

type Notice = Schema<'freezing.v1.OralNotice'>;

const PROOFS: Record<string, Tone> = {
  NOT_PROVEN: 'amber',
  BY_CALL_CODE: 'green',
  BY_CALLBACK: 'green',
  CALLBACK_FAILED: 'red',
};
const ADOPTIONS: Record<string, Tone> = {
  ADOPTION_AWAITED: 'amber',
  ADOPTED: 'green',
  DISOWNED: 'red',
  UNADOPTED: 'red',
};
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
          <StateTag tone={ADOPTIONS[adoption.state]}>{t(`adoption.${adoption.state}`)}</StateTag>
          {adoption.state === 'ADOPTION_AWAITED' && t('adoption.until', {time: dateTime(adoption.dueTime)})}
          {adoption.reason}
        </Space>
      )}
      {notices.map((notice, at) => (
        <Call key={at} notice={notice} />
      ))}
      {alone && order.state === 'STOPPED' && <Release order={order} />}
      {notices.length > 0 && !proven && <Callback order={order} />}
    </Card>
  );
}

function Call({notice}: {notice: Notice}) {
  const {t} = useTranslation('bank');
  const {callback, caller} = notice;
  const rows: Fact[] = [
    [t('phone.callTime'), dateTime(notice.callTime)],
    [t('calls.caller'), [caller?.name, caller?.officerNumber].filter(Boolean).join(' · ')],
    [t('calls.victim'), notice.victimPresent ? t('phone.victimPresent') : ''],
    [t('calls.entered'), dateTime(notice.entryTime)],
    [
      t('calls.callback'),
      callback && [callback.dialledPhone, dateTime(callback.callbackTime), callback.answeredBy].filter(Boolean).join(' · '),
    ],
    [t('calls.flags'), notice.flags?.map((flag) => t(`flag.${flag}`)).join('；')],
    [t('phone.lateReason'), notice.lateReason],
  ];
  return (
    <div style={{marginBottom: 8}}>
      <Space wrap>
        {t(notice.byBank ? 'calls.byBank' : 'calls.byPolice')}
        <StateTag tone={PROOFS[notice.proof ?? '']}>{t(`proof.${notice.proof}`)}</StateTag>
      </Space>
      <FactList rows={rows} />
    </div>
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
