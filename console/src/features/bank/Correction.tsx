import {Input, Segmented} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {type Order, useTakeOrder} from '@/shared/order/queries';
import {useAct} from '@/shared/useAct';
import type {Act} from './answers';
import styles from './bank.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {FailureForm, MismatchForm, NotOursForm} from './OtherAnswers';
import {StopForm} from './StopForm';

type Kind = 'stop' | 'mismatch' | 'failure' | 'notOurs';
type Body = Schema<'freezing.v1.CorrectAnswerRequestBody'>;

/** The right answer in place of the one given; both are kept. */
export function Correction({order, onDone}: {order: Order; onDone: () => void}) {
  const {t} = useTranslation('bank');
  const [kind, setKind] = useState<Kind>('stop');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const take = useTakeOrder(order.id ?? '');
  const act = useAct(
    (right: Partial<Body>, requestId) =>
      answer(
        api.POST('/v1/stopOrders/{id}:correctAnswer', {
          params: {path: {id: order.id ?? ''}},
          body: {reason: reason.trim(), ...right, requestId},
        }),
      ),
    (corrected: Order) => {
      take(corrected);
      onDone();
    },
  );
  function of<Right>(name: Kind): Act<Right> {
    return {
      isPending: act.isPending,
      error: act.error,
      mutate: (right) => {
        setTried(true);
        if (reason.trim() !== '') act.mutate({[name]: right});
      },
    };
  }
  return (
    <div className={styles.correction}>
      <Labelled label={t('correct.reason')} error={tried && reason.trim() === '' ? t('required') : null}>
        {(id) => <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Labelled>
      <Segmented<Kind>
        aria-label={t('correct.right')}
        value={kind}
        onChange={setKind}
        options={(['stop', 'mismatch', 'failure', 'notOurs'] as const).map((each) => ({
          value: each,
          label: t(`answer.${each}`),
        }))}
        style={{marginBottom: 12}}
      />
      {kind === 'stop' && <StopForm order={order} act={of('stop')} />}
      {kind === 'mismatch' && <MismatchForm act={of('mismatch')} />}
      {kind === 'failure' && <FailureForm act={of('failure')} />}
      {kind === 'notOurs' && <NotOursForm act={of('notOurs')} />}
    </div>
  );
}
