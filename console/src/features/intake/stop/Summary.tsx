import {useTranslation} from 'react-i18next';
import {useNow} from '@/shared/clock/useNow';
import {capital, yuan} from '@/shared/money';
import {useMeta, useStore} from '../draft/useDraft';
import {Lacking} from './Lacking';
import {useOrdered} from './useOrdered';
import {review} from './review';
import styles from './summary.module.css';

/** What a stop would do now, and what the report still lacks. */
export function Summary() {
  const {t, i18n} = useTranslation('intake');
  const store = useStore();
  const meta = useMeta();
  // Drawn anew with every second and every save: cheap, and never behind the form for long.
  const found = review(meta.transfers, store.cell, new Date(useNow() * 1000), useOrdered(meta.caseId));
  const remarks = meta.remarks.slice(0, 12);
  return (
    <section className={styles.summary} aria-label={t('summary.title')}>
      <h2>{t('summary.title')}</h2>
      <p className={styles.sum}>
        <strong>¥{yuan(found.fen)}</strong>
        {found.fen > 0n && <span>{capital(found.fen)}</span>}
      </p>
      <ul className={styles.accounts}>
        {found.accounts.map((each) => (
          <li key={each.number}>
            <span>{each.grouped}</span>
            <span>¥{yuan(each.fen)}</span>
          </li>
        ))}
        {found.lacking.map((each) => (
          <li key={each.row} className={styles.lacking}>
            <Lacking {...each} />
          </li>
        ))}
      </ul>
      {remarks.length > 0 && (
        <details>
          <summary>{t('summary.remarks', {count: meta.remarks.length})}</summary>
          <ul className={styles.remarks}>
            {remarks.map((each) => (
              <li key={`${each.field} ${each.rule}`}>{i18n.language === 'en' ? each.messageEn : each.message}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
