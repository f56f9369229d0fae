import {useTranslation} from 'react-i18next';
import {maskedNumber} from '@/reading/account';
import {nameOf, useInstitutions} from '@/shared/directory';
import {saidOf} from '@/shared/language';
import {fenOf, yuan} from '@/shared/money';
import {dateTime} from '@/shared/time';
import type {Case} from './data';
import styles from './cases.module.css';

/** What has happened, latest first. */
export function Timeline({whole}: {whole: Case}) {
  const {t, i18n} = useTranslation('cases');
  const {t: common} = useTranslation('shared');
  const institutions = useInstitutions();
  const masked = new Map((whole.stopOrders ?? []).map((each) => [each.stopOrder, maskedNumber(each.maskedAccount)]));
  const entries = [...(whole.timeline ?? [])].reverse();
  return (
    <section className={`${styles.panel} ${styles.timeline}`} aria-label={t('timeline.title')}>
      <h2>{t('timeline.title')}</h2>
      <ol tabIndex={0}>
        {entries.map((entry, index) => {
          const [kind = '', clock] = (entry.kind ?? '').split(':');
          const known = i18n.exists(`cases:event.${kind}`) ? t(`event.${kind}`) : kind;
          const named = clock && i18n.exists(`shared:clockName.${clock}`) ? common(`clockName.${clock}`) : clock;
          return (
            <li key={`${entry.time} ${entry.kind} ${index}`} data-alarm={kind.endsWith('MISSED') || undefined}>
              <time dateTime={entry.time}>{dateTime(entry.time).slice(5)}</time>
              <div>
                <strong>{named === undefined ? known : saidOf(known, named, i18n.language)}</strong>
                <div className={styles.sub}>
                  {[
                    masked.get(entry.stopOrder),
                    fenOf(entry.amountFen) > 0n && `¥${yuan(entry.amountFen)}`,
                    (entry.hop ?? 0) > 0 && t('trace.hop', {number: entry.hop}),
                    nameOf(institutions, entry.institution),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
