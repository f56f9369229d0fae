import {PhoneOutlined, PrinterOutlined, SearchOutlined} from '@ant-design/icons';
import {Button, Empty, Table} from 'antd';
import {type FormEvent, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {halfWidth} from '@/reading/reading';
import {nameOf, useInstitutions} from '@/shared/directory';
import {fenOf, yuan} from '@/shared/money';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {desksOf, mayCall, useSession} from '@/shared/session';
import {dateTime} from '@/shared/time';
import {StateTag} from '@/shared/StateTag';
import {AdoptList} from './adopt/AdoptList';
import {type CaseSummary, type ListQuery, type SearchBy, useCases} from './data';
import {CASE_TONES} from '@/shared/tones';
import styles from './cases.module.css';

const CASE_STATES = ['RECEIVED', 'REVIEW', 'FILED', 'NOT_FILED'] as const;

const SEARCHES: readonly SearchBy[] = ['accountNumber', 'phone', 'idNumber', 'receiptNumber'];

/** The cases of the station and those below it. */
export function CasesPage() {
  const {t} = useTranslation('cases');
  const {roles} = useSession();
  const institutions = useInstitutions();
  const [query, setQuery] = useState<ListQuery>({state: '', by: 'accountNumber', text: ''});
  const found = useCases(query);
  const rows = found.data?.pages.flatMap((page) => page.cases ?? []) ?? [];
  return (
    <section className={styles.panel}>
      {desksOf(roles).includes('UNIT_DESK') && <AdoptList />}
      <header className={styles.head}>
        <h1>{t('list.title')}</h1>
        <SearchForm query={query} onSearch={setQuery} />
        {mayCall(roles) && (
          <Link to="/cases/phone">
            <PhoneOutlined /> {t('call.title')}
          </Link>
        )}
        <Link to="/cases/emergency-card" target="_blank">
          <PrinterOutlined /> {t('list.card')}
        </Link>
      </header>
      <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
      <Table<CaseSummary>
        rowKey="id"
        dataSource={rows}
        loading={found.isPending}
        pagination={false}
        sticky={{offsetHeader: 48}}
        showSorterTooltip={false}
        locale={{emptyText: <Empty description={t(query.text ? 'list.notFound' : 'list.none')} />}}
        columns={[
          {
            title: t('list.receipt'),
            key: 'receipt',
            width: 230,
            sorter: (a, b) => (a.receiptNumber ?? '').localeCompare(b.receiptNumber ?? ''),
            render: (_, each) => <Link to={`/cases/${each.id}`}>{each.receiptNumber}</Link>,
          },
          {
            title: t('list.state'),
            key: 'state',
            width: 120,
            render: (_, each) => (
              <StateTag tone={CASE_TONES[each.state ?? '']}>{t(`caseState.${each.state}`)}</StateTag>
            ),
          },
          {title: t('list.fraudType'), key: 'fraudType', render: (_, each) => t(`fraudType.${each.fraudType}`)},
          {
            title: t('list.loss'),
            key: 'loss',
            align: 'right',
            width: 150,
            sorter: (a, b) => (fenOf(a.totalLossFen) < fenOf(b.totalLossFen) ? -1 : 1),
            render: (_, each) => <span className={styles.figure}>¥{yuan(each.totalLossFen)}</span>,
          },
          {
            title: t('list.orders'),
            dataIndex: 'stopOrderCount',
            align: 'right',
            width: 90,
            sorter: (a, b) => (a.stopOrderCount ?? 0) - (b.stopOrderCount ?? 0),
          },
          {
            title: t('list.station'),
            key: 'station',
            ellipsis: true,
            render: (_, each) => nameOf(institutions, each.station),
          },
          {
            title: t('list.created'),
            key: 'created',
            width: 180,
            defaultSortOrder: 'descend',
            sorter: (a, b) => (a.createTime ?? '').localeCompare(b.createTime ?? ''),
            render: (_, each) => dateTime(each.createTime),
          },
        ]}
      />
      {found.hasNextPage && (
        <Button
          className={styles.more ?? ''}
          onClick={() => void found.fetchNextPage()}
          loading={found.isFetchingNextPage}
        >
          {t('list.more')}
        </Button>
      )}
    </section>
  );
}

function SearchForm({query, onSearch}: {query: ListQuery; onSearch: (query: ListQuery) => void}) {
  const {t} = useTranslation('cases');
  const [by, setBy] = useState<SearchBy>(query.by);
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch({...query, by, text: halfWidth(text).replace(/\s/g, '')});
  };
  return (
    <form className={styles.search} role="search" onSubmit={submit}>
      <select
        aria-label={t('list.filter')}
        value={query.state}
        onChange={(event) => onSearch({...query, text: '', state: event.target.value as ListQuery['state']})}
      >
        <option value="">{t('list.all')}</option>
        {CASE_STATES.map((each) => (
          <option key={each} value={each}>
            {t(`caseState.${each}`)}
          </option>
        ))}
      </select>
      <select aria-label={t('search.by')} value={by} onChange={(event) => setBy(event.target.value as SearchBy)}>
        {SEARCHES.map((each) => (
          <option key={each} value={each}>
            {t(`search.${each}`)}
          </option>
        ))}
      </select>
      <input
        aria-label={t('search.text')}
        placeholder={t('search.hint')}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <Button htmlType="submit" icon={<SearchOutlined />}>
        {t('search.go')}
      </Button>
      {query.text !== '' && (
        <Button
          onClick={() => {
            setText('');
            onSearch({...query, text: ''});
          }}
        >
          {t('search.clear')}
        </Button>
      )}
    </form>
  );
}
