import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useCallback} from 'react';
import {type Schema, answer, api} from '@/api/client';
import {type Desk, type TaskMessage, tasksOf} from '@/shared/desk/tasks';
import {useLiveMessage} from '@/shared/live/useLive';

export type Order = Schema<'freezing.v1.StopOrder'>;
export type OrderClock = Schema<'freezing.v1.OrderClock'>;

/** An open order is asked for again this often; its desk's messages do so at once. */
const ASK_EVERY_MS = 15_000;

function key(id: string) {
  return ['stopOrder', id] as const;
}

/** The order, asked for anew with each word about it on this desk. */
export function useOrder(id: string, desk: Desk) {
  const queries = useQueryClient();
  const hear = useCallback(
    (message: TaskMessage) => {
      if (message.task?.subject === `stopOrders/${id}`) void queries.invalidateQueries({queryKey: key(id)});
    },
    [id, queries],
  );
  useLiveMessage(tasksOf(desk), hear);
  return useQuery({
    queryKey: key(id),
    queryFn: ({signal}) => answer(api.GET('/v1/stopOrders/{id}', {params: {path: {id}}, signal})),
    refetchInterval: ASK_EVERY_MS,
  });
}

/**
 * Shows the order a command has answered with. Commands of these pages carry no etag: the order's state decides whether
 * they still fit, and a clock that fires meanwhile must not refuse a bank's answer.
 */
export function useTakeOrder(id: string): (order: Order) => void {
  const queries = useQueryClient();
  return (order) => {
    queries.setQueryData(key(id), order);
    void queries.invalidateQueries({queryKey: ['stopOrders']});
  };
}
