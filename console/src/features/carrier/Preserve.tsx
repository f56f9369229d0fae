import {Button, Card, Input} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {serverTime} from '@/shared/clock/serverTime';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {TimeInput} from '@/shared/form/TimeInput';
import facts from '@/shared/order/order.module.css';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime, readTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';
import styles from './carrier.module.css';
import {refusalsOf} from './refusals';
import {type Hop, type Trace, useTakeTrace} from './trace';

/** Asked first of all: what is on record of the call is kept from being deleted. */
export function Preserve({trace, hop}: {trace: Trace; hop: Hop}) {
  const {t} = useTranslation('carrier');
  const [again, setAgain] = useState(false);
  const done = hop.preservation;
  if (done && !again) {
    return (
      <Card
        size="small"
        title={t('preserve.done')}
        extra={
          <Button size="small" onClick={() => setAgain(true)}>
            {t('preserve.again')}
          </Button>
        }
      >
        <dl className={facts.facts}>
          <dt>{t('preserve.time')}</dt>
          <dd>{dateTime(done.preserveTime)}</dd>
          <dt>{t('preserve.reference')}</dt>
          <dd>{done.reference || '—'}</dd>
          <dt>{t('preserve.retention')}</dt>
          <dd>{dateTime(done.retentionEndTime)}</dd>
        </dl>
      </Card>
    );
  }
  return <Form trace={trace} hop={hop} onDone={() => setAgain(false)} />;
}

function Form({trace, hop, onDone}: {trace: Trace; hop: Hop; onDone: () => void}) {
  const {t} = useTranslation('carrier');
  const [time, setTime] = useState('');
  const [reference, setReference] = useState('');
  const [retention, setRetention] = useState('');
  const take = useTakeTrace(trace.id ?? '');
  const act = useAct(
    (preservation: {preserveTime?: string; reference: string; retentionEndTime?: string}, requestId) =>
      answer(
        api.POST('/v1/traces/{id}/hops/{hop}:recordPreservation', {
          params: {path: {id: trace.id ?? '', hop: hop.number ?? 0}},
          body: {preservation, requestId},
        }),
      ),
    (changed: Trace) => {
      take(changed);
      onDone();
    },
  );
  const preserveTime = time === '' ? undefined : readTime(time, serverTime.now());
  const retentionEndTime = retention === '' ? undefined : readTime(retention, serverTime.now());
  const refusals = refusalsOf(act.error);
  const send = () => {
    if (preserveTime === null || retentionEndTime === null) return;
    act.mutate({
      reference: reference.trim(),
      ...(preserveTime ? {preserveTime} : {}),
      ...(retentionEndTime ? {retentionEndTime} : {}),
    });
  };
  return (
    <Card size="small" title={t('preserve.title')}>
      <p className={styles.hint}>{t('preserve.why')}</p>
      <div className={grid.three}>
        <Labelled label={t('preserve.time')} error={refusals['preservation.preserveTime'] ?? null}>
          {(id) => <TimeInput id={id} value={time} onChange={setTime} placeholder={t('preserve.now')} />}
        </Labelled>
        <Labelled label={t('preserve.reference')} error={refusals['preservation.reference'] ?? null}>
          {(id) => (
            <Input id={id} maxLength={60} value={reference} onChange={(event) => setReference(event.target.value)} />
          )}
        </Labelled>
        <Labelled label={t('preserve.retention')} error={refusals['preservation.retentionEndTime'] ?? null}>
          {(id) => <TimeInput id={id} value={retention} onChange={setRetention} placeholder={t('preserve.optional')} />}
        </Labelled>
      </div>
      <ProblemNotice failure={act.error} onRetry={send} />
      <div className={styles.acts}>
        <Button type="primary" loading={act.isPending} onClick={send}>
          {t('preserve.send')}
        </Button>
      </div>
    </Card>
  );
}
