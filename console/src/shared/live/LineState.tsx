import {useTranslation} from 'react-i18next';
import {Notice} from '@/shared/plain/Notice';
import {timeOfDay} from '@/shared/time';
import type {Snapshot} from './LiveList';

/** Says when the list is not live, and since when; nothing while it is. */
export function LineState({snapshot}: {snapshot: Snapshot<unknown>}) {
  const {t} = useTranslation('shared');
  if (snapshot.line !== 'lost') return null;
  return (
    <Notice
      banner
      role="alert"
      type="error"
      title={t('line.lost', {time: timeOfDay(snapshot.lostSince ?? undefined)})}
      description={t('line.advice')}
    />
  );
}
