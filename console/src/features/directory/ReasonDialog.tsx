import {Input, Modal} from 'antd';
import {useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {fieldErrors} from '@/shared/problem/fields';
import {useAct} from '@/shared/useAct';
import styles from './directory.module.css';

interface Props {
  title: string;
  /** What follows from it, to be read first. */
  note: string;
  confirm: string;
  danger?: boolean;
  send: (reason: string, requestId: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

/** Asks why before a login or an institution is switched; the reason goes on record. */
export function ReasonDialog({title, note, confirm, danger = false, send, onDone, onClose}: Props) {
  const {t} = useTranslation('directory');
  const id = useId();
  const [reason, setReason] = useState('');
  const act = useAct(send, () => {
    onDone();
    onClose();
  });
  const [refused] = fieldErrors(act.error, (path) => (path[0] === 'reason' ? path : null));
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      okButtonProps={{danger, disabled: reason.trim() === '', loading: act.isPending}}
      mask={{closable: false}}
      onOk={() => act.mutate(reason.trim())}
      onCancel={onClose}
    >
      <p>{note}</p>
      <label htmlFor={id}>{t('reason')}</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        status={refused ? 'error' : ''}
        onChange={(event) => setReason(event.target.value)}
      />
      {refused && (
        <div role="alert" className={styles.fieldError}>
          {refused.errors.join(' ')}
        </div>
      )}
      <ProblemNotice failure={act.error} />
    </Modal>
  );
}
