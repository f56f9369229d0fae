import {Button, Empty, Modal, Table} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {nameOf, useInstitutions} from '@/shared/directory';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useSession} from '@/shared/session';
import {StateTag} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';
import {ATTENDANCE_TONES} from './Reach';
import {useRoster} from './data';
import type {DeskAttendance} from './rows';
import styles from './board.module.css';

interface Props {
  desks: readonly DeskAttendance[];
  loading: boolean;
  more: boolean;
}

/** Every desk: who is there, since when, and whom to ring. The empty ones first. */
export function DeskTable({desks, loading, more}: Props) {
  const {t} = useTranslation('board');
  const {roles} = useSession();
  const institutions = useInstitutions();
  const [asked, setAsked] = useState('');
  const mayAsk = roles.has('station-supervisor') || roles.has('command-centre');
  return (
    <>
      <Table<DeskAttendance>
        rowKey={(each) => `${each.institution}|${each.desk}`}
        size="small"
        dataSource={[...desks]}
        loading={loading}
        pagination={{pageSize: 50, hideOnSinglePage: true, showSizeChanger: false}}
        scroll={{x: 700}}
        locale={{emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none.desks')} />}}
        columns={[
          {
            title: t('column.institution'),
            key: 'institution',
            render: (_, each) => nameOf(institutions, each.institution),
          },
          {title: t('column.desk'), key: 'desk', width: 110, render: (_, each) => t(`desk.${each.desk}`)},
          {
            title: t('column.attendance'),
            key: 'state',
            width: 120,
            render: (_, each) => (
              <StateTag tone={ATTENDANCE_TONES[each.state ?? '']}>
                {t(`attendance.${each.state}`)}
                {(each.people ?? 0) > 1 && ` ${each.people}`}
              </StateTag>
            ),
          },
          {
            title: t('column.sign'),
            key: 'sign',
            width: 160,
            render: (_, each) => (
              <span className={styles.sub}>
                {each.state === 'ATTENDED'
                  ? t('since', {time: dateTime(each.sinceTime).slice(5)})
                  : dateTime(each.lastSignTime).slice(0, 16)}
              </span>
            ),
          },
          {
            title: t('column.phone'),
            key: 'phone',
            width: 130,
            render: (_, each) => each.deskPhone && <a href={`tel:${each.deskPhone}`}>{each.deskPhone}</a>,
          },
          ...(mayAsk
            ? [
                {
                  title: t('column.duty'),
                  key: 'duty',
                  width: 100,
                  render: (_: unknown, each: DeskAttendance) => (
                    <Button
                      size="small"
                      aria-label={t('roster.showOf', {name: nameOf(institutions, each.institution)})}
                      onClick={() => setAsked(each.institution ?? '')}
                    >
                      {t('roster.show')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {more && <p className={styles.sub}>{t('more.desks')}</p>}
      {asked !== '' && <RosterDialog institution={asked} onClose={() => setAsked('')} />}
    </>
  );
}

/** The officers on duty (AB 角), to be rung. */
function RosterDialog({institution, onClose}: {institution: string; onClose: () => void}) {
  const {t} = useTranslation('board');
  const institutions = useInstitutions();
  const found = useRoster(institution);
  const duties = found.data?.duties ?? [];
  return (
    <Modal open title={t('roster.of', {name: nameOf(institutions, institution)})} footer={null} onCancel={onClose}>
      <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Waiting />}
      {found.isSuccess && duties.length === 0 && <p>{t('roster.none')}</p>}
      <ul className={styles.list}>
        {duties.map((each) => (
          <li key={`${each.desk} ${each.role}`} className={styles.line}>
            <span>{t(`desk.${each.desk}`)}</span>
            <span>{t(`duty.${each.role}`)}</span>
            <strong>{each.name}</strong>
            <a href={`tel:${each.phone}`}>{each.phone}</a>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
