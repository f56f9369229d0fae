import {useTranslation} from 'react-i18next';
import {useAt} from '@/shared/clock/useNow';
import {capital, yuan} from '@/shared/money';
import {useMeta, useQuiet} from '../draft/useDraft';
import {Lacking} from './Lacking';
import {useOrdered} from './useOrdered';
import {review} from './review';
import styles from './summary.module.css';

const DRAWN_SECONDS = 5;

/** What a stop would do now, and what the report still lacks. */
export function Summary() {
  const {t, i18n} = useTranslation('intake');
  const store = useQuiet();
  const transfers = useMeta((meta) => meta.transfers);
  const remarked = useMeta((meta) => meta.remarks);
  const caseId = useMeta((meta) => meta.caseId);
  // How long ago a payment was counts as well.
  const now = useAt((second) => second - (second % DRAWN_SECONDS));
  const found = review(transfers, store.cell, new Date(now * 1000), useOrdered(caseId));
  const remarks = remarked.slice(0, 12);
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
          <summary>{t('summary.remarks', {count: remarked.length})}</summary>
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
