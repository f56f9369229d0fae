import {Input} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {GivenCard} from '@/shared/desk/GivenCard';
import {Labelled} from '@/shared/form/Labelled';
import {type Fact, FactList} from '@/shared/order/FactList';
import {dateTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';
import type {Act} from '../answers';
import styles from '../bank.module.css';
import {LookupForm} from './LookupForm';
import {type Found, type Lookup, type LookupAnswer, textOf} from './lookupText';

const CORRECTABLE = ['LOOKUP_TOLD', 'LOOKUP_PASSED_ON', 'LOOKUP_UNABLE'];

/** What the institution has answered, what it has taken back, and the way to take this one back. */
export function LookupGiven({lookup, onChanged}: {lookup: Lookup; onChanged: (lookup: Lookup) => void}) {
  const {t} = useTranslation('bank');
  const earlier = lookup.earlierAnswers ?? [];
  if (!lookup.answer && earlier.length === 0) return null;
  return (
    <GivenCard
      correctable={CORRECTABLE.includes(lookup.state ?? '')}
      correction={(done) => (
        <Correction
          lookup={lookup}
          onDone={(changed) => {
            onChanged(changed);
            done();
          }}
        />
      )}
      earlier={earlier.map((each) => ({
        label: [t('given.earlier', {time: dateTime(each.correctTime)}), each.reason].join(' · '),
        children: each.answer ? <Facts given={each.answer} /> : null,
      }))}
    >
      {lookup.answer && <Facts given={lookup.answer} />}
    </GivenCard>
  );
}

/** The right answer in place of the one given; both are kept, and what rested on the wrong one is taken back. */
function Correction({lookup, onDone}: {lookup: Lookup; onDone: (lookup: Lookup) => void}) {
  const {t} = useTranslation('bank');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = useAct(
    (body: Found & {reason: string}, requestId) =>
      answer(
        api.POST('/v1/accountQueries/{id}:correct', {
          params: {path: {id: lookup.id ?? ''}},
          body: {...body, requestId},
        }),
      ),
    onDone,
  );
  const act: Act<Found> = {
    isPending: send.isPending,
    error: send.error,
    mutate: (found) => {
      setTried(true);
      if (reason.trim() !== '') send.mutate({reason: reason.trim(), ...found});
    },
  };
  return (
    <div className={styles.correction}>
      <p className={styles.hint}>{t('lookup.correctHint')}</p>
      <Labelled label={t('correct.reason')} error={tried && reason.trim() === '' ? t('required') : null}>
        {(id) => <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Labelled>
      <LookupForm begin={textOf(lookup.answer)} act={act} send={t('lookup.correct')} />
    </div>
  );
}

function Facts({given}: {given: LookupAnswer}) {
  const {t} = useTranslation('bank');
  const {t: common} = useTranslation('shared');
  const rows: Fact[] = [
    [t('given.time'), dateTime(given.answerTime)],
    [t('lookup.answered'), common(`lookupState.${given.state}`)],
    [t('lookup.field.number'), given.payee?.accountNumber],
    [t('lookup.field.name'), given.payee?.accountName],
    [t('lookup.field.institution'), given.payee?.institutionName || given.onwardInstitutionName],
    [t('lookup.field.serial'), given.serialNumber],
    [t('lookup.nothing'), given.state === 'LOOKUP_UNABLE' ? common(`lookupWhy.${given.unableReason}`) : ''],
    [t('given.reason'), given.note],
    [t('given.operator'), given.operator?.name],
  ];
  return <FactList rows={rows} />;
}
