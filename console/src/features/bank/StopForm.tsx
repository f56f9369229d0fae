import {Button, Collapse, Input} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {serverTime} from '@/shared/clock/serverTime';
import grid from '@/shared/form/grid.module.css';
import {MoneyInput} from '@/shared/form/MoneyInput';
import {TimeInput} from '@/shared/form/TimeInput';
import {listed} from '@/shared/language';
import {readYuan} from '@/shared/money';
import type {Order} from '@/shared/order/queries';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {readTime} from '@/shared/time';
import type {Act, StopBody} from './answers';
import styles from './bank.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {MatchFields} from './MatchFields';
import {OutflowRows} from './OutflowRows';
import {type OutflowText, outflowOf} from './outflowText';
import {useOperator} from './operator';
import {type RecordText, emptyRecord, missingIn, recordOf, useMatch} from './record';

/** 已止付: what the books say of the four fields, when, how much is held, and what had left before. */
export function StopForm({
  order,
  act,
  onMismatch,
}: {
  order: Order;
  act: Act<StopBody>;
  onMismatch?: () => void;
}) {
  const {t, i18n} = useTranslation('bank');
  const operator = useOperator();
  const [record, setRecord] = useState<RecordText>(() => emptyRecord(order));
  const [executed, setExecuted] = useState('');
  const [balance, setBalance] = useState('');
  const [held, setHeld] = useState('');
  const [reason, setReason] = useState('');
  const [outflows, setOutflows] = useState<OutflowText[]>([]);
  const [tried, setTried] = useState(false);
  const {match, current} = useMatch(order.id ?? '', record);

  const blocking = match?.blocking ?? [];
  const balanceFen = readYuan(balance);
  const heldFen = readYuan(held === '' ? balance : held);
  const executeTime = executed === '' ? undefined : readTime(executed, serverTime.now());
  const moved = outflows.map(outflowOf);
  const missing = missingIn(record);
  // A verdict on half a record, or on one that has changed since, asks for no reason: it would hold up the press.
  const unproven = current && missing.length === 0 ? (match?.unproven ?? []) : [];
  const complete =
    missing.length === 0 &&
    balanceFen !== null &&
    heldFen !== null &&
    executeTime !== null &&
    moved.every((each) => each !== null) &&
    (unproven.length === 0 || reason.trim() !== '');

  const send = () => {
    setTried(true);
    if (!complete) return;
    act.mutate({
      record: recordOf(record),
      balanceBeforeFen: balanceFen.toString(),
      heldFen: heldFen.toString(),
      outflows: moved.filter((each) => each !== null),
      reason: reason.trim(),
      operator,
      ...(executeTime === undefined ? {} : {executeTime}),
    });
  };
  return (
    <div>
      <p className={styles.hint}>{t('stop.books')}</p>
      <MatchFields order={order} record={record} onChange={setRecord} match={match} />
      {tried && missing.length > 0 && (
        <div role="alert" style={{margin: '10px 0', color: '#9a1f18'}}>
          {t('stop.notLookedUp', {fields: listed(missing.map((field) => t(`missing.${field}`)), i18n.language)})}
        </div>
      )}
      {blocking.length > 0 && (
        <div role="alert" style={{margin: '10px 0', color: '#9a1f18'}}>
          {t('stop.blocked', {fields: listed(blocking.map((field) => t(`field.${field}`)), i18n.language)})}{' '}
          {onMismatch && (
            <Button size="small" danger onClick={onMismatch}>
              {t('stop.answerMismatch')}
            </Button>
          )}
        </div>
      )}
      {unproven.length > 0 && (
        <Labelled
          label={t('stop.reason', {fields: listed(unproven.map((field) => t(`field.${field}`)), i18n.language)})}
          error={tried && reason.trim() === '' ? t('required') : null}
        >
          {(id) => <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Labelled>
      )}
      <div className={grid.three} style={{marginTop: 12}}>
        <Labelled label={t('stop.balance')} error={tried && balanceFen === null ? t('required') : null}>
          {(id) => <MoneyInput id={id} value={balance} onChange={setBalance} />}
        </Labelled>
        <Labelled label={t('stop.held')} hint={t('stop.heldHint')} error={null}>
          {(id) => <MoneyInput id={id} value={held} onChange={setHeld} placeholder={balance} />}
        </Labelled>
        <Labelled label={t('stop.executed')} error={null}>
          {(id) => <TimeInput id={id} value={executed} onChange={setExecuted} placeholder={t('stop.now')} />}
        </Labelled>
      </div>
      <Collapse
        size="small"
        ghost
        items={[
          {
            key: 'outflows',
            label: t('stop.outflows', {count: outflows.length}),
            children: <OutflowRows rows={outflows} onChange={setOutflows} tried={tried} />,
          },
        ]}
      />
      <ProblemNotice failure={act.error} onRetry={send} />
      <div className={styles.acts}>
        <Button type="primary" size="large" loading={act.isPending} disabled={blocking.length > 0} onClick={send}>
          {t('stop.send')}
        </Button>
        {tried && !complete && (
          <span role="alert" style={{alignSelf: 'center', color: '#9a1f18'}}>
            {t('stop.incomplete')}
          </span>
        )}
      </div>
    </div>
  );
}
