import {useTranslation} from 'react-i18next';
import {maskedNumber} from '@/reading/account';
import {nameOf, useInstitutions} from '@/shared/directory';
import {fenOf, yuan} from '@/shared/money';
import {OrderState} from '@/shared/order/OrderState';
import {StateTag} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';
import type {Case, OrderSummary} from '../data';
import styles from '../approval.module.css';

/** Each payment with what became of it, then the accounts the money moved on to. */
export function Payments({whole, orders}: {whole: Case; orders: readonly OrderSummary[]}) {
  const {t} = useTranslation('approval');
  const institutions = useInstitutions();
  const transfers = whole.report?.transfers ?? [];
  const byId = new Map(orders.map((each) => [each.id, each]));
  const onward = orders.filter((each) => (each.layer ?? 0) > 1);
  if (transfers.length === 0) return <p>{t('payments.none')}</p>;
  return (
    <>
      <ul className={styles.rows}>
        {transfers.map((each) => (
          <li key={each.number} data-transfer={each.number}>
            <strong>¥{yuan(each.amountFen)}</strong>
            <span>{dateTime(each.transferTime)}</span>
            <span className={styles.account}>
              {[each.payee?.accountNumber, each.payee?.accountName, each.payee?.institutionName]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {each.stopOrder ? <Became order={byId.get(each.stopOrder)} /> : <StateTag>{t('payments.noOrder')}</StateTag>}
          </li>
        ))}
      </ul>
      {onward.length > 0 && (
        <>
          <h3>{t('payments.onward')}</h3>
          <ul className={styles.rows}>
            {onward.map((each) => (
              <li key={each.id}>
                <strong>¥{yuan(each.amountFen)}</strong>
                <span>{t('payments.layer', {layer: each.layer})}</span>
                <span className={styles.account}>
                  {[maskedNumber(each.maskedAccount), nameOf(institutions, each.bank)].filter(Boolean).join(' · ')}
                </span>
                <Became order={each} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Became({order}: {order: OrderSummary | undefined}) {
  const {t} = useTranslation(['approval', 'shared']);
  if (!order?.state) return <StateTag>{t('payments.asked')}</StateTag>;
  const held = fenOf(order.heldFen);
  const paper = order.paperState;
  return (
    <span className={styles.line}>
      <OrderState state={order.state} />
      {held > 0n && <span>{t('payments.held', {amount: yuan(held)})}</span>}
      {paper && paper !== 'NOT_OWED' && paper !== 'PAPER_STATE_UNSPECIFIED' && (
        <StateTag tone={paper === 'COUNTERSIGNED' ? 'green' : paper === 'DELIVERED' ? 'blue' : 'amber'}>
          {t(`shared:paperState.${paper}`)}
        </StateTag>
      )}
    </span>
  );
}
