import {PhoneOutlined} from '@ant-design/icons';
import {Button, Empty} from 'antd';
import {useCallback} from 'react';
import {useTranslation} from 'react-i18next';
import {useLocation} from 'react-router';
import type {Schema} from '@/api/client';
import {owesPapers} from '@/shared/order/papers';
import {deskPhone, nameOf, useInstitutions} from '@/shared/directory';
import {fenOf, yuan} from '@/shared/money';
import {dateTime} from '@/shared/time';
import {OrderClocks} from '@/shared/order/OrderClocks';
import {OrderState} from '@/shared/order/OrderState';
import {SecondTag} from '@/shared/order/SecondTag';
import {StateTag} from '@/shared/StateTag';
import type {Case, OrderSummary, StopOrder} from '../data';
import {NextStep} from './NextStep';
import {OrderActions} from './OrderActions';
import {OutflowList} from './OutflowList';
import {PaperBox} from './PaperBox';
import styles from './orders.module.css';

export interface OrderListProps {
  whole: Case;
  summaries: readonly OrderSummary[];
  details: readonly (StopOrder | undefined)[];
}

/** The stops of a case, layer by layer, each with its clocks, its papers and what can be done about it. */
export function OrderList({whole, summaries, details}: OrderListProps) {
  const {t} = useTranslation('cases');
  if (summaries.length === 0) return <Empty description={t('order.none')} />;
  return (
    <ol className={styles.orders}>
      {summaries.map((summary, index) => (
        <OrderCard
          key={summary.id}
          whole={whole}
          summary={summary}
          order={details[index]}
          all={details}
          reach={whole.stopOrders?.find((each) => each.stopOrder === summary.id)?.reach}
        />
      ))}
    </ol>
  );
}

/** The other orders at the same bank that owe papers: one paper may serve them all. */
function owingWith(order: StopOrder | undefined, all: readonly (StopOrder | undefined)[]): StopOrder[] {
  return all.filter(
    (each): each is StopOrder =>
      each !== undefined &&
      order !== undefined &&
      each.id !== order.id &&
      each.bank === order.bank &&
      owesPapers(each.paper?.state),
  );
}

interface OrderCardProps {
  whole: Case;
  summary: OrderSummary;
  order: StopOrder | undefined;
  /** The case's orders, as far as they are loaded. */
  all: readonly (StopOrder | undefined)[];
  reach: Schema<'casefile.v1.OrderReach'> | undefined;
}

function OrderCard({whole, summary, order, all, reach}: OrderCardProps) {
  const {t} = useTranslation('cases');
  const caseId = whole.id ?? '';
  const arrive = useArrival<HTMLLIElement>(summary.id ?? '');
  const institutions = useInstitutions();
  const state = summary.state ?? 'ISSUED';
  const waiting = state === 'ISSUED' || state === 'SENT';
  return (
    <li id={summary.id} ref={arrive} className={styles.order} data-order={summary.id} data-state={state}>
      <div className={styles.top}>
        <span className={styles.layer}>{t('order.layer', {layer: summary.layer ?? 1})}</span>
        <span className={styles.account}>{summary.maskedAccount}</span>
        <OrderState state={state} />
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
      {waiting && <Reach reach={reach} bank={summary.bank ?? ''} />}
      {order && (
        <>
          <div className={styles.clocks}>
            <OrderClocks order={order} />
            <SecondTag state={order.secondOfficerState} />
            {order.countState === 'COUNT_PENDING' && <StateTag>{t('order.countPending')}</StateTag>}
          </div>
          <Facts order={order} />
          <OutflowList caseId={caseId} order={order} />
          <PaperBox caseId={caseId} order={order} owing={owingWith(order, all)} />
          <NextStep whole={whole} order={order} all={all} />
          <OrderActions caseId={caseId} order={order} />
        </>
      )}
    </li>
  );
}

/** Whoever was sent to this order finds it: `/cases/0123…#<order>`. */
function useArrival<Place extends HTMLElement>(id: string) {
  const sent = useLocation().hash === `#${id}`;
  return useCallback(
    (place: Place | null) => {
      if (sent) place?.scrollIntoView({block: 'center'});
    },
    [sent],
  );
}

/** Until the bank has it in hand, whom to ring: by what was told at filing, else by the directory. */
function Reach({reach, bank}: {reach: Schema<'casefile.v1.OrderReach'> | undefined; bank: string}) {
  const {t} = useTranslation('cases');
  const asked = useInstitutions().find((each) => each.id === bank);
  const told = reach?.state && reach.state !== 'REACH_STATE_UNSPECIFIED' ? reach.state : null;
  const ring = told === 'REACH_NOBODY_THERE' || told === 'REACH_UNROUTED' || told === 'REACH_UNKNOWN';
  const phone = ring ? reach?.ringPhone : told === null && asked ? deskPhone(asked, 'LIAISON_DESK') : '';
  if (told === null && !phone) return null;
  return (
    <div className={ring ? styles.ring : styles.there} data-reach={told ?? undefined}>
      {t(`reach.${told ?? 'waiting'}`)}
      {phone && (
        <Button
          size="small"
          type={ring ? 'primary' : 'default'}
          danger={ring}
          icon={<PhoneOutlined />}
          href={`tel:${phone}`}
        >
          {phone}
        </Button>
      )}
    </div>
  );
}

/** What the bank has said, in one line. */
function Facts({order}: {order: StopOrder}) {
  const {t} = useTranslation('cases');
  const answer = order.answer;
  const held = order.shared?.joined ? order.shared.heldOnAccountFen : answer?.heldFen;
  const parts = [
    order.orderNumber,
    answer?.executeTime && t('fact.executed', {time: dateTime(answer.executeTime)}),
    order.state === 'STOPPED' && fenOf(held) === 0n && t('fact.nothingLeft'),
    answer?.mismatchedField && t('fact.mismatch', {field: t(`field.${answer.mismatchedField}`)}),
    answer?.technicalCause && t('fact.technical', {cause: answer.technicalCause}),
    answer?.businessCause && t('fact.business', {cause: answer.businessCause}),
    order.extension === 'REQUESTED' && t('fact.extensionRequested'),
    order.extension === 'GRANTED' && t('fact.extended'),
    order.extension === 'REFUSED_BY_BANK' && t('fact.extensionRefused'),
    (order.shared?.otherInterests ?? 0) > 0 &&
      t('fact.shared', {count: order.shared?.otherInterests, amount: yuan(order.shared?.otherAmountFen)}),
    order.endReason && t('fact.end', {reason: order.endReason}),
    order.lift?.state === 'LIFT_CONFIRMED' && t('fact.lifted', {time: dateTime(order.lift.liftTime)}),
    order.correctedByStopOrder && t('fact.corrected'),
    answer?.operator?.name && t('fact.operator', {name: answer.operator.name, phone: answer.operator.phone ?? ''}),
  ].filter(Boolean);
  return <div className={styles.facts}>{parts.join(' · ')}</div>;
}
