import {PhoneOutlined} from '@ant-design/icons';
import {Button} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {answer, api} from '@/api/client';
import {mayCall, useSession} from '@/shared/session';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import {uuid} from '@/shared/uuid';
import {useAct} from '@/shared/useAct';
import {type StopOrder, useRefresh} from '../data';
import {CorrectDialog} from './CorrectDialog';
import {ReasonDialog} from './ReasonDialog';
import {BANKS, RouteDialog} from './RouteDialog';
import styles from './orders.module.css';

type Act = 'keep' | 'recall' | 'release' | 'extend' | 'correct' | 'route';

/** What an order is waiting for. */
const FIRST: readonly Act[] = ['keep', 'correct', 'route'];

/** What the asking unit may do with an order in its state; the service has the last word. */
function possible(order: StopOrder): Act[] {
  const acts: Act[] = [];
  const state = order.state;
  if (state === 'STOPPED') {
    // Another case's station, or this one, wants the shared stop released: without a word it is, when the notice ends.
    if (order.shared?.releaseDueTime && order.shared.word !== 'KEEPS') acts.push('keep');
    if (order.extension === 'NOT_REQUESTED' || order.extension === 'REFUSED_BY_BANK') acts.push('extend');
    acts.push('release');
  }
  if (state === 'MISMATCHED' && !order.correctedByStopOrder) acts.push('correct');
  if (state === 'NOT_OURS' || ((state === 'ISSUED' || state === 'SENT') && !order.bank)) acts.push('route');
  if (state === 'ISSUED' || state === 'SENT' || state === 'ACKNOWLEDGED') acts.push('recall');
  return acts;
}

export function OrderActions({caseId, order}: {caseId: string; order: StopOrder}) {
  const {t} = useTranslation('cases');
  const [act, setAct] = useState<Act | null>(null);
  const acts = possible(order);
  const params = {path: {id: order.id ?? ''}};
  const keep = useAct(
    (_: null, requestId) => answer(api.POST('/v1/stopOrders/{id}:keepInterest', {params, body: {requestId}})),
    useRefresh(caseId),
  );
  const calls = mayCall(useSession().roles);
  if (acts.length === 0 && !calls) return null;
  const close = () => setAct(null);
  const body = (reason: string) => ({reason, requestId: uuid()});
  return (
    <div className={`${styles.acts} no-print`}>
      {acts.map((each) => (
        <Button
          key={each}
          size="small"
          type={FIRST.includes(each) ? 'primary' : 'default'}
          loading={each === 'keep' && keep.isPending}
          onClick={() => (each === 'keep' ? keep.mutate(null) : setAct(each))}
        >
          {t(`act.${each}`)}
        </Button>
      ))}
      {order.shared?.releaseDueTime && <span>{t('act.releaseWanted', {time: dateTime(order.shared.releaseDueTime)})}</span>}
      <ProblemNotice failure={keep.error} onRetry={() => keep.mutate(null)} />
      {calls && (
        <Link to={`/cases/phone/${order.id}`}>
          <PhoneOutlined /> {t('call.open')}
        </Link>
      )}
      {act === 'recall' && (
        <ReasonDialog
          caseId={caseId}
          title={t('act.recall')}
          note={t('act.recallNote')}
          onClose={close}
          onGive={(reason) => answer(api.POST('/v1/stopOrders/{id}:recall', {params, body: body(reason)}))}
        />
      )}
      {act === 'release' && (
        <ReasonDialog
          caseId={caseId}
          title={t('act.release')}
          note={t('act.releaseNote')}
          onClose={close}
          onGive={(reason) => answer(api.POST('/v1/stopOrders/{id}:release', {params, body: body(reason)}))}
        />
      )}
      {act === 'extend' && (
        <ReasonDialog
          caseId={caseId}
          title={t('act.extend')}
          note={t('act.extendNote')}
          onClose={close}
          onGive={(reason) => answer(api.POST('/v1/stopOrders/{id}:requestExtension', {params, body: body(reason)}))}
        />
      )}
      {act === 'correct' && <CorrectDialog caseId={caseId} order={order} onClose={close} />}
      {act === 'route' && (
        <RouteDialog
          caseId={caseId}
          title={t('act.route')}
          kinds={BANKS}
          onClose={close}
          onRoute={(bank) =>
            answer(
              api.POST('/v1/stopOrders/{id}:route', {
                params,
                body: {bank, requestId: uuid()},
              }),
            )
          }
        />
      )}
    </div>
  );
}
