import type {UseInfiniteQueryResult} from '@tanstack/react-query';
import {Button, Empty, Table} from 'antd';
import {useTranslation} from 'react-i18next';
import {type Institution, nameOf} from '@/shared/directory';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {StateTag, type Tone} from '@/shared/StateTag';
import styles from './audit.module.css';
import type {Officer} from './data';
import {Details} from './Details';
import type {Entry, Found, Page, Question} from './log';
import {ownTime, ownZone} from './ownTime';

const TONES: Record<string, Tone> = {DONE: 'blue', READ: 'grey', REFUSED: 'red'};

/** The entries found, newest first; from each one goes on to what its man did, or to who else touched its thing. */
export function Entries({
  entries,
  question,
  onAsk,
  officers,
  institutions,
}: {
  entries: UseInfiniteQueryResult<{pages: Page[]}>;
  question: Question;
  onAsk: (question: Question) => void;
  officers: readonly Officer[];
  institutions: readonly Institution[];
}) {
  const {t} = useTranslation('audit');
  const rows = entries.data?.pages.flatMap((page) => page.found) ?? [];
  const who = (entry: Entry) => {
    const actor = entry.actor;
    const place = nameOf(institutions, actor?.institution);
    if (actor?.officer) {
      const officer = officers.find((each) => each.id === actor.officer);
      return (
        <>
          <Button
            type="link"
            size="small"
            className={styles.link}
            onClick={() => onAsk({...question, officer: actor.officer ?? '', subject: ''})}
          >
            {officer?.officerNumber || t('officer', {id: actor.officer.slice(-6)})}
          </Button>{' '}
          {place}
        </>
      );
    }
    return actor?.client ? `${t('machine', {client: actor.client})} ${place}` : t('clock');
  };
  return (
    <>
      <ProblemNotice failure={entries.error} onRetry={() => void entries.refetch()} />
      <Table<Found>
        size="small"
        rowKey={({service, entry}) => `${service} ${entry.id}`}
        dataSource={rows}
        loading={entries.isPending}
        pagination={false}
        sticky={{offsetHeader: 48}}
        scroll={{x: 900}}
        locale={{emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />}}
        expandable={{
          expandedRowRender: ({entry}) => <Details entry={entry} />,
          columnTitle: <span className={styles.hidden}>{t('column.more')}</span>,
        }}
        columns={[
          {
            title: t('column.time', {zone: ownZone()}),
            key: 'time',
            width: 200,
            render: (_, {entry}) => <span className={styles.figure}>{ownTime(entry.time)}</span>,
          },
          {title: t('column.who'), key: 'who', width: 240, render: (_, {entry}) => who(entry)},
          {
            title: t('column.what'),
            key: 'what',
            render: (_, {entry}) => (
              <span data-action={entry.action}>
                {t(`action.${entry.action}`, {defaultValue: entry.action ?? ''})}
                {entry.outcome === 'REFUSED' && ` (${entry.reason})`}
              </span>
            ),
          },
          {
            title: t('column.outcome'),
            key: 'outcome',
            width: 90,
            render: (_, {entry}) => (
              <StateTag tone={TONES[entry.outcome ?? '']}>{t(`outcome.${entry.outcome}`)}</StateTag>
            ),
          },
          {
            title: t('column.thing'),
            key: 'thing',
            width: 260,
            render: (_, {entry}) => {
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
          {title: t('column.log'), key: 'log', width: 110, render: (_, {service}) => t(`service.${service}`)},
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
