import {Button, Card, Input, Space} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {HandOver} from '@/shared/order/HandOver';
import {OrderHead} from '@/shared/order/OrderHead';
import {Papers} from '@/shared/order/Papers';
import facts from '@/shared/order/order.module.css';
import {type Order, useOrder, useTakeOrder} from '@/shared/order/queries';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';

/** The papers of one order: looked at, then countersigned, or refused with what is wrong with them. */
export function PapersPane({id}: {id: string}) {
  const {t} = useTranslation('security');
  const query = useOrder(id, 'SECURITY_DESK');
  const order = query.data;
  if (!order) {
    return query.isPending ? <Waiting /> : <ProblemNotice failure={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <>
      <ProblemNotice failure={query.error} onRetry={() => void query.refetch()} />
      <OrderHead order={order} />
      <Card size="small" title={t('order')}>
        <dl className={facts.facts}>
          <dt>{t('account')}</dt>
          <dd>{order.maskedAccount}</dd>
          <dt>{t('officer')}</dt>
          <dd>{[order.officer?.name, order.officer?.officerNumber, order.officer?.phone].filter(Boolean).join(' · ')}</dd>
          <dt>{t('executed')}</dt>
          <dd>{dateTime(order.answer?.executeTime)}</dd>
        </dl>
      </Card>
      <Card size="small" title={t('papers')}>
        <Papers order={order} preview />
      </Card>
      {order.paper?.state === 'DELIVERED' && <Decision order={order} />}
      <HandOver order={order} onUploaded={() => void query.refetch()} />
    </>
  );
}

function Decision({order}: {order: Order}) {
  const {t} = useTranslation('security');
  const take = useTakeOrder(order.id ?? '');
  const [refusing, setRefusing] = useState(false);
  const [defect, setDefect] = useState('');
  const params = {path: {id: order.id ?? ''}};
  const sign = useAct(
    (_: null, requestId) =>
      answer(api.POST('/v1/stopOrders/{id}:countersignPaper', {params, body: {requestId}})),
    take,
  );
  const refuse = useAct(
    (body: {defect: string}, requestId) =>
      answer(api.POST('/v1/stopOrders/{id}:refusePaper', {params, body: {...body, requestId}})),
    take,
  );
  return (
    <Card size="small" title={t('decide')}>
      {refusing && (
        <div style={{marginBottom: 10}}>
          <label htmlFor="defect">{t('defect')}</label>
          <Input.TextArea
            id="defect"
            rows={2}
            maxLength={500}
            value={defect}
            onChange={(event) => setDefect(event.target.value)}
          />
        </div>
      )}
      <ProblemNotice failure={sign.error ?? refuse.error} />
      <Space size={12} wrap>
        <Button type="primary" size="large" loading={sign.isPending} onClick={() => sign.mutate(null)}>
          {t('sign')}
        </Button>
        {refusing ? (
          <Button
            danger
            size="large"
            loading={refuse.isPending}
            disabled={defect.trim() === ''}
            onClick={() => refuse.mutate({defect: defect.trim()})}
          >
            {t('refuse')}
          </Button>
        ) : (
          <Button size="large" onClick={() => setRefusing(true)}>
            {t('refuseWhy')}
          </Button>
        )}
        <span>{t('hint')}</span>
      </Space>
    </Card>
  );
}
