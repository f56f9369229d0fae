import {ClockList} from '@/shared/clock/ClockList';
import type {Order} from './queries';

/** An order's clocks; a stop that has ended runs no more. */
export function OrderClocks({order}: {order: Order}) {
  const running = order.state === 'STOPPED';
  return <ClockList clocks={order.clocks?.filter((clock) => clock.name !== 'stop' || running)} />;
}
