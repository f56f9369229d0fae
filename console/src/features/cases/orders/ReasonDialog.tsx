import {useMutation} from '@tanstack/react-query';
import {Input, Modal} from 'antd';
import {useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useRefresh} from '../data';
import styles from './orders.module.css';

export interface ReasonDialogProps {
  caseId: string;
  title: string;
  /** What happens, for the officer to read before he answers for it. */
  note?: string;
  onGive: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the reason an act rests on; it goes into the record. */
export function ReasonDialog({caseId, title, note, onGive, onClose}: ReasonDialogProps) {
  const {t} = useTranslation('cases');
  const id = useId();
  const [reason, setReason] = useState('');
  const refresh = useRefresh(caseId);
  const give = useMutation({mutationFn: () => onGive(reason), onSuccess: onClose, onSettled: refresh});
  return (
    <Modal
      open
      title={title}
      okText={t('act.give')}
      okButtonProps={{disabled: reason.trim() === '', loading: give.isPending}}
      onOk={() => give.mutate()}
      onCancel={onClose}
    >
      {note && <p className={styles.note}>{note}</p>}
      <label htmlFor={id}>{t('act.reason')}</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemNotice failure={give.error} />
    </Modal>
  );
}
