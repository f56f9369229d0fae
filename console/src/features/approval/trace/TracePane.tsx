import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {nameOf, useInstitutions} from '@/shared/directory';
import {yuan} from '@/shared/money';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {StateTag} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';
import {type Case, type Trace, useCase, useTrace} from '../data';
import {Story} from '../filing/Story';
import {TRACE_TONES} from '@/shared/tones';
import {RenewPaper} from './RenewPaper';
import {TraceDecision} from './TraceDecision';
import {lengthParts} from './length';
import styles from '../approval.module.css';

/** One trace that somebody asks for: the call, the paper, the case behind it, and the decision beside it. */
export function TracePane({id}: {id: string}) {
  const {t} = useTranslation('approval');
  const found = useTrace(id);
  const trace = found.data;
  const whole = useCase(trace?.caseId ?? '');
  if (!trace) {
    return found.isPending ? (
      <Waiting wide />
    ) : (
      <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
    );
  }
  const refusing = (trace.hops ?? []).some((hop) => hop.state === 'HOP_PAPER_INVALID');
  return (
    <>
      <header className={styles.panel}>
        <h1>
          {t('trace.title', {number: trace.displayed})}{' '}
          <StateTag tone={TRACE_TONES[trace.state ?? '']}>{t(`traceState.${trace.state}`)}</StateTag>
        </h1>
        <div className={styles.line}>
          <span className={styles.sub}>{dateTime(trace.createTime)}</span>
          <Link to={`/cases/${trace.caseId}`}>{t('head.open')}</Link>
          {(trace.state === 'REQUESTED' || refusing) && (
            <a href="#decide" className={styles.jump}>
              {t('head.decide')}
            </a>
          )}
        </div>
      </header>
      <div className={styles.columns}>
        <div className={styles.facts}>
          <Call trace={trace} />
          <ProblemNotice failure={whole.error} onRetry={() => void whole.refetch()} />
          {whole.data && <Ground whole={whole.data} trace={trace} />}
          {whole.data && <Story whole={whole.data} />}
        </div>
        <div className={styles.side}>
          {trace.endReason && (
            <section className={styles.panel}>
              <h2>{t(`traceState.${trace.state}`)}</h2>
              <p className={styles.narrative}>{trace.endReason}</p>
            </section>
          )}
          {trace.state === 'REQUESTED' && <TraceDecision trace={trace} />}
          {refusing && <RenewPaper trace={trace} />}
        </div>
      </div>
    </>
  );
}

function Call({trace}: {trace: Trace}) {
  const {t} = useTranslation('approval');
  const institutions = useInstitutions();
  const {officer, paper} = trace;
  const limit = paper?.endTime
    ? t('trace.until', {time: dateTime(paper.endTime)})
    : paper?.length
      ? t('trace.within', lengthParts(paper.length))
      : t('trace.policy');
  const pairs = [
    ['applied', [nameOf(institutions, trace.station), officer?.name, officer?.officerNumber, officer?.phone]],
    ['paper', [paper?.number, limit]],
    ['displayed', [trace.displayed, trace.e164 !== trace.displayed && trace.e164]],
    ['called', [trace.calledNumber]],
    [
      'start',
      [
        trace.startTime && dateTime(trace.startTime),
        trace.startToleranceSeconds && t('trace.tolerance', {seconds: trace.startToleranceSeconds}),
      ],
    ],
    ['duration', [trace.durationSeconds && t('trace.seconds', {seconds: trace.durationSeconds})]],
  ] as const;
  return (
    <section className={styles.panel} aria-labelledby="call">
      <h2 id="call">{t('trace.call')}</h2>
      <dl className={styles.pairs}>
        {pairs.map(([key, parts]) => (
          <div key={key}>
            <dt>{t(`trace.${key}`)}</dt>
            <dd>{parts.filter(Boolean).join(' · ') || '—'}</dd>
          </div>
        ))}
      </dl>
      {(trace.hops ?? [])
        .filter((hop) => hop.state === 'HOP_PAPER_INVALID')
        .map((hop) => (
          <p key={hop.number} className={styles.fieldError}>
            {t('trace.refused', {
              hop: hop.number,
              carrier: nameOf(institutions, hop.carrier) || hop.outside?.name,
              reason: hop.answers?.at(-1)?.reason,
            })}
          </p>
        ))}
    </section>
  );
}

/** The case it is asked for, and what else is being traced in it. */
function Ground({whole, trace}: {whole: Case; trace: Trace}) {
  const {t} = useTranslation('approval');
  const others = (whole.traces ?? []).filter((each) => each.trace !== trace.id);
  const numbers = new Map((whole.report?.contacts ?? []).map((each) => [each.number, each.displayed]));
  return (
    <section className={styles.panel} aria-labelledby="ground">
      <h2 id="ground">{t('trace.ground')}</h2>
      <p>
        <strong>{whole.receiptNumber}</strong> {t(`caseState.${whole.state}`)} ·{' '}
        {t(`fraudType.${whole.report?.fraudType}`)} · ¥{yuan(whole.report?.totalLossFen)}
      </p>
      {others.length > 0 && (
        <ul className={styles.rows}>
          {others.map((each) => (
            <li key={each.trace}>
              <strong>{numbers.get(each.contact)}</strong>
              <span>{each.paperNumber}</span>
              {each.state && <StateTag tone={TRACE_TONES[each.state]}>{t(`traceState.${each.state}`)}</StateTag>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
