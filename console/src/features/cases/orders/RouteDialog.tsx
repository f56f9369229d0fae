import {useMutation} from '@tanstack/react-query';
import {Modal} from 'antd';
import {useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Institution, useInstitutions} from '@/shared/directory';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useRefresh} from '../data';
import styles from './orders.module.css';

export interface RouteDialogProps {
  caseId: string;
  title: string;
  /** Who can be asked at all. */
  kinds: readonly NonNullable<Institution['kind']>[];
  onRoute: (institution: string) => Promise<unknown>;
  onClose: () => void;
}

/** Those who can be asked about an account. */
export const BANKS = ['BANK', 'PAYMENT_FIRM'] as const;

/** Names by hand who is asked, where the table could not. */
export function RouteDialog({caseId, title, kinds, onRoute, onClose}: RouteDialogProps) {
  const {t} = useTranslation('cases');
  const id = useId();
  const institutions = useInstitutions().filter((each) => !each.disabled && kinds.includes(each.kind ?? 'POLICE'));
  const [text, setText] = useState('');
  const chosen = institutions.find((each) => each.name === text.trim())?.id ?? '';
  const refresh = useRefresh(caseId);
  const route = useMutation({mutationFn: () => onRoute(chosen), onSuccess: onClose, onSettled: refresh});
  return (
    <Modal
      open
      title={title}
      okText={t('route.ok')}
      okButtonProps={{disabled: chosen === '', loading: route.isPending}}
      onOk={() => route.mutate()}
      onCancel={onClose}
    >
      <label htmlFor={id}>{t('route.who')}</label>
      <input
        id={id}
        className={styles.input}
        list={`${id}-list`}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <datalist id={`${id}-list`}>
        {institutions.map((each) => (
          <option key={each.id} value={each.name} />
        ))}
      </datalist>
      <ProblemNotice failure={route.error} />
    </Modal>
  );
}
