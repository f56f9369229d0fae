import {Card, Segmented} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {type Order, useTakeOrder} from '@/shared/order/queries';
import {useAct} from '@/shared/useAct';
import {FailureForm, MismatchForm, NotOursForm} from './OtherAnswers';
import {StopForm} from './StopForm';
import type {FailureBody, MismatchBody, NotOursBody, StopBody} from './answers';

type Kind = 'stop' | 'mismatch' | 'failure' | 'notOurs';

/** The answer to an acknowledged order. What is typed in one form stays while another is looked at. */
export function AnswerForms({order}: {order: Order}) {
  const {t} = useTranslation('bank');
  const [kind, setKind] = useState<Kind>('stop');
  const take = useTakeOrder(order.id ?? '');
  const params = {path: {id: order.id ?? ''}};
  const stop = useAct(
    (body: StopBody, requestId) =>
      answer(api.POST('/v1/stopOrders/{id}:recordStop', {params, body: {...body, requestId}})),
    take,
  );
  const mismatch = useAct(
    (body: MismatchBody, requestId) =>
      answer(api.POST('/v1/stopOrders/{id}:recordMismatch', {params, body: {...body, requestId}})),
    take,
  );
  const failure = useAct(
    (body: FailureBody, requestId) =>
      answer(api.POST('/v1/stopOrders/{id}:recordFailure', {params, body: {...body, requestId}})),
    take,
  );
  const notOurs = useAct(
    (body: NotOursBody, requestId) =>
      answer(api.POST('/v1/stopOrders/{id}:recordNotOurs', {params, body: {...body, requestId}})),
    take,
  );
  const visible = (each: Kind) => ({display: kind === each ? 'block' : 'none'});
  return (
    <Card size="small" title={t('answer.title')}>
      <Segmented<Kind>
        aria-label={t('answer.title')}
        value={kind}
        onChange={setKind}
        options={(['stop', 'mismatch', 'failure', 'notOurs'] as const).map((each) => ({
          value: each,
          label: t(`answer.${each}`),
        }))}
        style={{marginBottom: 12}}
      />
      <div style={visible('stop')}>
        <StopForm order={order} act={stop} onMismatch={() => setKind('mismatch')} />
      </div>
      <div style={visible('mismatch')}>
        <MismatchForm act={mismatch} />
      </div>
      <div style={visible('failure')}>
        <FailureForm act={failure} />
      </div>
      <div style={visible('notOurs')}>
        <NotOursForm act={notOurs} />
      </div>
    </Card>
  );
}
