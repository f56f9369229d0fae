import {Button, Empty, Table} from 'antd';
import {useTranslation} from 'react-i18next';
import {nameOf, useInstitutions} from '@/shared/directory';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import {type RoutingError, useRoutingErrors} from '../data';
import styles from '../directory.module.css';

/** Where the table sent orders wrongly, as the banks have said: which line is to be mended. */
export function ErrorsPage() {
  const {t} = useTranslation('directory');
  const institutions = useInstitutions();
  const found = useRoutingErrors();
  const errors = found.data?.pages.flatMap((page) => page.errors ?? []) ?? [];
  return (
    <section className={styles.panel} aria-labelledby="errors">
      <h1 id="errors">{t('errors.title')}</h1>
      <p className={styles.sub}>{t('errors.note')}</p>
      <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
      <Table<RoutingError>
        rowKey={(each) => [each.line, each.table, each.bank, each.prefix].join('|')}
        size="small"
        dataSource={errors}
        loading={found.isPending}
        pagination={false}
        scroll={{x: 800}}
        locale={{emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('errors.none')} />}}
        columns={[
          {
            title: t('errors.line'),
            key: 'line',
            render: (_, each) => (each.line === 'chosen by the officer' ? t('errors.byOfficer') : each.line),
          },
          {
            title: t('errors.table'),
            key: 'table',
            width: 80,
            render: (_, each) => (each.table === '0' ? '—' : each.table),
          },
          {title: t('errors.bank'), key: 'bank', render: (_, each) => nameOf(institutions, each.bank)},
          {title: t('errors.prefix'), dataIndex: 'prefix', width: 120},
          {title: t('errors.count'), dataIndex: 'count', width: 80, align: 'right'},
          {title: t('errors.first'), key: 'first', width: 170, render: (_, each) => dateTime(each.firstTime)},
          {title: t('errors.last'), key: 'last', width: 170, render: (_, each) => dateTime(each.lastTime)},
        ]}
      />
      {found.hasNextPage && (
        <Button
          className={styles.more ?? ''}
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </section>
  );
}
