import {Tag} from 'antd';
import {useTranslation} from 'react-i18next';
import type {Order} from './queries';

/** Whether the second officer stands behind an order, in the words that the bank reads too. */
export function SecondTag({state}: {state: Order['secondOfficerState']}) {
  const {t} = useTranslation('shared');
  if (state === 'OFFICER_UNCONFIRMED') return <Tag color="warning">{t('order.secondUnconfirmed')}</Tag>;
  if (state === 'OFFICER_OVERDUE') return <Tag color="error">{t('order.secondOverdue')}</Tag>;
  if (state === 'OFFICER_CONFIRMED') return <Tag color="success">{t('order.secondConfirmed')}</Tag>;
  return null;
}
