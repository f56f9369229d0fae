import {Button} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {yuan} from '@/shared/money';
import {dateTime} from '@/shared/time';
import {uuid} from '@/shared/uuid';
import {StateTag} from '@/shared/StateTag';
import type {StopOrder} from '../data';
import {ReasonDialog} from './ReasonDialog';
import styles from './orders.module.css';

/** What left the account, and whether it is followed. */
export function OutflowList({caseId, order}: {caseId: string; order: StopOrder}) {
  const {t} = useTranslation('cases');
  const [opening, setOpening] = useState<number | null>(null);
  const outflows = (order.outflows ?? []).filter((each) => each.next !== 'WITHDRAWN');
  if (outflows.length === 0) return null;
  return (
    <ul className={styles.outflows} aria-label={t('outflow.title')}>
      {outflows.map((each) => (
        <li key={each.number}>
          <StateTag tone={each.kind === 'TO_ACCOUNT' ? 'blue' : 'red'}>{t(`outflow.${each.kind}`)}</StateTag>
          <strong>¥{yuan(each.amountFen)}</strong> {dateTime(each.outflowTime)}{' '}
          {[each.payee?.accountNumber, each.payee?.accountName, each.payee?.institutionName, each.place]
            .filter(Boolean)
            .join(' · ')}
          {each.next === 'OPENED' || each.next === 'JOINED' ? <em> {t(`next.${each.next}`)}</em> : null}
          {each.next === 'HELD_BACK' && (
            <>
              {' '}
              <em className={styles.bad}>{t('next.HELD_BACK')}</em>{' '}
              <Button size="small" onClick={() => setOpening(each.number ?? 0)}>
                {t('outflow.follow')}
              </Button>
            </>
          )}
        </li>
      ))}
      {opening !== null && (
        <ReasonDialog
          caseId={caseId}
          title={t('outflow.followTitle')}
          onClose={() => setOpening(null)}
          onGive={(reason) =>
            answer(
              api.POST('/v1/stopOrders/{id}:openNextLayer', {
                params: {path: {id: order.id ?? ''}},
                body: {outflow: opening, reason, requestId: uuid()},
              }),
            )
          }
        />
      )}
    </ul>
  );
}
