import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useSession} from '@/shared/session';
import {useCell, useMeta} from '../draft/useDraft';
import {Field} from '../form/Field';
import {useOpenedCase} from './useOrdered';
import styles from './officers.module.css';

interface Card {
  readonly name: string;
  readonly number: string;
  readonly phone: string;
}

function useTyped(who: 'officer' | 'secondOfficer'): Card {
  return {
    name: useCell(`${who}.name`).text.trim(),
    number: useCell(`${who}.officerNumber`).text.trim(),
    phone: useCell(`${who}.phone`).text.trim(),
  };
}

/**
 * The two officers a stop is asked for by. Where the second is missing it says so, and what follows; the stop never waits
 * for him.
 */
export function Officers() {
  const {t} = useTranslation('intake');
  const session = useSession();
  const typedFirst = useTyped('officer');
  const typed = useTyped('secondOfficer');
  const opened = useOpenedCase(useMeta((meta) => meta.caseId)).data;
  const named = opened?.report?.secondOfficer;
  const confirmed = opened?.secondOfficerConfirmation !== undefined;
  const first = {
    name: typedFirst.name || session.name,
    number: typedFirst.number || session.officerNumber,
    phone: typedFirst.phone,
  };
  // What a colleague has put into the case itself counts where nothing is typed here.
  const second =
    typed.name || typed.number || !named
      ? typed
      : {name: named.name ?? '', number: named.officerNumber ?? '', phone: named.phone ?? ''};
  const lack =
    second.number === '' ? (second.name === '' ? 'none' : 'number') : second.number === first.number ? 'same' : null;
  // Fields that are asked for stay while they are filled in.
  const [asked, setAsked] = useState(lack !== null && !confirmed);
  return (
    <section className={styles.officers} aria-label={t('officers.title')}>
      <h3>{t('officers.title')}</h3>
      <dl>
        <dt>{t('officers.first')}</dt>
        <dd>{said(first)}</dd>
        <dt>{t('officers.second')}</dt>
        <dd>
          {confirmed ? (
            t('officers.confirmed', {second: said(second)})
          ) : (
            <>
              {lack === null ? said(second) : <strong className={styles.missing}>{t(`officers.lack.${lack}`)}</strong>}
              {!asked && (
                <button type="button" className={styles.change} onClick={() => setAsked(true)}>
                  {t('officers.change')}
                </button>
              )}
            </>
          )}
        </dd>
      </dl>
      {asked && !confirmed && (
        <div className={styles.fields}>
          <Field path="secondOfficer.name" label={t('second.name')} width={4} />
          <Field path="secondOfficer.officerNumber" label={t('second.number')} width={4} />
          <Field path="secondOfficer.phone" label={t('second.phone')} kind="phone" width={4} />
        </div>
      )}
      {!confirmed && (
        <p role="status" className={styles.note}>
          {t(lack === null ? 'officers.follows' : 'officers.goesAnyway')}
        </p>
      )}
    </section>
  );
}

function said({name, number, phone}: Card): string {
  return [name, number, phone].filter(Boolean).join(' · ');
}
