import {Button, Card, Popconfirm, Space} from 'antd';
import {useEffect} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {type Order, useTakeOrder} from '@/shared/order/queries';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useAct} from '@/shared/useAct';
import {useOperator} from './operator';

/** A new order: take it in hand, or say at once that the account is not ours. */
export function Arrival({order}: {order: Order}) {
  const {t} = useTranslation('bank');
  const show = useTakeOrder(order.id ?? '');
  const operator = useOperator();
  const path = {path: {id: order.id ?? ''}};
  const take = useAct(
    (_: null, requestId) => answer(api.POST('/v1/stopOrders/{id}:acknowledge', {params: path, body: {requestId}})),
    show,
  );
  const refuse = useAct(
    (_: null, requestId) =>
      answer(api.POST('/v1/stopOrders/{id}:recordNotOurs', {params: path, body: {requestId, operator}})),
    show,
  );
  const {mutate} = take;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /INPUT|TEXTAREA|SELECT/.test(event.target.tagName);
      if (typing || event.altKey || event.ctrlKey || event.metaKey || event.key.toLowerCase() !== 'a') return;
      mutate(null);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [mutate]);
  return (
    <Card size="small">
      <ProblemNotice failure={take.error ?? refuse.error} />
      <Space size={12} wrap>
        <Button type="primary" size="large" loading={take.isPending} onClick={() => take.mutate(null)}>
          {t('arrival.take')}
        </Button>
        <Popconfirm title={t('arrival.notOursSure')} onConfirm={() => refuse.mutate(null)}>
          <Button size="large" loading={refuse.isPending}>
            {t('arrival.notOurs')}
          </Button>
        </Popconfirm>
        <span>{t('arrival.hint')}</span>
      </Space>
    </Card>
  );
}
