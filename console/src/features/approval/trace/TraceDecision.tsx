import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {Notice} from '@/shared/plain/Notice';
import {useSession} from '@/shared/session';
import {useAct} from '@/shared/useAct';
import {type Trace, useTake} from '../data';
import {type Say, Verdict} from '../Verdict';
import styles from '../approval.module.css';

/** The head's word on a trace in `REQUESTED` (程序规定 62). */
export function TraceDecision({trace}: {trace: Trace}) {
  const {t} = useTranslation('approval');
  const {roles, subject} = useSession();
  const id = trace.id ?? '';
  const [say, setSay] = useState<Say | null>(null);
  const [reason, setReason] = useState('');
  const take = useTake('trace', id);
  const act = useAct((input: {say: Say; reason: string; etag: string}, requestId) => {
    const params = {path: {id}};
    const {etag} = input;
    return answer(
      input.say === 'yes'
        ? api.POST('/v1/traces/{id}:approve', {params, body: {etag, requestId}})
        : api.POST('/v1/traces/{id}:decline', {params, body: {reason: input.reason, etag, requestId}}),
    );
  }, take);
  if (!roles.has('unit-head')) return null;
  if (subject !== '' && subject === trace.requester) {
    return <Notice type="warning" title={t('decide.requester')} />;
  }
  return (
    <Verdict
      title={t('decide.trace')}
      yes={{label: t('decide.approve'), confirm: t('decide.confirmApprove'), reasoned: false}}
      no={{label: t('decide.disapprove'), confirm: t('decide.confirmDisapprove'), reasoned: true}}
      say={say}
      reason={reason}
      reasonMax={500}
      failure={act.error}
      pending={act.isPending}
      onSay={setSay}
      onReason={setReason}
      onConfirm={() => say && act.mutate({say, reason: reason.trim(), etag: trace.etag ?? ''})}
    >
      <p className={styles.sub}>{t('decide.traceBasis')}</p>
    </Verdict>
  );
}
