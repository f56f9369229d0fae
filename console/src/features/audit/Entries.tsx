import type {UseInfiniteQueryResult} from '@tanstack/react-query';
import {Button, Checkbox, Empty, Table} from 'antd';
import {useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Institution} from '@/shared/directory';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {StateTag, type Tone} from '@/shared/StateTag';
import styles from './audit.module.css';
import type {Officer} from './data';
import {Details} from './Details';
import {type Row, grouped, single} from './group';
import type {Page, Question} from './log';
import {ownTime} from './ownTime';
import {Who} from './Who';
import type {Words} from './words';

const TONES: Record<string, Tone> = {DONE: 'blue', READ: 'grey', REFUSED: 'red'};

/** The entries found, newest first; from each one goes on to what its man did, or to who else touched its thing. */
export function Entries({
  entries,
  question,
  onAsk,
  officers,
  institutions,
  words,
}: {
  entries: UseInfiniteQueryResult<{pages: Page[]}>;
  question: Question;
  onAsk: (question: Question) => void;
  officers: readonly Officer[];
  institutions: readonly Institution[];
  words: Words;
}) {
  const {t} = useTranslation('audit');
  const [together, setTogether] = useState(true);
  const pages = entries.data?.pages;
  const found = useMemo(() => pages?.flatMap((page) => page.found) ?? [], [pages]);
  const rows = useMemo(() => (together ? grouped(found) : single(found)), [together, found]);
  return (
    <>
      <ProblemNotice failure={entries.error} onRetry={() => void entries.refetch()} />
      <div className={styles.line}>
        <Checkbox checked={together} onChange={(event) => setTogether(event.target.checked)}>
          {t('together')}
        </Checkbox>
        <span className={styles.hint}>{t('togetherHint')}</span>
        <span className={styles.hint} role="status">
          {t('shown', {rows: rows.length, count: found.length})}
        </span>
      </div>
      <Table<Row>
        size="small"
        rowKey="key"
        dataSource={rows}
        loading={entries.isPending}
        pagination={false}
        sticky={{offsetHeader: 48}}
        scroll={{x: 960}}
        locale={{emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />}}
        expandable={{
          expandedRowRender: (row) => <Details row={row} words={words} />,
          columnTitle: <span className={styles.hidden}>{t('column.more')}</span>,
        }}
        columns={[
          {title: t('column.time'), key: 'time', width: 190, render: (_, row) => <When row={row} />},
          {
            title: t('column.who'),
            key: 'who',
            width: 220,
            render: (_, {all: [{entry}]}) => (
              <Who
                entry={entry}
                officers={officers}
                institutions={institutions}
                onOfficer={(officer) => onAsk({...question, officer, subject: ''})}
              />
            ),
          },
          {
            title: t('column.what'),
            key: 'what',
            width: 200,
            render: (_, {all: [{entry}]}) => (
              <span data-action={entry.action}>
                {words.action(entry.action)}
                {entry.outcome === 'REFUSED' && ` (${words.reason(entry)})`}
              </span>
            ),
          },
          {
            title: t('column.outcome'),
            key: 'outcome',
            width: 90,
            render: (_, {all: [{entry}]}) => (
              <StateTag tone={TONES[entry.outcome ?? '']}>{t(`outcome.${entry.outcome}`)}</StateTag>
            ),
          },
          {
            title: t('column.thing'),
            key: 'thing',
            width: 200,
            render: (_, {all: [{entry}]}) => {
              const [kind = '', id] = (entry.subject ?? '').split('/');
              return (
                <>
                  {t(`kind.${kind}`, {defaultValue: kind})}{' '}
                  {id && (
                    <Button
                      type="link"
                      size="small"
                      className={styles.link}
                      title={t('askThing', {subject: entry.subject})}
                      onClick={() => onAsk({...question, subject: entry.subject ?? '', officer: ''})}
                    >
                      …{id.slice(-8)}
                    </Button>
                  )}
                </>
              );
            },
          },
          {title: t('column.log'), key: 'log', width: 110, render: (_, {all: [{service}]}) => t(`service.${service}`)},
        ]}
      />
      {entries.hasNextPage && (
        <Button className={styles.more} loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

/** When, in the machine's own time; of several looks the last, and below how many there were since the first. */
function When({row}: {row: Row}) {
  const {t} = useTranslation('audit');
  const last = ownTime(row.all[0].entry.time);
  const first = ownTime(row.all.at(-1)?.entry.time);
  return (
    <>
      <span className={styles.figure}>{last}</span>
      {row.all.length > 1 && (
        <div className={styles.hint} data-looks={row.all.length}>
          {t('looks', {count: row.all.length, first: first.slice(0, 10) === last.slice(0, 10) ? first.slice(11) : first})}
        </div>
      )}
    </>
  );
}
