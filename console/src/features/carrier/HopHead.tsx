import {Space} from 'antd';
import {useTranslation} from 'react-i18next';
import {Clock} from '@/shared/clock/Clock';
import {nameOf, useInstitutions} from '@/shared/directory';
import facts from '@/shared/order/order.module.css';
import {StateTag, type Tone} from '@/shared/StateTag';
import {Notice} from '@/shared/plain/Notice';
import {dateTime} from '@/shared/time';
import type {Hop, Trace} from './trace';

const TONES: Record<string, Tone> = {
  HOP_SENT: 'amber',
  HOP_ACKNOWLEDGED: 'blue',
  HOP_ANSWERED: 'green',
  HOP_LANDED: 'green',
  HOP_DEAD_END: 'grey',
  HOP_NOT_OURS: 'grey',
  HOP_PAPER_INVALID: 'red',
  HOP_DISPUTED: 'red',
};

/** Which hop it is, where it stands, its clocks, the paper it rests on, whom to ring, and what is said against it. */
export function HopHead({trace, hop}: {trace: Trace; hop: Hop}) {
  const {t} = useTranslation('carrier');
  const institutions = useInstitutions();
  const late = hop.delay === 'OVERDUE' || hop.delay === 'ESCALATED';
  const dispute = hop.state === 'HOP_DISPUTED' ? hop.disputes?.at(-1) : undefined;
  const {officer} = trace;
  return (
    <header className={facts.head}>
      <div className={facts.headLine}>
        <h1 className={facts.title}>{t('hop.title', {number: hop.number})}</h1>
        <StateTag tone={TONES[hop.state ?? '']}>{t(`state.${hop.state}`)}</StateTag>
        {late && <StateTag tone="red">{t(`delay.${hop.delay}`)}</StateTag>}
        {hop.exchange && <span>{hop.exchange}</span>}
      </div>
      {(hop.clocks ?? []).length > 0 && (
        <Space wrap size={[16, 6]}>
          {(hop.clocks ?? [])
            // What comes after the time to answer is the police's, and shown once that is over.
            .filter((clock) => clock.name !== 'trace-escalate' || late)
            .map((clock) => (
              <span key={clock.name} className={facts.clock}>
                {t(`clock.${clock.name}`)}{' '}
                <Clock
                  name={t(`clock.${clock.name}`)}
                  start={clock.startTime}
                  due={clock.dueTime}
                  basis={clock.basis}
                  state={clock.missed ? 'MISSED' : 'RUNNING'}
                />
              </span>
            ))}
        </Space>
      )}
      <dl className={facts.facts}>
        <dt>{t('paper')}</dt>
        <dd>{trace.paper?.number}</dd>
        <dt>{t('officer')}</dt>
        <dd>
          {[officer?.name, officer?.officerNumber, nameOf(institutions, trace.station), officer?.phone]
            .filter(Boolean)
            .join(' · ')}
        </dd>
      </dl>
      {dispute && (
        <Notice
          type="error"
          role="alert"
          title={t('disputed.title', {
            who: nameOf(institutions, dispute.institution) || t('somebody'),
            time: dateTime(dispute.disputeTime),
          })}
          description={dispute.reason}
        />
      )}
    </header>
  );
}
