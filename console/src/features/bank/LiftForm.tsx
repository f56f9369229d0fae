import {Button, Card} from 'antd';
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

/** The stop has ended: the bank confirms that nothing is held any more. */
export function LiftForm({order}: {order: Order}) {
  const {t} = useTranslation('bank');
  const operator = useOperator();
  const take = useTakeOrder(order.id ?? '');
  const [lifted, setLifted] = useState('');
  const act = useAct(
    (body: {liftTime?: string}, requestId) =>
      answer(
        api.POST('/v1/stopOrders/{id}:confirmLift', {
          params: {path: {id: order.id ?? ''}},
          body: {...body, operator, requestId},
        }),
      ),
    take,
  );
  const liftTime = lifted === '' ? undefined : readTime(lifted, serverTime.now());
  return (
    <Card size="small" title={t('lift.title')}>
      <p className={styles.hint}>{t('lift.hint')}</p>
      <div className={grid.two}>
        <Labelled label={t('lift.time')} error={null}>
          {(id) => <TimeInput id={id} value={lifted} onChange={setLifted} placeholder={t('stop.now')} />}
        </Labelled>
      </div>
      <ProblemNotice failure={act.error} />
      <Button
        type="primary"
        size="large"
        loading={act.isPending}
        disabled={liftTime === null}
        onClick={() => act.mutate(liftTime ? {liftTime} : {})}
      >
        {t('lift.send')}
      </Button>
    </Card>
  );
}
