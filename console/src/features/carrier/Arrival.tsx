import {Button, Card, Input} from 'antd';
import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {Labelled} from '@/shared/form/Labelled';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useAct} from '@/shared/useAct';
import {offsetOf} from './answerText';
import styles from './carrier.module.css';
import {type Hop, type Trace, knownOffset, useTakeTrace} from './trace';

/**
 * A hop just asked for: taken in hand, with how far the exchange's clock is ahead where one knows it. Whoever is outside of
 * the system is handed a paper instead; its number is what says so.
 */
export function Arrival({trace, hop}: {trace: Trace; hop: Hop}) {
  const {t} = useTranslation('carrier');
  const known = knownOffset(trace, hop);
  const [offset, setOffset] = useState(known === 0 ? '' : String(known));
  const [paper, setPaper] = useState('');
  const onPaper = hop.outside !== undefined;
  const seconds = offsetOf(offset);
  const take = useAct(
    (body: {clockOffsetSeconds: number; paperNumber?: string}, requestId) =>
      answer(
        api.POST('/v1/traces/{id}/hops/{hop}:acknowledge', {
          params: {path: {id: trace.id ?? '', hop: hop.number ?? 0}},
          body: {...body, requestId},
        }),
      ),
    useTakeTrace(trace.id ?? ''),
  );
  const {mutate} = take;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /INPUT|TEXTAREA|SELECT/.test(event.target.tagName);
      if (typing || event.altKey || event.ctrlKey || event.metaKey || event.key.toLowerCase() !== 'a') return;
      if (seconds !== null && !onPaper) mutate({clockOffsetSeconds: seconds});
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [mutate, seconds, onPaper]);
  const number = paper.trim();
  const ready = seconds !== null && (!onPaper || number !== '');
  const send = () => ready && mutate({clockOffsetSeconds: seconds, ...(onPaper ? {paperNumber: number} : {})});
  return (
    <Card size="small" title={t(onPaper ? 'arrival.handed' : 'arrival.title')}>
      {onPaper && (
        <Labelled label={t('arrival.paperNumber')} error={null}>
          {(id) => (
            <Input
              id={id}
              style={{maxWidth: 400}}
              maxLength={60}
              value={paper}
              onChange={(event) => setPaper(event.target.value)}
            />
          )}
        </Labelled>
      )}
      <Labelled
        label={t('arrival.offset')}
        hint={t('arrival.offsetHint')}
        error={seconds === null ? t('fault.unreadable') : null}
      >
        {(id) => (
          <Input
            id={id}
            style={{maxWidth: 200}}
            inputMode="numeric"
            maxLength={7}
            value={offset}
            suffix={t('seconds')}
            onChange={(event) => setOffset(event.target.value)}
          />
        )}
      </Labelled>
      <ProblemNotice failure={take.error} onRetry={send} />
      <div className={styles.acts}>
        <Button
          type="primary"
          size="large"
          loading={take.isPending}
          disabled={!ready}
          onClick={send}
        >
          {t(onPaper ? 'arrival.hand' : 'arrival.take')}
        </Button>
        <span>{t(onPaper ? 'arrival.handHint' : 'arrival.hint')}</span>
      </div>
    </Card>
  );
}
