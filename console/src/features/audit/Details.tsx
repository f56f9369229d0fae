import {useTranslation} from 'react-i18next';
import {type Fact, FactList} from '@/shared/order/FactList';
import {CopyKey} from '@/shared/form/CopyKey';
import type {Entry} from './log';

/** The whole of an entry, as it stands in the log: ids, cause and hash, nothing personal. */
export function Details({entry}: {entry: Entry}) {
  const {t} = useTranslation('audit');
  const rows: Fact[] = [
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
    <FactList rows={rows}>
      <dt>{t('detail.hash')}</dt>
      <dd>
        <code>{entry.hash}</code> <CopyKey text={entry.hash ?? ''} what={t('detail.hash')} />
      </dd>
    </FactList>
  );
}
