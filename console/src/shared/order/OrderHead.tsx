import {Space, Tag, Typography} from 'antd';
import {useTranslation} from 'react-i18next';
import {yuan} from '@/shared/money';
import styles from './order.module.css';
import type {Order} from './queries';
import {OrderClocks} from './OrderClocks';
import {OrderState} from './OrderState';

/** Number, amount, state, every clock, and whether the second officer stands behind it. */
export function OrderHead({order}: {order: Order}) {
  const {t} = useTranslation('shared');
  const second = order.secondOfficerState;
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <Typography.Title level={1} className={styles.title ?? ''}>
          {t('order.number', {number: order.orderNumber})}
        </Typography.Title>
        <OrderState state={order.state} />
        {order.ordinal === 'SECOND' && <Tag color="warning">{t('order.second')}</Tag>}
        {order.countState === 'COUNT_PENDING' && <Tag>{t('order.countPending')}</Tag>}
        {second === 'OFFICER_UNCONFIRMED' && <Tag color="warning">{t('order.secondUnconfirmed')}</Tag>}
        {second === 'OFFICER_OVERDUE' && <Tag color="error">{t('order.secondOverdue')}</Tag>}
        {second === 'OFFICER_CONFIRMED' && <Tag color="success">{t('order.secondConfirmed')}</Tag>}
        <span className={styles.amount}>
          {yuan(order.amountFen)} <small>{t('money.yuan')}</small>
        </span>
      </div>
      <Space wrap size={[16, 6]}>
        <OrderClocks order={order} />
      </Space>
    </header>
  );
}
