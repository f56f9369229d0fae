import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {Notice} from '@/shared/plain/Notice';
import {useSession} from '@/shared/session';
import {dateTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';
import {type Case, useTake} from '../data';
import {type Say, Verdict} from '../Verdict';
import styles from '../approval.module.css';

/** The head's word on a case in `REVIEW`, or on one that was refused before; what was decided, on any other. */
export function FilingDecision({whole}: {whole: Case}) {
  const {t} = useTranslation('approval');
  const {roles} = useSession();
  const open = whole.state === 'REVIEW' || whole.state === 'NOT_FILED';
  return (
    <div className={styles.side}>
      <Decided whole={whole} />
      {open && roles.has('county-approver') && <Decide key={whole.state} whole={whole} />}
      {whole.state === 'RECEIVED' && <Notice type="info" title={t('decide.notAsked')} />}
    </div>
  );
}

function Decide({whole}: {whole: Case}) {
  const {t} = useTranslation('approval');
  const {subject} = useSession();
  const id = whole.id ?? '';
  const again = whole.state === 'NOT_FILED';
  const [say, setSay] = useState<Say | null>(null);
  const [reason, setReason] = useState('');
  const take = useTake('case', id);
  const act = useAct((input: {say: Say; reason: string; etag: string}, requestId) => {
    const call = {params: {path: {id}}, body: {reason: input.reason, etag: input.etag, requestId}};
    return answer(
      input.say === 'yes' ? api.POST('/v1/cases/{id}:accept', call) : api.POST('/v1/cases/{id}:decline', call),
    );
  }, take);
  if (subject !== '' && subject === whole.applicant) {
    return <Notice type="warning" title={t('decide.applicant')} />;
  }
  const grounds = (name: string) => t(name, {returnObjects: true}) as string[];
  return (
    <Verdict
      title={t(again ? 'decide.again' : 'decide.filing')}
      yes={{
        label: t('decide.accept'),
        confirm: t('decide.confirmAccept'),
        reasoned: true,
        grounds: grounds('decide.acceptGrounds'),
      }}
      {...(again
        ? {}
        : {
            no: {
              label: t('decide.decline'),
              confirm: t('decide.confirmDecline'),
              reasoned: true,
              grounds: grounds('decide.declineGrounds'),
            },
          })}
      say={say}
      reason={reason}
      reasonMax={1000}
      failure={act.error}
      pending={act.isPending}
      onSay={setSay}
      onReason={setReason}
      onConfirm={() => say && act.mutate({say, reason: reason.trim(), etag: whole.etag ?? ''})}
    >
      <p className={styles.sub}>{t(say === 'no' ? 'decide.declineNote' : 'decide.basis')}</p>
    </Verdict>
  );
}

/** What was decided before, the latest first. */
function Decided({whole}: {whole: Case}) {
  const {t} = useTranslation('approval');
  const {subject} = useSession();
  const {decision} = whole;
  if (!decision) return null;
  const notice = whole.filingNotice;
  const earlier = [...(whole.earlierDecisions ?? [])].reverse();
  return (
    <section className={styles.panel} aria-labelledby="decided">
      <h2 id="decided">{t(whole.state === 'FILED' ? 'decided.filed' : 'decided.refused')}</h2>
      <div className={styles.sub}>
        {dateTime(decision.decideTime)}
        {decision.approver === subject && ` · ${t('decided.byYou')}`}
      </div>
      <p className={styles.narrative}>{decision.reason}</p>
      {whole.state === 'NOT_FILED' && (
        <p>
          {notice
            ? t('decided.told', {number: notice.noticeNumber, time: dateTime(notice.deliveryTime)})
            : t('decided.untold')}
        </p>
      )}
      {earlier.map((each) => (
        <div key={each.decideTime} className={styles.earlier}>
          <h3>{t('decided.earlier', {time: dateTime(each.decideTime)})}</h3>
          <p className={styles.narrative}>{each.reason}</p>
        </div>
      ))}
    </section>
  );
}
