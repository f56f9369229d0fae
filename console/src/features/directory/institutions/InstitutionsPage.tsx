import {PlusOutlined} from '@ant-design/icons';
import {Button, Empty, Input, Space, Table} from 'antd';
import {useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {type Institution, useInstitutions} from '@/shared/directory';
import {StateTag} from '@/shared/StateTag';
import {type Kind, useChanged} from '../data';
import {KINDS} from '../kinds';
import {ReasonDialog} from '../ReasonDialog';
import {InstitutionForm} from './InstitutionForm';
import {type Branch, openable, treeOf} from './tree';
import styles from '../directory.module.css';

/** What is being done: a new one below another, a change, a switch. */
type Doing =
  | {what: 'create'; parent: Institution | null}
  | {what: 'edit'; id: string}
  | {what: 'switch'; institution: Institution}
  | null;

/** The institutions as a tree. */
export function InstitutionsPage() {
  const {t} = useTranslation('directory');
  const institutions = useInstitutions();
  const changed = useChanged();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Kind | ''>('');
  const [doing, setDoing] = useState<Doing>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const tree = useMemo(() => treeOf(institutions, text, kind), [institutions, text, kind]);
  const open = useMemo(() => openable(tree).filter((key) => !closed.has(key)), [tree, closed]);
  const edited = doing?.what === 'edit' ? institutions.find((each) => each.id === doing.id) : undefined;
  return (
    <section className={styles.panel} aria-labelledby="institutions">
      <header className={styles.head}>
        <h1 id="institutions">{t('institution.title', {count: institutions.length})}</h1>
        <Input.Search
          className={styles.search ?? ''}
          aria-label={t('institution.search')}
          placeholder={t('institution.search')}
          allowClear
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <select
          aria-label={t('institution.kind')}
          value={kind}
          onChange={(event) => setKind(event.target.value as Kind | '')}
        >
          <option value="">{t('institution.allKinds')}</option>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`kind.${each}`)}
            </option>
          ))}
        </select>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing({what: 'create', parent: null})}>
          {t('institution.add')}
        </Button>
      </header>
      <Table<Branch>
        size="small"
        dataSource={tree}
        pagination={{pageSize: 50, hideOnSinglePage: true, showSizeChanger: false}}
        scroll={{x: 900}}
        locale={{emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('institution.none')} />}}
        expandable={{
          expandedRowKeys: open,
          onExpand: (expanded, {key}) => {
            const next = new Set(closed);
            if (expanded) next.delete(key);
            else next.add(key);
            setClosed(next);
          },
        }}
        columns={[
          {
            title: t('institution.name'),
            key: 'name',
            render: (_, {institution}) => (
              <>
                <strong>{institution.name}</strong>{' '}
                {institution.disabled && <StateTag tone="red">{t('institution.disabled')}</StateTag>}
                {institution.switchReason && <div className={styles.sub}>{institution.switchReason}</div>}
              </>
            ),
          },
          {title: t('institution.code'), key: 'code', width: 140, render: (_, {institution}) => institution.code},
          {
            title: t('institution.kind'),
            key: 'kind',
            width: 100,
            render: (_, {institution}) => t(`kind.${institution.kind}`),
          },
          {title: t('institution.region'), key: 'region', width: 80, render: (_, {institution}) => institution.region},
          {
            title: t('institution.phones'),
            key: 'phones',
            width: 220,
            render: (_, {institution}) => (
              <>
                <div>{institution.phone}</div>
                {(institution.desks ?? []).map((each) => (
                  <div key={each.desk} className={styles.sub}>
                    {t(`desk.${each.desk}`)} {each.phone}
                  </div>
                ))}
              </>
            ),
          },
          {
            title: t('institution.act'),
            key: 'act',
            width: 210,
            render: (_, {institution}) => (
              <Space size={6}>
                <Button
                  size="small"
                  aria-label={t('institution.editOf', {name: institution.name})}
                  onClick={() => setDoing({what: 'edit', id: institution.id ?? ''})}
                >
                  {t('institution.edit')}
                </Button>
                <Button
                  size="small"
                  aria-label={t('institution.addBelow', {name: institution.name})}
                  onClick={() => setDoing({what: 'create', parent: institution})}
                >
                  {t('institution.below')}
                </Button>
                <Button
                  size="small"
                  danger={!institution.disabled}
                  aria-label={t(institution.disabled ? 'institution.enableOf' : 'institution.disableOf', {
                    name: institution.name,
                  })}
                  onClick={() => setDoing({what: 'switch', institution})}
                >
                  {t(institution.disabled ? 'institution.enable' : 'institution.disable')}
                </Button>
              </Space>
            ),
          },
        ]}
      />
      {doing?.what === 'create' && <InstitutionForm parent={doing.parent} onClose={() => setDoing(null)} />}
      {edited && <InstitutionForm key={edited.id} edited={edited} parent={null} onClose={() => setDoing(null)} />}
      {doing?.what === 'switch' && (
        <Switch institution={doing.institution} onDone={() => changed('institutions')} onClose={() => setDoing(null)} />
      )}
    </section>
  );
}

function Switch({
  institution,
  onDone,
  onClose,
}: {
  institution: Institution;
  onDone: () => void;
  onClose: () => void;
}) {
  const {t} = useTranslation('directory');
  const off = institution.disabled === true;
  const call = (reason: string, requestId: string) => ({
    params: {path: {id: institution.id ?? ''}},
    body: {reason, requestId},
  });
  return (
    <ReasonDialog
      title={t(off ? 'institution.enableOf' : 'institution.disableOf', {name: institution.name})}
      note={t(off ? 'institution.enableNote' : 'institution.disableNote')}
      confirm={t(off ? 'institution.enable' : 'institution.disable')}
      danger={!off}
      send={(reason, requestId) =>
        answer(
          off
            ? api.POST('/v1/institutions/{id}:enable', call(reason, requestId))
            : api.POST('/v1/institutions/{id}:disable', call(reason, requestId)),
        )
      }
      onDone={onDone}
      onClose={onClose}
    />
  );
}
