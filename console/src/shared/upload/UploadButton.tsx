import {UploadOutlined} from '@ant-design/icons';
import {useMutation} from '@tanstack/react-query';
import {Button, Progress} from 'antd';
import {useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {ProblemError, Unreachable} from '@/api/problem';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {uuid} from '@/shared/uuid';
import {FILE_MAX, FILE_TYPES, upload} from './upload';
import styles from './upload.module.css';

interface Tried {
  readonly file: File;
  /** The same for a file that is sent again because no answer came. */
  readonly requestId: string;
}

interface Failed extends Tried {
  readonly failure: unknown;
}

/** What has failed longest ago is forgotten beyond this many. */
const FAILED_MAX = 10;

function tooLarge(detail: string): ProblemError {
  return new ProblemError({type: 'about:blank', title: '', status: 400, reason: 'FILE_TOO_LARGE', detail});
}

/** Whether the same file may be taken the next time: nothing is wrong with the file itself. */
function worthAgain(failure: unknown): boolean {
  return !(failure instanceof ProblemError) || failure.problem.status === 429 || failure.problem.status >= 500;
}

/** Takes one file and sends it at once; what was wrong stands beside its name until it is tried again or put away. */
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
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const without = (name: string) => (all: readonly Failed[]) => all.filter((each) => each.file.name !== name);
  const send = useMutation({
    mutationFn: ({file, requestId}: Tried) => {
      if (file.size > FILE_MAX) throw tooLarge(t('upload.tooLarge'));
      return upload(path, {...query, requestId}, file, setPercent);
    },
    onMutate: ({file}) => setFailed(without(file.name)),
    onError: (failure, tried) =>
      setFailed((all) => [...without(tried.file.name)(all), {...tried, failure}].slice(-FAILED_MAX)),
    onSettled: () => {
      setPercent(null);
      onSettled();
    },
  });
  return (
    <div className={styles.upload}>
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
          if (file) send.mutate({file, requestId: uuid()});
          event.target.value = '';
        }}
      />
      {percent !== null && (
        <div>
          {send.variables?.file.name}
          <Progress percent={percent} size="small" aria-label={t('upload.progress')} />
        </div>
      )}
      {failed.length > 0 && (
        <ul className={styles.failed} aria-label={t('upload.failed')}>
          {failed.map(({file, requestId, failure}) => (
            <li key={file.name}>
              <div className={styles.name}>
                <strong>{file.name}</strong>
                <Button
                  type="text"
                  size="small"
                  aria-label={t('upload.putAwayOf', {name: file.name})}
                  onClick={() => setFailed(without(file.name))}
                >
                  {t('upload.putAway')}
                </Button>
              </div>
              <ProblemNotice
                failure={failure}
                onRetry={
                  worthAgain(failure)
                    ? () => send.mutate({file, requestId: failure instanceof Unreachable ? requestId : uuid()})
                    : undefined
                }
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
