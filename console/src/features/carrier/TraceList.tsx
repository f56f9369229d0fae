import {useInfiniteQuery} from '@tanstack/react-query';
import {Button, Empty} from 'antd';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {Clock} from '@/shared/clock/Clock';
import queue from '@/shared/desk/TaskQueue.module.css';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {StateTag} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';

/** Every trace this carrier is or was asked in and may still see, newest first: also what is answered. */
export function TraceList({selected, onOpen}: {selected: string | null; onOpen: (id: string) => void}) {
  const {t} = useTranslation('carrier');
  const query = useInfiniteQuery({
    queryKey: ['traces'],
    initialPageParam: '',
    queryFn: ({pageParam, signal}) =>
      answer(api.GET('/v1/traces', {params: {query: {pageSize: 100, pageToken: pageParam}}, signal})),
    getNextPageParam: (page) => page.nextPageToken || undefined,
    refetchInterval: 30_000,
  });
  if (query.isPending) return <Waiting wide />;
  const traces = query.data?.pages.flatMap((page) => page.traces ?? []) ?? [];
  return (
    <section aria-label={t('list.all')}>
      <ProblemNotice failure={query.error} onRetry={() => void query.refetch()} />
      {traces.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('list.none')} />}
      <ul className={queue.list}>
        {traces.map((trace) => (
          <li key={trace.id}>
            <button
              type="button"
              className={`${queue.task} ${trace.id === selected ? queue.selected : ''}`}
              aria-current={trace.id === selected}
              data-trace={trace.id}
              onClick={() => onOpen(trace.id ?? '')}
            >
              <span className={queue.line}>
                <StateTag tone={trace.dueTime ? 'amber' : 'grey'}>
                  {t(trace.state === 'CLOSED' ? 'list.closed' : trace.dueTime ? 'list.asked' : 'list.answered')}
                </StateTag>
                {trace.dueTime && (
                  <Clock due={trace.dueTime} start={trace.createTime} name={t('clock.trace-hop')} basis={t('basis')} />
                )}
              </span>
              <small>{t('list.since', {time: dateTime(trace.createTime)})}</small>
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
