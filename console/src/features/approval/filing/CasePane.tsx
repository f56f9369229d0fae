import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {Clock} from '@/shared/clock/Clock';
import {nameOf, useInstitutions} from '@/shared/directory';
import {figuresOf} from '@/shared/figures';
import {yuan} from '@/shared/money';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {StateTag} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';
import {type Case, useCase, useOrders, useSums} from '../data';
import {EvidenceList} from './EvidenceList';
import {FilingDecision} from './FilingDecision';
import {Payments} from './Payments';
import {Story} from './Story';
import {CASE_TONES} from '@/shared/tones';
import styles from '../approval.module.css';

/** One case with all that its filing rests on, and the decision beside it. */
export function CasePane({id}: {id: string}) {
  const {t} = useTranslation('approval');
  const found = useCase(id);
  const orders = useOrders(id);
  const whole = found.data;
  if (!whole) {
    return found.isPending ? (
      <Waiting wide />
    ) : (
      <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
    );
  }
  return (
    <>
      <Head whole={whole} />
      <div className={styles.columns}>
        <div className={styles.facts}>
          <Sums whole={whole} />
          <Applied whole={whole} />
          <Story whole={whole} />
          <section className={styles.panel} aria-labelledby="payments">
            <h2 id="payments">{t('payments.title')}</h2>
            <ProblemNotice failure={orders.error} onRetry={() => void orders.refetch()} />
            <Payments whole={whole} orders={orders.data ?? []} />
          </section>
          <section className={styles.panel} aria-labelledby="evidence">
            <h2 id="evidence">{t('evidence.title')}</h2>
            <EvidenceList whole={whole} />
          </section>
        </div>
        <FilingDecision whole={whole} />
      </div>
    </>
  );
}

function Head({whole}: {whole: Case}) {
  const {t} = useTranslation('approval');
  const institutions = useInstitutions();
  const running = (whole.clocks ?? []).filter((clock) => clock.state !== 'CLOCK_MET');
  return (
    <header className={styles.panel}>
      <h1>
        {whole.receiptNumber} <StateTag tone={CASE_TONES[whole.state ?? '']}>{t(`caseState.${whole.state}`)}</StateTag>
      </h1>
      <div className={styles.sub}>
        {[t(`fraudType.${whole.report?.fraudType}`), nameOf(institutions, whole.station), dateTime(whole.createTime)]
          .filter(Boolean)
          .join(' · ')}
      </div>
      <div className={styles.line}>
        {running.map((clock) => (
          <span key={clock.name}>
            {t(`clock.${clock.name}`)}{' '}
            <Clock name={t(`clock.${clock.name}`)} start={clock.startTime} due={clock.dueTime} basis={clock.basis} />
          </span>
        ))}
        <Link to={`/cases/${whole.id}`}>{t('head.open')}</Link>
        {(whole.state === 'REVIEW' || whole.state === 'NOT_FILED') && (
          <a href="#decide" className={styles.jump}>
            {t('head.decide')}
          </a>
        )}
      </div>
    </header>
  );
}

function Sums({whole}: {whole: Case}) {
  const {t} = useTranslation('shared');
  const sums = useSums(whole.id ?? '').data;
  return (
    <dl className={styles.sums}>
      {figuresOf(whole.report?.totalLossFen, sums).map(({key, name, fen}) => (
        <div key={key} data-sum={key}>
          <dt>{t(`sum.${name}`)}</dt>
          <dd>¥{yuan(fen)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who asks for the filing, and who stands behind the report. */
function Applied({whole}: {whole: Case}) {
  const {t} = useTranslation('approval');
  const institutions = useInstitutions();
  const {officer, secondOfficer} = whole.report ?? {};
  const reviewed = [...(whole.timeline ?? [])].reverse().find((each) => each.kind === 'CASE_REVIEWED');
  return (
    <section className={styles.panel} aria-labelledby="applied">
      <h2 id="applied">{t('applied.title')}</h2>
      <dl className={styles.pairs}>
        <dt>{t('applied.review')}</dt>
        <dd>
          {reviewed
            ? [
                whole.applicantCard?.name,
                whole.applicantCard?.officerNumber,
                nameOf(institutions, reviewed.institution),
                dateTime(reviewed.time),
              ]
                .filter(Boolean)
                .join(' · ')
            : t('applied.notYet')}
        </dd>
        <dt>{t('applied.officer')}</dt>
        <dd>{[officer?.name, officer?.officerNumber, officer?.phone].filter(Boolean).join(' · ') || '—'}</dd>
        <dt>{t('applied.second')}</dt>
        <dd>
          {secondOfficer?.officerNumber
            ? [
                secondOfficer.name,
                secondOfficer.officerNumber,
                t(whole.secondOfficerConfirmation ? 'applied.confirmed' : 'applied.unconfirmed'),
              ]
                .filter(Boolean)
                .join(' · ')
            : '—'}
        </dd>
      </dl>
    </section>
  );
}
