import {Space, Tag, Typography} from 'antd';
import {useTranslation} from 'react-i18next';
import {yuan} from '@/shared/money';
import styles from './order.module.css';
import type {Order} from './queries';
import {OrderClocks} from './OrderClocks';
import {OrderState} from './OrderState';
import {SecondTag} from './SecondTag';

/** Number, amount, state, every clock, and whether the second officer stands behind it. */
export function OrderHead({order}: {order: Order}) {
  const {t} = useTranslation('shared');
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <Typography.Title level={1} className={styles.title ?? ''}>
          {t('order.number', {number: order.orderNumber})}
        </Typography.Title>
        <OrderState state={order.state} />
        {order.ordinal === 'SECOND' && <Tag color="warning">{t('order.second')}</Tag>}
        {order.countState === 'COUNT_PENDING' && <Tag>{t('order.countPending')}</Tag>}
        <SecondTag state={order.secondOfficerState} />
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
