import {PhoneOutlined, PrinterOutlined} from '@ant-design/icons';
import {useQuery} from '@tanstack/react-query';
import {Alert, Button, Tag} from 'antd';
import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {type Schema, answer, api} from '@/api/client';
import {inYuan, fenOf} from '@/reading/money';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import styles from './stop.module.css';

type OrderLink = Schema<'casefile.v1.OrderLink'>;

/** What became of the stop, account by account, kept current until every bank has answered. */
export function Outcome({caseId}: {caseId: string}) {
  const {t} = useTranslation('intake');
  const found = useQuery({
    queryKey: ['case', caseId],
    queryFn: ({signal}) => answer(api.GET('/v1/cases/{id}', {params: {path: {id: caseId}}, signal})),
    // Until every bank has spoken the state changes within seconds; after that the case page follows it.
    refetchInterval: ({state}) => ((state.data?.stopOrders ?? []).some((each) => !SETTLED.has(each.state ?? '')) ? 2_500 : false),
  });
  const whole = found.data;
  return (
    <section className={styles.outcome} aria-live="polite" aria-label={t('outcome.title')}>
      <h2>{t('outcome.title')}</h2>
      <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
      {whole && (
        <>
          <div className={styles.receipt}>
            {t('outcome.receipt')} <strong>{whole.receiptNumber}</strong>
          </div>
          {(whole.stopOrders ?? []).length === 0 && <Alert type="warning" title={t('outcome.none')} />}
          <ul>
            {(whole.stopOrders ?? []).map((order) => (
              <OrderLine key={order.stopOrder} order={order} />
            ))}
          </ul>
          <div className={styles.links}>
            <Link to={`/cases/${caseId}`}>{t('outcome.open')}</Link>
            <Link to={`/cases/${caseId}/receipt`} target="_blank">
              <PrinterOutlined /> {t('outcome.print')}
            </Link>
          </div>
        </>
      )}
    </section>
  );
}

const SETTLED = new Set(['STOPPED', 'MISMATCHED', 'FAILED', 'NOT_OURS', 'RECALLED', 'RELEASED', 'LAPSED', 'CONVERTED']);

const TONES: Readonly<Record<string, string>> = {
  STOPPED: 'green', CONVERTED: 'green', ACKNOWLEDGED: 'blue', SENT: 'blue', MISMATCHED: 'red', FAILED: 'red', NOT_OURS: 'red',
};

function OrderLine({order}: {order: OrderLink}) {
  const {t} = useTranslation('intake');
  const reach = order.reach;
  const ring = reach?.state === 'REACH_NOBODY_THERE' || reach?.state === 'REACH_UNROUTED' || reach?.state === 'REACH_UNKNOWN';
  return (
    <li data-order={order.stopOrder}>
      <div>
        <span className={styles.masked}>{order.maskedAccount}</span>
        {order.state && <Tag color={TONES[order.state] ?? 'default'}>{t(`stopState.${order.state}`)}</Tag>}
      </div>
      <div className={styles.facts}>
        ¥{inYuan(fenOf(order.amountFen))} {reach?.bankName}
      </div>
      {reach?.state && reach.state !== 'REACH_STATE_UNSPECIFIED' && (
        <div className={ring ? styles.ring : styles.there} data-reach={reach.state}>
          {t(`reach.${reach.state}`)}
          {ring && reach.ringPhone && (
            <Button size="small" type="primary" danger icon={<PhoneOutlined />} href={`tel:${reach.ringPhone}`}>
              {reach.ringPhone}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
