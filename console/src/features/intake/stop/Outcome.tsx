import PhoneOutlined from '@ant-design/icons-svg/es/asn/PhoneOutlined';
import PrinterOutlined from '@ant-design/icons-svg/es/asn/PrinterOutlined';
import {useEffect, useRef} from 'react';
import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import type {Schema} from '@/api/client';
import {maskedNumber} from '@/reading/account';
import {Icon} from '@/shared/plain/Icon';
import {Notice} from '@/shared/plain/Notice';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {OrderState} from '@/shared/order/OrderState';
import {fenOf, yuan} from '@/shared/money';
import {useKeptReach, useOpenedCase} from './useOrdered';
import styles from './stop.module.css';

type OrderLink = Schema<'casefile.v1.OrderLink'>;

/** What became of the stop, account by account, kept current until every bank has answered. */
export function Outcome({caseId}: {caseId: string}) {
  const {t} = useTranslation('intake');
  const found = useOpenedCase(caseId);
  const kept = useKeptReach(caseId);
  const title = useRef<HTMLHeadingElement>(null);
  // Read aloud and seen at once: this is what the officer waits for.
  useEffect(() => title.current?.focus(), []);
  const whole = found.data;
  return (
    <section className={styles.outcome} aria-live="polite" aria-label={t('outcome.title')}>
      <h2 ref={title} tabIndex={-1}>
        {t('outcome.title')}
      </h2>
      <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
      {whole && (
        <>
          <div className={styles.receipt}>
            {t('outcome.receipt')} <strong>{whole.receiptNumber}</strong>
          </div>
          {(whole.stopOrders ?? []).length === 0 && <Notice type="warning" title={t('outcome.none')} />}
          <ul>
            {(whole.stopOrders ?? []).map((order) => (
              <OrderLine key={order.stopOrder} order={order} kept={kept[order.stopOrder ?? '']} />
            ))}
          </ul>
          <div className={styles.links}>
            <Link to={`/cases/${caseId}`}>{t('outcome.open')}</Link>
            <Link to={`/cases/${caseId}?tab=evidence`}>{t('outcome.evidence')}</Link>
            <Link to={`/cases/${caseId}/receipt`} target="_blank">
              <Icon of={PrinterOutlined} /> {t('outcome.print')}
            </Link>
          </div>
        </>
      )}
    </section>
  );
}

function OrderLine({order, kept}: {order: OrderLink; kept: Schema<'casefile.v1.OrderReach'> | undefined}) {
  const {t} = useTranslation('intake');
  const waiting = !order.state || order.state === 'ISSUED' || order.state === 'SENT';
  const reach = waiting ? (kept ?? order.reach) : undefined;
  const ring =
    reach?.state === 'REACH_NOBODY_THERE' || reach?.state === 'REACH_UNROUTED' || reach?.state === 'REACH_UNKNOWN';
  return (
    <li data-order={order.stopOrder}>
      <div>
        <span className={styles.masked}>{maskedNumber(order.maskedAccount)}</span>
        <OrderState state={order.state} />
      </div>
      <div className={styles.facts}>
        ¥{yuan(fenOf(order.amountFen))} {(kept ?? order.reach)?.bankName}
      </div>
      {reach?.state && reach.state !== 'REACH_STATE_UNSPECIFIED' && (
        <div className={ring ? styles.ring : styles.there} data-reach={reach.state}>
          {t(`reach.${reach.state}`)}{' '}
          {ring && reach.ringPhone && (
            <a href={`tel:${reach.ringPhone}`}>
              <Icon of={PhoneOutlined} /> {reach.ringPhone}
            </a>
          )}
        </div>
      )}
    </li>
  );
}
