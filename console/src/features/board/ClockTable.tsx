import {Empty, Table} from 'antd';
import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {maskedNumber} from '@/reading/account';
import {Clock} from '@/shared/clock/Clock';
import {nameOf, useInstitutions} from '@/shared/directory';
import {yuan} from '@/shared/money';
import {dateTime} from '@/shared/time';
import {Reach} from './Reach';
import type {useNames} from './data';
import {type BoardClock, type DeskAttendance, byDue} from './rows';
import {useClockName} from './useClockName';
import styles from './board.module.css';

interface Props {
  clocks: readonly BoardClock[];
  empty: string;
  loading: boolean;
  more: boolean;
  names: ReturnType<typeof useNames>;
  desks: readonly DeskAttendance[];
}

/** Clocks, what lapses next first: what runs, over what, who must act, and whether anybody is there. */
export function ClockTable({clocks, empty, loading, more, names, desks}: Props) {
  const {t} = useTranslation('board');
  const institutions = useInstitutions();
  const clockName = useClockName();
  return (
    <>
      <Table<BoardClock>
        rowKey="id"
        size="small"
        showSorterTooltip={false}
        dataSource={[...clocks]}
        loading={loading}
        pagination={{pageSize: 50, hideOnSinglePage: true, showSizeChanger: false}}
        scroll={{x: 700}}
        locale={{emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />}}
        columns={[
          {
            title: t('column.left'),
            key: 'left',
            width: 170,
            sorter: byDue,
            sortDirections: ['ascend', 'descend', 'ascend'],
            defaultSortOrder: 'ascend',
            render: (_, each) => (
              <Clock
                name={clockName(each.name)}
                start={each.startTime}
                due={each.dueTime}
                basis={each.basis}
                {...(each.missed ? {state: 'MISSED'} : {})}
              />
            ),
          },
          {
            title: t('column.clock'),
            key: 'clock',
            width: 120,
            render: (_, each) => clockName(each.name),
          },
          {
            title: t('column.subject'),
            key: 'subject',
            render: (_, each) => <Subject clock={each} names={names} />,
          },
          {
            title: t('column.holder'),
            key: 'holder',
            render: (_, each) => (
              <>
                <div>{nameOf(institutions, each.holder)}</div>
                <Reach institution={each.holder} desk={each.holderDesk} desks={desks} />
              </>
            ),
          },
          {
            title: t('column.due'),
            key: 'due',
            width: 150,
            render: (_, each) => <span className={styles.sub}>{dateTime(each.dueTime).slice(5)}</span>,
          },
        ]}
      />
      {more && <p className={styles.sub}>{t('more.clocks')}</p>}
    </>
  );
}

function Subject({clock, names}: {clock: BoardClock; names: Props['names']}) {
  const {t} = useTranslation('board');
  const [collection = '', , , hop] = (clock.subject ?? '').split('/');
  const order = names.orders.get(clock.subject ?? '');
  const about = order
    ? [maskedNumber(order.maskedAccount), `¥${yuan(order.amountFen)}`].filter(Boolean).join(' · ')
    : hop
      ? t('subject.hop', {number: hop})
      : '';
  return (
    <>
      {clock.caseId ? (
        <Link to={`/cases/${clock.caseId}`}>{names.receipts.get(clock.caseId) || t('subject.case')}</Link>
      ) : (
        '—'
      )}
      <div className={styles.sub}>{[t(`subject.${collection}`, ''), about].filter(Boolean).join(' · ')}</div>
    </>
  );
}
