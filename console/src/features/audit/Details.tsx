import {useTranslation} from 'react-i18next';
import {CopyKey} from '@/shared/form/CopyKey';
import {type Fact, FactList} from '@/shared/order/FactList';
import styles from './audit.module.css';
import type {Row} from './group';
import type {Entry} from './log';
import {ownTime} from './ownTime';
import type {Words} from './words';

/** What stands in a row, in words; and each of its entries as the log has it: ids, cause and hash, nothing personal. */
export function Details({row, words}: {row: Row; words: Words}) {
  const {t} = useTranslation('audit');
  const [{entry}] = row.all;
  const rows: Fact[] = [
    [t('detail.action'), words.action(entry.action)],
    [t('detail.roles'), words.roles(entry)],
    [t('detail.reason'), words.reason(entry)],
    [t('detail.client'), entry.actor?.client],
  ];
  return (
    <>
      <FactList rows={rows} />
      {row.all.length === 1 ? (
        <Raw entry={entry} />
      ) : (
        <>
          <h3 className={styles.each}>{t('each')}</h3>
          <ol className={styles.looks} tabIndex={0} aria-label={t('each')}>
            {row.all.map((each) => (
              <li key={each.entry.id}>
                <details>
                  <summary>{ownTime(each.entry.time)}</summary>
                  <Raw entry={each.entry} />
                </details>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function Raw({entry}: {entry: Entry}) {
  const {t} = useTranslation('audit');
  const rows: Fact[] = [
    [t('detail.id'), entry.id],
    [t('detail.utc'), entry.time],
    [t('detail.action'), entry.action],
    [t('detail.subject'), entry.subject],
    [t('detail.items'), entry.items?.join(' · ')],
    [t('detail.reason'), entry.reason],
    [t('detail.cause'), entry.cause],
    [t('detail.actor'), entry.actor?.subject],
    [t('detail.roles'), entry.actor?.roles?.join(' · ')],
  ];
  return (
    <section className={styles.raw} aria-label={t('raw')}>
      <FactList rows={rows}>
        <dt>{t('detail.hash')}</dt>
        <dd>
          <code>{entry.hash}</code> <CopyKey text={entry.hash ?? ''} what={t('detail.hash')} />
        </dd>
      </FactList>
    </section>
  );
}
