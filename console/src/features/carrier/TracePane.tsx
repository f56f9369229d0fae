import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {Notice} from '@/shared/plain/Notice';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useSession} from '@/shared/session';
import {AnswerCard} from './AnswerCard';
import {Arrival} from './Arrival';
import {Given} from './Given';
import {HopHead} from './HopHead';
import {Keys} from './Keys';
import {Preserve} from './Preserve';
import {type Hop, type Trace, useTrace} from './trace';
import styles from './carrier.module.css';
import {Way} from './Way';

const WAITING = ['HOP_SENT', 'HOP_ACKNOWLEDGED', 'HOP_DISPUTED'];

/**
 * A trace as this carrier sees it, at one of its own hops.
 *
 * @param number the hop; null for the last of its own
 */
export function TracePane({id, number}: {id: string; number: number | null}) {
  const {t} = useTranslation('carrier');
  const {institution} = useSession();
  const query = useTrace(id);
  const trace = query.data;
  if (!trace) {
    return query.isPending ? <Waiting /> : <ProblemNotice failure={query.error} onRetry={() => void query.refetch()} />;
  }
  const own = (trace.hops ?? []).filter((each) => each.carrier === institution);
  const hop = number === null ? own.at(-1) : own.find((each) => each.number === number);
  return (
    <>
      <ProblemNotice failure={query.error} onRetry={() => void query.refetch()} />
      {own.length > 1 && (
        <nav aria-label={t('hop.own')} className={styles.acts}>
          {own.map((each) => (
            <Link
              key={each.number}
              to={`/carrier/traces/${id}/hops/${each.number}`}
              aria-current={each.number === hop?.number ? 'page' : undefined}
            >
              {t('hop.number', {number: each.number})}
            </Link>
          ))}
        </nav>
      )}
      {hop ? (
        <HopPane key={hop.number} trace={trace} hop={hop} />
      ) : (
        <Notice type="info" title={t('hop.gone')} description={t('hop.goneAdvice')} />
      )}
    </>
  );
}

/** One hop, with what is to be done about it. */
export function HopPane({trace, hop}: {trace: Trace; hop: Hop}) {
  const waiting = trace.state !== 'CLOSED' && WAITING.includes(hop.state ?? '');
  const fresh = hop.state === 'HOP_SENT';
  return (
    <>
      <HopHead trace={trace} hop={hop} />
      <div className={styles.work}>
        <div className={styles.column}>
          {waiting && fresh && <Arrival trace={trace} hop={hop} />}
          {waiting && !fresh && <Preserve trace={trace} hop={hop} />}
          {waiting && !fresh && <AnswerCard trace={trace} hop={hop} />}
          {(hop.answers ?? []).length > 0 && <Given trace={trace} hop={hop} correctable={!waiting && trace.state !== 'CLOSED'} />}
        </div>
        <div className={styles.beside}>
          <Keys trace={trace} hop={hop} />
          <Way trace={trace} hop={hop} />
        </div>
      </div>
    </>
  );
}
