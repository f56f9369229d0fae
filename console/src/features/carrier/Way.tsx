import {Button, Card, Input, Modal} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {nameOf, useInstitutions} from '@/shared/directory';
import {Labelled} from '@/shared/form/Labelled';
import facts from '@/shared/order/order.module.css';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {StateTag} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';
import styles from './carrier.module.css';
import {LegShown} from './LegShown';
import {type Hop, type Trace, answerIn, useTakeTrace} from './trace';

/** The way from the victim to this hop, the nearest first: what one's own answer must agree with. */
export function Way({trace, hop}: {trace: Trace; hop: Hop}) {
  const {t} = useTranslation('carrier');
  const before = (trace.hops ?? []).filter((each) => (each.number ?? 0) < (hop.number ?? 0)).reverse();
  const [disputing, setDisputing] = useState(false);
  return (
    <Card size="small" title={t('way.title')}>
      {before.length === 0 && <p className={styles.hint}>{t('way.first')}</p>}
      {before.map((each, at) => (
        <Earlier
          key={each.number}
          hop={each}
          nearest={at === 0}
          onDispute={at === 0 && each.state === 'HOP_ANSWERED' ? () => setDisputing(true) : null}
        />
      ))}
      {disputing && before[0] && <Dispute trace={trace} hop={before[0]} onClose={() => setDisputing(false)} />}
    </Card>
  );
}

function Earlier({hop, nearest, onDispute}: {hop: Hop; nearest: boolean; onDispute: (() => void) | null}) {
  const {t} = useTranslation('carrier');
  const institutions = useInstitutions();
  const given = answerIn(hop);
  const record = given?.record;
  const truly = record?.startTime && Date.parse(record.startTime) - (record.clockOffsetSeconds ?? 0) * 1000;
  return (
    <section className={`${styles.hop} ${nearest ? styles.nearest : ''}`} data-earlier={hop.number}>
      <h3>
        {t('hop.number', {number: hop.number})} {nameOf(institutions, hop.carrier)}{' '}
        <StateTag tone={hop.state === 'HOP_DISPUTED' ? 'red' : 'grey'}>{t(`state.${hop.state}`)}</StateTag>
      </h3>
      <dl className={facts.facts}>
        <dt>{t('answer.exchange')}</dt>
        <dd>
          {[
            given?.exchange || hop.exchange,
            given?.role && given.role !== 'EXCHANGE_ROLE_UNSPECIFIED' ? t(`role.${given.role}`) : '',
          ]
            .filter(Boolean)
            .join(' · ') || '—'}
        </dd>
        {record && (
          <>
            <dt>{t('way.start')}</dt>
            <dd>{dateTime(truly || undefined)}</dd>
            <dt>{t('record.seconds')}</dt>
            <dd>{record.durationSeconds ? t('way.seconds', {seconds: record.durationSeconds}) : '—'}</dd>
            <dt>{t('record.calling')}</dt>
            <dd>{record.callingNumberReceived || '—'}</dd>
            <dt>{t('leg.incoming')}</dt>
            <dd>
              <LegShown leg={record.incoming} />
            </dd>
          </>
        )}
      </dl>
      {nearest && record && <p className={styles.hint}>{t('way.mustAgree')}</p>}
      {onDispute && (
        <Button size="small" danger onClick={onDispute}>
          {t('dispute.open', {number: hop.number})}
        </Button>
      )}
    </section>
  );
}

/** The hop before cannot be right: it goes back to its carrier, with the reason. */
function Dispute({trace, hop, onClose}: {trace: Trace; hop: Hop; onClose: () => void}) {
  const {t} = useTranslation('carrier');
  const [reason, setReason] = useState('');
  const take = useTakeTrace(trace.id ?? '');
  const act = useAct(
    (body: {reason: string}, requestId) =>
      answer(
        api.POST('/v1/traces/{id}/hops/{hop}:dispute', {
          params: {path: {id: trace.id ?? '', hop: hop.number ?? 0}},
          body: {...body, requestId},
        }),
      ),
    (changed: Trace) => {
      take(changed);
      onClose();
    },
  );
  return (
    <Modal
      open
      title={t('dispute.title', {number: hop.number})}
      okText={t('dispute.send')}
      okButtonProps={{danger: true, disabled: reason.trim() === '', loading: act.isPending}}
      cancelText={t('dispute.cancel')}
      onOk={() => act.mutate({reason: reason.trim()})}
      onCancel={onClose}
    >
      <p className={styles.hint}>{t('dispute.hint')}</p>
      <Labelled label={t('dispute.reason')} error={null}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            autoFocus
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
      <ProblemNotice failure={act.error} />
    </Modal>
  );
}
