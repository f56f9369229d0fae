import {Card} from 'antd';
import {useTranslation} from 'react-i18next';
import {HandOver} from '@/shared/order/HandOver';
import {OrderHead} from '@/shared/order/OrderHead';
import {Papers} from '@/shared/order/Papers';
import {type Order, useOrder} from '@/shared/order/queries';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {AccountCard} from './AccountCard';
import {AnswerForms} from './AnswerForms';
import {AnswerGiven} from './AnswerGiven';
import {Arrival} from './Arrival';
import {Extension} from './Extension';
import {LiftForm} from './LiftForm';
import {Outflows} from './Outflows';
import {OverdueRelease} from './OverdueRelease';
import {Calls} from './phone/Calls';

const ANSWERED = ['STOPPED', 'MISMATCHED', 'FAILED', 'NOT_OURS', 'LAPSED', 'RELEASED', 'CONVERTED', 'RECALLED'];
const MOVED_ON = ['STOPPED', 'LAPSED', 'RELEASED', 'CONVERTED'];

/** One order from arrival to the confirmation that nothing is held any more; what is to be done next stands first. */
export function OrderPane({id}: {id: string}) {
  const {t} = useTranslation('bank');
  const query = useOrder(id, 'LIAISON_DESK');
  const order = query.data;
  if (!order) {
    return query.isPending ? <Waiting /> : <ProblemNotice failure={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <>
      <ProblemNotice failure={query.error} onRetry={() => void query.refetch()} />
      <OrderHead order={order} />
      <Todo order={order} />
      <Calls order={order} />
      <AccountCard order={order} />
      {order.state === 'ACKNOWLEDGED' && <AnswerForms order={order} />}
      {ANSWERED.includes(order.state ?? '') && <AnswerGiven order={order} />}
      {MOVED_ON.includes(order.state ?? '') && <Outflows order={order} />}
      {order.paper && order.paper.state !== 'NOT_OWED' && (
        <Card size="small" title={t('papers')}>
          <Papers order={order} preview={false} />
        </Card>
      )}
      <HandOver order={order} onUploaded={() => void query.refetch()} />
    </>
  );
}

function Todo({order}: {order: Order}) {
  if (order.state === 'ISSUED' || order.state === 'SENT') return <Arrival order={order} />;
  if (order.extension === 'REQUESTED') return <Extension order={order} />;
  if (order.lift?.state === 'LIFT_OWED' || order.lift?.state === 'LIFT_OVERDUE') return <LiftForm order={order} />;
  if (order.state === 'STOPPED' && order.paper?.state === 'OVERDUE') return <OverdueRelease order={order} />;
  return null;
}
