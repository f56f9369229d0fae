import {Button, Card, Input, Space} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {serverTime} from '@/shared/clock/serverTime';
import grid from '@/shared/form/grid.module.css';
import {TimeInput} from '@/shared/form/TimeInput';
import {type Order, useTakeOrder} from '@/shared/order/queries';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {readTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';
import styles from './bank.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {useOperator} from './operator';

/** The second and last stop, asked by the police: granted, or refused with its cause. */
export function Extension({order}: {order: Order}) {
  const {t} = useTranslation('bank');
  const operator = useOperator();
  const take = useTakeOrder(order.id ?? '');
  const [executed, setExecuted] = useState('');
  const [refusing, setRefusing] = useState(false);
  const [technicalCause, setTechnical] = useState('');
  const [businessCause, setBusiness] = useState('');
  const params = {path: {id: order.id ?? ''}};
  const grant = useAct(
    (body: {executeTime?: string}, requestId) =>
      answer(api.POST('/v1/stopOrders/{id}:recordExtension', {params, body: {...body, operator, requestId}})),
    take,
  );
  const refuse = useAct(
    (body: {technicalCause: string; businessCause: string}, requestId) =>
      answer(api.POST('/v1/stopOrders/{id}:refuseExtension', {params, body: {...body, operator, requestId}})),
    take,
  );
  const executeTime = executed === '' ? undefined : readTime(executed, serverTime.now());
  return (
    <Card size="small" title={t('extension.title')}>
      <p className={styles.hint}>{t('extension.hint')}</p>
      <div className={grid.two}>
        <Labelled label={t('extension.executed')} error={null}>
          {(id) => <TimeInput id={id} value={executed} onChange={setExecuted} placeholder={t('stop.now')} />}
        </Labelled>
      </div>
      {refusing && (
        <div className={grid.two}>
          <Labelled label={t('failure.technical')} error={null}>
            {(id) => <Input id={id} maxLength={500} value={technicalCause} onChange={(e) => setTechnical(e.target.value)} />}
          </Labelled>
          <Labelled label={t('failure.business')} error={null}>
            {(id) => <Input id={id} maxLength={500} value={businessCause} onChange={(e) => setBusiness(e.target.value)} />}
          </Labelled>
        </div>
      )}
      <ProblemNotice failure={grant.error ?? refuse.error} />
      <Space>
        <Button
          type="primary"
          size="large"
          loading={grant.isPending}
          disabled={executeTime === null}
          onClick={() => grant.mutate(executeTime ? {executeTime} : {})}
        >
          {t('extension.grant')}
        </Button>
        {refusing ? (
          <Button
            size="large"
            danger
            loading={refuse.isPending}
            disabled={technicalCause.trim() === '' && businessCause.trim() === ''}
            onClick={() => refuse.mutate({technicalCause: technicalCause.trim(), businessCause: businessCause.trim()})}
          >
            {t('extension.refuse')}
          </Button>
        ) : (
          <Button size="large" onClick={() => setRefusing(true)}>
            {t('extension.refuseWhy')}
          </Button>
        )}
      </Space>
    </Card>
  );
}
