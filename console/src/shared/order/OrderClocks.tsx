import {ClockList} from '@/shared/clock/ClockList';
import type {Order} from './queries';

/** An order's clocks: what was done late counts no further, and a stop that has ended runs no more. */
export function OrderClocks({order}: {order: Order}) {
  const running = order.state === 'STOPPED';
  const delivered = order.paper?.state === 'DELIVERED' || order.paper?.state === 'COUNTERSIGNED';
  const clocks = (order.clocks ?? []).filter((clock) => clock.name !== 'stop' || running);
  return (
    <ClockList
      clocks={clocks}
      done={{
        acknowledge: order.acknowledgeTime,
        paper: delivered ? order.paper?.deliverTime : undefined,
        countersign: order.paper?.countersignTime,
        lift: order.lift?.confirmTime,
        'second-officer': order.secondOfficerConfirmTime,
      }}
    />
  );
}
