import {Space, Tag, Typography} from 'antd';
import {useTranslation} from 'react-i18next';
import {Clock} from '@/shared/clock/Clock';
import {yuan} from '@/shared/money';
import styles from './order.module.css';
import type {Order} from './queries';
import {StateTag} from './StateTag';

/** Number, amount, state, every clock, and whether the second officer stands behind it. */
export function OrderHead({order}: {order: Order}) {
  const {t} = useTranslation('shared');
  // Taken in hand late is history: its clock asks for nothing any more.
  const clocks = (order.clocks ?? []).filter(
    (clock) => clock.state !== 'MET' && !(clock.name === 'acknowledge' && order.acknowledgeTime),
  );
  const second = order.secondOfficerState;
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <Typography.Title level={1} className={styles.title ?? ''}>
          {t('order.number', {number: order.orderNumber})}
        </Typography.Title>
        <StateTag state={order.state} />
        {order.ordinal === 'SECOND' && <Tag color="warning">{t('order.second')}</Tag>}
        {order.countState === 'COUNT_PENDING' && <Tag>{t('order.countPending')}</Tag>}
        {second === 'OFFICER_UNCONFIRMED' && <Tag color="warning">{t('order.secondUnconfirmed')}</Tag>}
        {second === 'OFFICER_OVERDUE' && <Tag color="error">{t('order.secondOverdue')}</Tag>}
        {second === 'OFFICER_CONFIRMED' && <Tag color="success">{t('order.secondConfirmed')}</Tag>}
        <span className={styles.amount}>
          {yuan(order.amountFen)} <small>{t('money.yuan')}</small>
        </span>
      </div>
      {clocks.length > 0 && (
        <Space wrap size={[16, 6]}>
          {clocks.map((clock) => (
            <span key={clock.name} className={styles.clock}>
              {t(`clockName.${clock.name}`)}{' '}
              <Clock
                name={t(`clockName.${clock.name}`)}
                start={clock.startTime}
                due={clock.dueTime}
                warn={clock.warnTimes?.[0]}
                basis={clock.basis}
                state={clock.state}
              />
            </span>
          ))}
        </Space>
      )}
    </header>
  );
}
