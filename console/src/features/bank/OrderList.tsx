import {useInfiniteQuery} from '@tanstack/react-query';
import {Button, Empty, Tag} from 'antd';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {yuan} from '@/shared/money';
import {OrderState} from '@/shared/order/OrderState';
import {owesPapers} from '@/shared/order/papers';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import queue from '@/shared/desk/TaskQueue.module.css';

type Summary = Schema<'freezing.v1.StopOrderSummary'>;

/** The bank's orders, newest first; or only those whose papers the police still owe, the overdue first. */
export function OrderList({
  owedOnly,
  selected,
  onOpen,
}: {
  owedOnly: boolean;
  selected: string | null;
  onOpen: (id: string) => void;
}) {
  const {t} = useTranslation('bank');
  const {t: common} = useTranslation('shared');
  const query = useInfiniteQuery({
    queryKey: ['stopOrders'],
    initialPageParam: '',
    queryFn: ({pageParam, signal}) =>
      answer(api.GET('/v1/stopOrders', {params: {query: {pageSize: 100, pageToken: pageParam}}, signal})),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    refetchInterval: 15_000,
  });
  if (query.isPending) return <Waiting wide />;
  const all = query.data?.pages.flatMap((page) => page.stopOrders ?? []) ?? [];
  const shown = owedOnly ? all.filter((each) => owesPapers(each.paperState)).sort(overdueFirst) : all;
  return (
    <section aria-label={t(owedOnly ? 'list.papers' : 'list.all')}>
      <ProblemNotice failure={query.error} onRetry={() => void query.refetch()} />
      {shown.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(owedOnly ? 'list.noPapers' : 'list.none')} />
      )}
      <ul className={queue.list}>
        {shown.map((order) => (
          <li key={order.id}>
            <button
              type="button"
              className={`${queue.task} ${order.id === selected ? queue.selected : ''}`}
              aria-current={order.id === selected}
              onClick={() => onOpen(order.id ?? '')}
            >
              <span className={queue.line}>
                <OrderState state={order.state} />
                <span className={queue.amount}>{yuan(order.amountFen)}</span>
              </span>
              <span className={queue.line}>
                <span className={queue.label}>{order.maskedAccount}</span>
                {owesPapers(order.paperState) && (
                  <Tag color={order.paperState === 'OWED' ? 'warning' : 'error'} style={{marginInlineEnd: 0}}>
                    {common(`paperState.${order.paperState}`)}
                  </Tag>
                )}
              </span>
              <small>{dateTime(order.createTime)}</small>
            </button>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button block type="text" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </section>
  );
}

function overdueFirst(one: Summary, other: Summary): number {
  const rank = (order: Summary) => (order.paperState === 'OVERDUE' ? 0 : order.paperState === 'REFUSED' ? 1 : 2);
  return rank(one) - rank(other) || (one.createTime ?? '').localeCompare(other.createTime ?? '');
}
