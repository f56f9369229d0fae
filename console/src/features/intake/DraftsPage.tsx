import {useInfiniteQuery, useMutation, useQueryClient} from '@tanstack/react-query';
import {Button, Empty, Table} from 'antd';
import {useTranslation} from 'react-i18next';
import {Link, useNavigate} from 'react-router';
import {type Schema, answer, api} from '@/api/client';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useSession} from '@/shared/session';
import {dateTime} from '@/shared/time';
import {uuid} from '@/shared/uuid';
import {StateTag} from '@/shared/StateTag';
import styles from './intake.module.css';

type DraftSummary = Schema<'casefile.v1.DraftSummary'>;

/** What is being taken down at this station, and what 110 has handed over. */
export function DraftsPage() {
  const {t} = useTranslation('intake');
  const navigate = useNavigate();
  const {institution} = useSession();
  const queries = useQueryClient();
  const drafts = useInfiniteQuery({
    queryKey: ['drafts'],
    queryFn: ({pageParam, signal}) =>
      answer(api.GET('/v1/drafts', {params: {query: {pageSize: 50, pageToken: pageParam}}, signal})),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
    refetchInterval: 10_000,
  });
  const adopt = useMutation({
    mutationFn: async (draft: DraftSummary) => {
      const id = draft.id ?? '';
      await answer(api.POST('/v1/drafts/{id}:adopt', {params: {path: {id}}, body: {requestId: uuid()}}));
      return id;
    },
    onSuccess: (id) => {
      void queries.invalidateQueries({queryKey: ['drafts']});
      void navigate(`/intake/${id}`);
    },
  });
  const rows = drafts.data?.pages.flatMap((page) => page.drafts ?? []) ?? [];
  return (
    <section className={styles.list}>
      <header className={styles.listHead}>
        <h1>{t('drafts.title')}</h1>
        <Button type="primary" size="large" onClick={() => void navigate('/intake/new')}>
          {t('drafts.new')}
        </Button>
      </header>
      <ProblemNotice failure={drafts.error ?? adopt.error} onRetry={() => void drafts.refetch()} />
      <Table<DraftSummary>
        rowKey="id"
        dataSource={rows}
        loading={drafts.isPending}
        pagination={false}
        locale={{emptyText: <Empty description={t('drafts.none')} />}}
        columns={[
          {
            title: t('drafts.victim'),
            key: 'victim',
            render: (_, draft) => <Link to={`/intake/${draft.id}`}>{draft.victimName || t('drafts.unnamed')}</Link>,
          },
          {
            title: t('drafts.state'),
            key: 'state',
            width: 200,
            render: (_, draft) => (
              <>
                <StateTag tone={draft.state === 'CASE_OPENED' ? 'blue' : 'grey'}>
                  {t(`draftState.${draft.state ?? 'OPEN'}`)}
                </StateTag>
                {(draft.conflictCount ?? 0) > 0 && (
                  <StateTag tone="amber">{t('drafts.conflicts', {count: draft.conflictCount})}</StateTag>
                )}
              </>
            ),
          },
          {title: t('drafts.transfers'), dataIndex: 'transferCount', width: 100, align: 'right'},
          {title: t('drafts.begun'), key: 'begun', width: 180, render: (_, draft) => dateTime(draft.createTime)},
          {title: t('drafts.edited'), key: 'edited', width: 180, render: (_, draft) => dateTime(draft.lastEditTime)},
          {
            title: '',
            key: 'adopt',
            width: 120,
            render: (_, draft) =>
              draft.offeredTo === institution && draft.unit !== institution ? (
                <Button size="small" type="primary" loading={adopt.isPending} onClick={() => adopt.mutate(draft)}>
                  {t('drafts.adopt')}
                </Button>
              ) : null,
          },
        ]}
      />
      {drafts.hasNextPage && (
        <Button onClick={() => void drafts.fetchNextPage()} loading={drafts.isFetchingNextPage}>
          {t('drafts.more')}
        </Button>
      )}
    </section>
  );
}
