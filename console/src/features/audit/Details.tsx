import {useTranslation} from 'react-i18next';
import {CopyKey} from '@/shared/form/CopyKey';
import facts from '@/shared/order/order.module.css';
import type {Entry} from './log';

/** The whole of an entry, as it stands in the log: ids, cause and hash, nothing personal. */
export function Details({entry}: {entry: Entry}) {
  const {t} = useTranslation('audit');
  const rows: [string, string | undefined][] = [
    [t('detail.time'), entry.time],
    [t('detail.action'), entry.action],
    [t('detail.subject'), entry.subject],
    [t('detail.items'), entry.items?.join(' · ')],
    [t('detail.reason'), entry.reason],
    [t('detail.cause'), entry.cause],
    [t('detail.actor'), entry.actor?.subject],
    [t('detail.client'), entry.actor?.client],
    [t('detail.roles'), entry.actor?.roles?.join(' · ')],
    [t('detail.id'), entry.id],
  ];
  return (
    <dl className={facts.facts}>
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name} style={{display: 'contents'}}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      <dt>{t('detail.hash')}</dt>
      <dd>
        <code>{entry.hash}</code> <CopyKey text={entry.hash ?? ''} what={t('detail.hash')} />
      </dd>
    </dl>
  );
}
