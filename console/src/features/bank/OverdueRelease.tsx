import {Button, Card, Input} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {type Order, useTakeOrder} from '@/shared/order/queries';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useAct} from '@/shared/useAct';
import styles from './bank.module.css';
import {Labelled} from '@/shared/form/Labelled';

/** The papers are overdue: nothing is released by itself, but the bank may. */
export function OverdueRelease({order}: {order: Order}) {
  const {t} = useTranslation('bank');
  const take = useTakeOrder(order.id ?? '');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct(
    (body: {reason: string}, requestId) =>
      answer(
        api.POST('/v1/stopOrders/{id}:releaseOverdue', {
          params: {path: {id: order.id ?? ''}},
          body: {...body, requestId},
        }),
      ),
    take,
  );
  return (
    <Card size="small" title={t('overdue.title')}>
      <p className={styles.hint}>{t('overdue.hint')}</p>
      {open && (
        <Labelled label={t('overdue.reason')} error={null}>
          {(id) => <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Labelled>
      )}
      <ProblemNotice failure={act.error} />
      {open ? (
        <Button
          danger
          loading={act.isPending}
          disabled={reason.trim() === ''}
          onClick={() => act.mutate({reason: reason.trim()})}
        >
          {t('overdue.send')}
        </Button>
      ) : (
        <Button onClick={() => setOpen(true)}>{t('overdue.open')}</Button>
      )}
    </Card>
  );
}
