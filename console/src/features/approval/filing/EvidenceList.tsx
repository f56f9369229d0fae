import {EyeOutlined} from '@ant-design/icons';
import {Button} from 'antd';
import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import type {Case} from '../data';
import styles from '../approval.module.css';

type Evidence = Schema<'casefile.v1.Evidence'>;

async function load(id: string, file: Evidence): Promise<string> {
  const blob = await answer(
    api.GET('/v1/cases/{id}/evidence/{number}:download', {
      params: {path: {id, number: file.number ?? 0}},
      parseAs: 'blob',
    }),
  );
  return URL.createObjectURL(new Blob([blob], {type: file.contentType ?? 'application/octet-stream'}));
}

/** What was handed in with the report. Opening a file is in the audit log, so none opens by itself. */
export function EvidenceList({whole}: {whole: Case}) {
  const {t} = useTranslation('approval');
  const [open, setOpen] = useState<{file: Evidence; url: string} | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => () => {
    if (open) URL.revokeObjectURL(open.url);
  }, [open]);
  const files = whole.evidence ?? [];
  if (files.length === 0) return <p>{t('evidence.none')}</p>;
  const show = (file: Evidence) => {
    setFailure(null);
    load(whole.id ?? '', file).then((url) => setOpen({file, url}), setFailure);
  };
  const named = (file: Evidence) => file.fileName || t('evidence.file', {number: file.number});
  return (
    <>
      <ul className={styles.rows}>
        {files.map((file) => (
          <li key={file.number}>
            <strong>{named(file)}</strong>
            <span>{dateTime(file.uploadTime)}</span>
            <code title={file.sha256}>{(file.sha256 ?? '').slice(0, 12)}</code>
            <Button size="small" icon={<EyeOutlined />} onClick={() => show(file)}>
              {t('evidence.open')}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNotice failure={failure} />
      {open &&
        (open.file.contentType === 'application/pdf' ? (
          <iframe className={styles.preview} src={open.url} title={named(open.file)} />
        ) : (
          <img className={styles.preview} src={open.url} alt={named(open.file)} />
        ))}
    </>
  );
}
