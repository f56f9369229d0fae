import {EyeOutlined} from '@ant-design/icons';
import {Button} from 'antd';
import {useTranslation} from 'react-i18next';
import {type Evidence, loadEvidence} from '@/shared/files/evidence';
import {Opened, useFileView} from '@/shared/files/FileView';
import {dateTime} from '@/shared/time';
import type {Case} from '../data';
import styles from '../approval.module.css';

/** What was handed in with the report, on a page that may be as small as a telephone's. */
export function EvidenceList({whole}: {whole: Case}) {
  const {t} = useTranslation('approval');
  const named = (file: Evidence) => file.fileName || t('evidence.file', {number: file.number});
  const view = useFileView((file: Evidence) => loadEvidence(whole.id ?? '', file), named);
  const files = whole.evidence ?? [];
  if (files.length === 0) return <p>{t('evidence.none')}</p>;
  return (
    <>
      <ul className={styles.rows}>
        {files.map((file) => (
          <li key={file.number}>
            <strong>{named(file)}</strong>
            <span>{dateTime(file.uploadTime)}</span>
            <code title={file.sha256}>{(file.sha256 ?? '').slice(0, 12)}</code>
            <Button size="small" icon={<EyeOutlined />} onClick={() => view.show(file)}>
              {t('evidence.open')}
            </Button>
          </li>
        ))}
      </ul>
      <Opened view={view} named={named} />
    </>
  );
}
