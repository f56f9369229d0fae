import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useSearchParams} from 'react-router';
import {serverTime} from '@/shared/clock/serverTime';
import {useInstitutions} from '@/shared/directory';
import styles from './audit.module.css';
import {useEntries, useOfficers} from './data';
import {Entries} from './Entries';
import {Filter} from './Filter';
import type {Question} from './log';
import {ownZone} from './ownTime';
import {NOTHING, fromAddress, toAddress, typedOf} from './question';
import {KINDS, type Kind} from './subject';
import {useWords} from './words';

/** What is asked for above, what the logs have of it below. */
export function AuditPage() {
  const {t} = useTranslation('audit');
  const [address, setAddress] = useSearchParams();
  const officers = useOfficers();
  const institutions = useInstitutions();
  const [asked, setAsked] = useState(() => ({question: fromAddress(address), time: serverTime.now()}));
  const words = useWords();
  const worded = (question: Question, kind: Kind) => {
    const typed = typedOf(question, kind, officers, institutions);
    return {...typed, action: words.chosen(typed.action)};
  };
  const [typed, setTyped] = useState(() => worded(asked.question ?? NOTHING, 'cases'));
  const entries = useEntries(asked.question, asked.time);
  const ask = (question: Question) => {
    setAsked({question, time: serverTime.now()});
    setTyped((now) => {
      const kind = KINDS.find((each) => question.subject.startsWith(each)) ?? now.kind;
      return worded(question, kind);
    });
    setAddress(toAddress(question), {replace: true});
  };
  return (
    <section className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('title')}</h1>
        <span className={styles.hint}>{t('zone', {zone: ownZone()})}</span>
      </header>
      <Filter
        typed={typed}
        onType={setTyped}
        onAsk={ask}
        officers={officers}
        institutions={institutions}
        words={words}
        failure={entries.error}
        busy={entries.isFetching}
      />
      {asked.question === null ? (
        <p className={styles.hint}>{t('begin')}</p>
      ) : (
        <Entries
          entries={entries}
          question={asked.question}
          onAsk={ask}
          officers={officers}
          institutions={institutions}
          words={words}
        />
      )}
    </section>
  );
}
