import {UploadOutlined} from '@ant-design/icons';
import {useMutation} from '@tanstack/react-query';
import {Progress} from 'antd';
import {useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {ProblemError} from '@/api/problem';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {FILE_MAX, FILE_TYPES, upload} from './upload';
import styles from './upload.module.css';

/** Takes one file and sends it at once; shows how far it is and what was wrong with it. */
export function UploadButton({
  path,
  query,
  label,
  onSettled,
}: {
  path: string;
  query: Readonly<Record<string, string>>;
  label: string;
  onSettled: () => void;
}) {
  const {t} = useTranslation('shared');
  const id = useId();
  const [percent, setPercent] = useState<number | null>(null);
  const send = useMutation({
    mutationFn: (file: File) => {
      if (file.size > FILE_MAX) {
        throw new ProblemError({
          type: 'about:blank',
          title: '',
          status: 400,
          reason: 'FILE_TOO_LARGE',
          detail: t('upload.tooLarge'),
        });
      }
      return upload(path, query, file, setPercent);
    },
    onSettled: () => {
      setPercent(null);
      onSettled();
    },
  });
  return (
    <span className={styles.upload}>
      <label htmlFor={id} className={styles.label}>
        <UploadOutlined aria-hidden /> {label}
      </label>
      <input
        id={id}
        type="file"
        accept={FILE_TYPES}
        className={styles.file}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) send.mutate(file);
          event.target.value = '';
        }}
      />
      {percent !== null && <Progress percent={percent} size="small" aria-label={t('upload.progress')} />}
      <ProblemNotice failure={send.error} />
    </span>
  );
}
