import {useTranslation} from 'react-i18next';
import {dateTime} from '@/shared/time';
import type {Case} from '../data';
import styles from '../approval.module.css';

/** What the victim told, and what the report still lacks. */
export function Story({whole}: {whole: Case}) {
  const {t, i18n} = useTranslation('approval');
  const report = whole.report ?? {};
  const victim = report.victim ?? {};
  const remarks = whole.remarks ?? [];
  const facts = [
    ['victim', [victim.name, victim.age && t('story.age', {age: victim.age}), victim.occupation]],
    ['idNumber', [victim.idNumber]],
    ['phone', [victim.phone]],
    ['address', [victim.address]],
    ['received', [dateTime(report.receiveTime)]],
    ['impersonated', [report.impersonatedIdentity]],
    ['lossReason', [report.lossReason]],
  ] as const;
  return (
    <section className={styles.panel} aria-labelledby="story">
      <h2 id="story">{t('story.title')}</h2>
      {remarks.length > 0 && (
        <ul className={styles.remarks}>
          {remarks.map((each) => (
            <li key={`${each.field} ${each.rule}`}>{i18n.language === 'en' ? each.messageEn : each.message}</li>
          ))}
        </ul>
      )}
      <dl className={styles.pairs}>
        {facts
          .map(([key, parts]) => [key, parts.filter(Boolean).join(' · ')] as const)
          .filter(([, text]) => text !== '')
          .map(([key, text]) => (
            <div key={key}>
              <dt>{t(`story.${key}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {report.narrative && <p className={styles.narrative}>{report.narrative}</p>}
      {(report.contacts ?? []).length > 0 && (
        <>
          <h3>{t('story.contacts')}</h3>
          <ul className={styles.rows}>
            {(report.contacts ?? []).map((each) => (
              <li key={each.number}>
                <strong>{each.displayed}</strong>
                <span>{each.startTime ? dateTime(each.startTime) : ''}</span>
                <span>{each.note}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
