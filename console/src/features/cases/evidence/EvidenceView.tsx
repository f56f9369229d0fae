import {DownloadOutlined, EyeOutlined} from '@ant-design/icons';
import {Button, Empty, Space, Table} from 'antd';
import {useTranslation} from 'react-i18next';
import {type Evidence, loadEvidence} from '@/shared/files/evidence';
import {Opened, useFileView} from '@/shared/files/FileView';
import {type Role, useSession} from '@/shared/session';
import {dateTime} from '@/shared/time';
import {UploadButton} from '@/shared/upload/UploadButton';
import {type Case, useRefresh} from '../data';
import styles from './evidence.module.css';

/** Who adds evidence, and who opens it (`UploadEvidence`, `DownloadEvidence`). */
const ADDS: readonly Role[] = ['station-officer', 'station-liaison'];
const OPENS: readonly Role[] = [...ADDS, 'station-supervisor', 'unit-head', 'county-approver', 'auditor'];

/** What was handed in with the report: bank slips, chats, pictures. */
export function EvidenceView({whole}: {whole: Case}) {
  const {t} = useTranslation('cases');
  const {roles} = useSession();
  const id = whole.id ?? '';
  const refresh = useRefresh(id);
  const named = (file: Evidence) => file.fileName || t('evidence.file', {number: file.number});
  const view = useFileView((file: Evidence) => loadEvidence(id, file), named);
  const files = whole.evidence ?? [];
  const opens = OPENS.some((role) => roles.has(role));
  return (
    <>
      {ADDS.some((role) => roles.has(role)) && (
        <div className={`${styles.add} no-print`}>
          <UploadButton path={`/v1/cases/${id}/evidence:upload`} query={{}} label={t('evidence.add')} onSettled={refresh} />
          <span className={styles.hint}>{t('evidence.hint')}</span>
        </div>
      )}
      {files.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('evidence.none')} />
      ) : (
        <Table<Evidence>
          size="small"
          pagination={false}
          rowKey={(file) => file.number ?? 0}
          dataSource={files}
          scroll={{x: true}}
          columns={[
            {title: '#', dataIndex: 'number', width: 48},
            {title: t('evidence.name'), key: 'name', render: (_, file) => named(file)},
            {
              title: t('evidence.size'),
              key: 'size',
              align: 'right',
              width: 100,
              render: (_, file) => `${Math.ceil(Number(file.sizeBytes ?? 0) / 1024)} KB`,
            },
            {title: t('evidence.time'), key: 'time', width: 180, render: (_, file) => dateTime(file.uploadTime)},
            {
              title: t('evidence.hash'),
              key: 'hash',
              render: (_, file) => <code title={file.sha256}>{(file.sha256 ?? '').slice(0, 12)}</code>,
            },
            {
              title: t('evidence.acts'),
              key: 'acts',
              align: 'right',
              render: (_, file) =>
                opens && (
                  <Space>
                    <Button size="small" icon={<EyeOutlined />} onClick={() => view.show(file)}>
                      {t('evidence.open')}
                    </Button>
                    <Button size="small" icon={<DownloadOutlined />} onClick={() => view.save(file)}>
                      {t('evidence.save')}
                    </Button>
                  </Space>
                ),
            },
          ]}
        />
      )}
      <Opened view={view} named={named} />
    </>
  );
}
