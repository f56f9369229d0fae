import {useMutation} from '@tanstack/react-query';
import {Modal} from 'antd';
import {useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {useInstitutions} from '@/shared/directory';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {uuid} from '@/shared/uuid';
import {type Case, useRefresh} from '../data';
import styles from './trace.module.css';

type Contact = NonNullable<NonNullable<Case['report']>['contacts']>[number];

/** Asks for a trace of one call on a paper; the head of the unit approves it. */
export function RequestTraceDialog({whole, contact, onClose}: {whole: Case; contact: Contact; onClose: () => void}) {
  const {t} = useTranslation('cases');
  const id = useId();
  const [paperNumber, setPaperNumber] = useState('');
  const [text, setText] = useState('');
  const carriers = useInstitutions().filter((each) => each.kind === 'CARRIER' && !each.disabled);
  const refresh = useRefresh(whole.id ?? '');
  const request = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/cases/{id}:requestTrace', {
          params: {path: {id: whole.id ?? ''}},
          body: {
            contact: contact.number ?? 0,
            paperNumber: paperNumber.trim(),
            carrier: carriers.find((each) => each.name === text.trim())?.id ?? '',
            requestId: uuid(),
          },
        }),
      ),
    onSuccess: onClose,
    onSettled: refresh,
  });
  return (
    <Modal
      open
      title={t('trace.requestOf', {number: contact.displayed})}
      okText={t('trace.request')}
      okButtonProps={{disabled: paperNumber.trim() === '', loading: request.isPending}}
      onOk={() => request.mutate()}
      onCancel={onClose}
    >
      <label htmlFor={`${id}-paper`}>{t('trace.paper')}</label>
      <input
        id={`${id}-paper`}
        className={styles.input}
        autoFocus
        maxLength={60}
        value={paperNumber}
        onChange={(event) => setPaperNumber(event.target.value)}
      />
      <label htmlFor={`${id}-carrier`}>{t('trace.carrier')}</label>
      <input
        id={`${id}-carrier`}
        className={styles.input}
        list={`${id}-list`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <datalist id={`${id}-list`}>
        {carriers.map((each) => (
          <option key={each.id} value={each.name} />
        ))}
      </datalist>
      <ProblemNotice failure={request.error} />
    </Modal>
  );
}
