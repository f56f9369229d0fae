import {useTranslation} from 'react-i18next';
import {ProblemError, reasonOf} from '@/api/problem';
import {Button} from '@/shared/plain/Button';
import {Notice} from '@/shared/plain/Notice';
import {useSession} from '@/shared/session';

/** Reasons that have an advice of their own in `shared.json`; the others are advised by their status. */
const ADVISED = new Set([
  'UNREACHABLE',
  'SESSION_OVER',
  'UNEXPECTED',
  'STALE',
  'ACCESS_DENIED',
  'VALIDATION_FAILED',
  'TOKEN_INVALID',
  'TOKEN_MISSING',
  'LIMIT_REACHED',
  'REQUEST_ID_REUSED',
]);

function advice(failure: unknown): string {
  const reason = reasonOf(failure);
  if (ADVISED.has(reason)) return reason;
  if (failure instanceof ProblemError) {
    const status = failure.problem.status;
    if (status === 429) return 'BUSY';
    return status >= 500 ? 'SERVER' : 'REFUSED';
  }
  return 'UNEXPECTED';
}

/** A failure in words: what was wrong, what to do, and the number to tell whoever helps. Nothing where there is none. */
export function ProblemNotice({failure, onRetry}: {failure: unknown; onRetry?: (() => void) | undefined}) {
  const {t} = useTranslation('shared');
  const session = useSession();
  if (failure === null || failure === undefined) return null;
  const key = advice(failure);
  const problem = failure instanceof ProblemError ? failure.problem : null;
  const violations = problem?.violations ?? [];
  return (
    <Notice
      role="alert"
      type={key === 'UNREACHABLE' || key === 'SERVER' || key === 'BUSY' ? 'warning' : 'error'}
      title={problem?.detail ?? t(`problem.${key}.title`)}
      description={
        <>
          <div>{t(`problem.${key}.advice`)}</div>
          {violations.length > 0 && (
            <ul style={{margin: '4px 0 0', paddingInlineStart: 20}}>
              {violations.map((each) => (
                <li key={each.field + each.rule}>{each.detail}</li>
              ))}
            </ul>
          )}
          {key === 'SERVER' && problem?.traceId && <div>{t('problem.trace', {trace: problem.traceId})}</div>}
        </>
      }
      action={
        key === 'SESSION_OVER' ? (
          <Button size="small" tone="primary" onClick={session.logIn}>
            {t('problem.logIn')}
          </Button>
        ) : onRetry ? (
          <Button size="small" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        ) : null
      }
    />
  );
}
