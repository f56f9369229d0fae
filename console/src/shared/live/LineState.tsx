import {Alert} from 'antd';
import {useTranslation} from 'react-i18next';
import {timeOfDay} from '@/shared/time';
import type {Snapshot} from './LiveList';

/** Says when the list is not live, and since when; nothing while it is. */
export function LineState({snapshot}: {snapshot: Snapshot<unknown>}) {
  const {t} = useTranslation('shared');
  if (snapshot.line !== 'lost') return null;
  return (
    <Alert
      banner
      role="alert"
      type="error"
      title={t('line.lost', {time: timeOfDay(snapshot.lostSince ?? undefined)})}
      description={t('line.advice')}
    />
  );
}
