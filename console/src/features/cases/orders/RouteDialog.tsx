import {useMutation} from '@tanstack/react-query';
import {Modal} from 'antd';
import {useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {useInstitutions} from '@/shared/directory';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {uuid} from '@/shared/uuid';
import {type StopOrder, useRefresh} from '../data';
import styles from './orders.module.css';

/** Names the bank of an order that the table could not place. */
export function RouteDialog({caseId, order, onClose}: {caseId: string; order: StopOrder; onClose: () => void}) {
  const {t} = useTranslation('cases');
  const id = useId();
  const institutions = useInstitutions().filter(
    (each) => !each.disabled && (each.kind === 'BANK' || each.kind === 'PAYMENT_FIRM'),
  );
  const [text, setText] = useState('');
  const bank = institutions.find((each) => each.name === text.trim())?.id ?? '';
  const refresh = useRefresh(caseId);
  const route = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/stopOrders/{id}:route', {
          params: {path: {id: order.id ?? ''}},
          body: {bank, requestId: uuid(), etag: order.etag ?? ''},
        }),
      ),
    onSuccess: onClose,
    onSettled: refresh,
  });
  return (
    <Modal
      open
      title={t('act.route')}
      okText={t('act.send')}
      okButtonProps={{disabled: bank === '', loading: route.isPending}}
      onOk={() => route.mutate()}
      onCancel={onClose}
    >
      <label htmlFor={id}>{t('route.bank')}</label>
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
