import {PhoneOutlined} from '@ant-design/icons';
import {Button, Empty, Tag} from 'antd';
import {useTranslation} from 'react-i18next';
import type {Schema} from '@/api/client';
import {Clock} from '@/shared/clock/Clock';
import {nameOf, useInstitutions} from '@/shared/directory';
import {fenOf, yuan} from '@/shared/money';
import {dateTime} from '@/shared/time';
import type {OrderSummary, StopOrder} from '../data';
import {STOP_TONES} from '../states';
import {OrderActions} from './OrderActions';
import {OutflowList} from './OutflowList';
import {PaperBox} from './PaperBox';
import styles from './orders.module.css';

export interface OrderListProps {
  caseId: string;
  links: readonly Schema<'casefile.v1.OrderLink'>[];
  summaries: readonly OrderSummary[];
  details: readonly (StopOrder | undefined)[];
}

/** The stops of a case, layer by layer, each with its clocks, its papers and what can be done about it. */
export function OrderList({caseId, links, summaries, details}: OrderListProps) {
  const {t} = useTranslation('cases');
  if (summaries.length === 0) return <Empty description={t('order.none')} />;
  return (
    <ol className={styles.orders}>
      {summaries.map((summary, index) => (
        <OrderCard
          key={summary.id}
          caseId={caseId}
          summary={summary}
          order={details[index]}
          reach={links.find((each) => each.stopOrder === summary.id)?.reach}
        />
      ))}
    </ol>
  );
}

interface OrderCardProps {
  caseId: string;
  summary: OrderSummary;
  order: StopOrder | undefined;
  reach: Schema<'casefile.v1.OrderReach'> | undefined;
}

function OrderCard({caseId, summary, order, reach}: OrderCardProps) {
  const {t} = useTranslation('cases');
  const institutions = useInstitutions();
  const state = summary.state ?? 'ISSUED';
  const waiting = state === 'ISSUED' || state === 'SENT';
  const clocks = (order?.clocks ?? []).filter((clock) => clock.state !== 'MET');
  return (
    <li className={styles.order} data-order={summary.id} data-state={state}>
      <div className={styles.top}>
        <span className={styles.layer}>{t('order.layer', {layer: summary.layer ?? 1})}</span>
        <span className={styles.account}>{summary.maskedAccount}</span>
        <Tag color={STOP_TONES[state] ?? 'default'}>{t(`stopState.${state}`)}</Tag>
        <span className={styles.grow}>
          {[order?.accountName, nameOf(institutions, summary.bank) || t('order.unrouted')].filter(Boolean).join(' · ')}
        </span>
        <span className={styles.amount}>
          <small>{t('order.amount')}</small> ¥{yuan(summary.amountFen)}
        </span>
        {state === 'STOPPED' && (
          <span className={`${styles.amount} ${styles.held}`}>
            <small>{t('order.held')}</small> ¥{yuan(summary.heldFen)}
          </span>
        )}
      </div>
      {waiting && reach && <Reach reach={reach} />}
      {order && (
        <>
          <div className={styles.clocks}>
            {clocks.map((clock) => (
              <span key={clock.name}>
                {t(`clock.${clock.name}`)}{' '}
                <Clock
                  due={clock.dueTime} start={clock.startTime} warn={clock.warnTimes?.[0]} basis={clock.basis} state={clock.state}
                  name={t(`clock.${clock.name}`)}
                />
              </span>
            ))}
            {order.secondOfficerState === 'OFFICER_UNCONFIRMED' && <Tag color="gold">{t('order.secondUnconfirmed')}</Tag>}
            {order.secondOfficerState === 'OFFICER_OVERDUE' && <Tag color="red">{t('order.secondOverdue')}</Tag>}
            {order.countState === 'COUNT_PENDING' && <Tag>{t('order.countPending')}</Tag>}
          </div>
          <Facts order={order} />
          <OutflowList caseId={caseId} order={order} />
          <PaperBox caseId={caseId} order={order} />
          <OrderActions caseId={caseId} order={order} />
        </>
      )}
    </li>
  );
}

function Reach({reach}: {reach: Schema<'casefile.v1.OrderReach'>}) {
  const {t} = useTranslation('cases');
  const state = reach.state ?? 'REACH_STATE_UNSPECIFIED';
  if (state === 'REACH_STATE_UNSPECIFIED') return null;
  const ring = state === 'REACH_NOBODY_THERE' || state === 'REACH_UNROUTED' || state === 'REACH_UNKNOWN';
  return (
    <div className={ring ? styles.ring : styles.there} data-reach={state}>
      {t(`reach.${state}`)}
      {ring && reach.ringPhone && (
        <Button size="small" type="primary" danger icon={<PhoneOutlined />} href={`tel:${reach.ringPhone}`}>
          {reach.ringPhone}
        </Button>
      )}
    </div>
  );
}

/** What the bank has said, in one line. */
function Facts({order}: {order: StopOrder}) {
  const {t} = useTranslation('cases');
  const answer = order.answer;
  const parts = [
    order.orderNumber,
    answer?.executeTime && t('fact.executed', {time: dateTime(answer.executeTime)}),
    order.state === 'STOPPED' && fenOf(answer?.heldFen) === 0n && t('fact.nothingLeft'),
    answer?.mismatchedField && t('fact.mismatch', {field: t(`field.${answer.mismatchedField}`)}),
    answer?.technicalCause && t('fact.technical', {cause: answer.technicalCause}),
    answer?.businessCause && t('fact.business', {cause: answer.businessCause}),
    order.extension === 'REQUESTED' && t('fact.extensionRequested'),
    order.extension === 'GRANTED' && t('fact.extended'),
    order.extension === 'REFUSED_BY_BANK' && t('fact.extensionRefused'),
    order.endReason && t('fact.end', {reason: order.endReason}),
    order.lift?.state === 'LIFT_CONFIRMED' && t('fact.lifted', {time: dateTime(order.lift.liftTime)}),
    order.correctedByStopOrder && t('fact.corrected'),
    answer?.operator?.name && t('fact.operator', {name: answer.operator.name, phone: answer.operator.phone ?? ''}),
  ].filter(Boolean);
  return <div className={styles.facts}>{parts.join(' · ')}</div>;
}
