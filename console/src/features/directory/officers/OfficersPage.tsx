import {PlusOutlined} from '@ant-design/icons';
import {Button, Empty, Input, Table} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {nameOf, useInstitutions} from '@/shared/directory';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {StateTag, type Tone} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';
import {type Officer, useChanged, useOfficers} from '../data';
import {InstitutionPick} from '../InstitutionPick';
import {ReasonDialog} from '../ReasonDialog';
import {OfficerForm} from './OfficerForm';
import styles from '../directory.module.css';

const TONES: Readonly<Record<string, Tone>> = {
  PROVISIONING: 'amber',
  ACTIVE: 'green',
  DISABLING: 'amber',
  DISABLED: 'grey',
};

/** Who may log in, as what. */
export function OfficersPage() {
  const {t} = useTranslation('directory');
  const institutions = useInstitutions();
  const changed = useChanged();
  const [institution, setInstitution] = useState('');
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const [disabled, setDisabled] = useState<Officer | null>(null);
  const found = useOfficers(institution);
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  const officers = (found.data?.pages.flatMap((page) => page.officers ?? []) ?? []).filter(
    (each) =>
      wanted === '' ||
      [each.username, each.name, each.officerNumber].some((part) => part?.toLowerCase().includes(wanted)),
  );
  return (
    <section className={styles.panel} aria-labelledby="officers">
      <header className={styles.head}>
        <h1 id="officers">{t('officer.title')}</h1>
        <InstitutionPick
          className={styles.pick ?? ''}
          aria-label={t('officer.institution')}
          placeholder={t('officer.allInstitutions')}
          value={institution}
          onChange={setInstitution}
        />
        <Input.Search
          className={styles.search ?? ''}
          aria-label={t('officer.search')}
          placeholder={t('officer.search')}
          allowClear
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {t('officer.add')}
        </Button>
      </header>
      <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
      <Table<Officer>
        rowKey="id"
        size="small"
        dataSource={officers}
        loading={found.isPending}
        pagination={false}
        scroll={{x: 900}}
        locale={{emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('officer.none')} />}}
        columns={[
          {title: t('officer.username'), dataIndex: 'username', width: 160},
          {
            title: t('officer.name'),
            key: 'name',
            width: 170,
            render: (_, each) => [each.name, each.officerNumber].filter(Boolean).join(' · '),
          },
          {
            title: t('officer.institution'),
            key: 'institution',
            render: (_, each) => nameOf(institutions, each.institution),
          },
          {
            title: t('officer.roles'),
            key: 'roles',
            render: (_, each) => (each.roles ?? []).map((role) => t(`role.${role}`)).join(t('and')),
          },
          {
            title: t('officer.state'),
            key: 'state',
            width: 110,
            render: (_, each) => (
              <StateTag tone={TONES[each.state ?? '']}>{t(`officerState.${each.state}`)}</StateTag>
            ),
          },
          {
            title: t('officer.created'),
            key: 'created',
            width: 110,
            render: (_, each) => <span className={styles.sub}>{dateTime(each.createTime).slice(0, 10)}</span>,
          },
          {
            title: t('institution.act'),
            key: 'act',
            width: 90,
            render: (_, each) =>
              each.state === 'ACTIVE' || each.state === 'PROVISIONING' ? (
                <Button
                  size="small"
                  danger
                  aria-label={t('officer.disableOf', {name: each.username})}
                  onClick={() => setDisabled(each)}
                >
                  {t('officer.disable')}
                </Button>
              ) : null,
          },
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
      {adding && <OfficerForm institution={institution} onClose={() => setAdding(false)} />}
      {disabled && (
        <ReasonDialog
          title={t('officer.disableOf', {name: disabled.username})}
          note={t('officer.disableNote')}
          confirm={t('officer.disable')}
          danger
          send={(reason, requestId) =>
            answer(
              api.POST('/v1/officers/{id}:disable', {
                params: {path: {id: disabled.id ?? ''}},
                body: {reason, requestId},
              }),
            )
          }
          onDone={() => changed('officers')}
          onClose={() => setDisabled(null)}
        />
      )}
    </section>
  );
}
