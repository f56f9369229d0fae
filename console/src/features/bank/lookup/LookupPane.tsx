import {useQuery, useQueryClient} from '@tanstack/react-query';
import {Button, Card, Space} from 'antd';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {ClockList} from '@/shared/clock/ClockList';
import {CopyKey} from '@/shared/form/CopyKey';
import {yuan} from '@/shared/money';
import facts from '@/shared/order/order.module.css';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import {useAct} from '@/shared/useAct';
import styles from '../bank.module.css';
import {LookupFirst} from './LookupFirst';
import {LookupGiven} from './LookupGiven';
import type {Lookup} from './lookupText';

/** An urgent lookup: whom did this payment of our customer reach? Taken in hand, then told. */
export function LookupPane({id}: {id: string}) {
  const {t} = useTranslation('bank');
  const {t: common} = useTranslation('shared');
  const queries = useQueryClient();
  const key = ['accountQuery', id];
  const query = useQuery({
    queryKey: key,
    refetchInterval: 15_000,
    queryFn: ({signal}) => answer(api.GET('/v1/accountQueries/{id}', {params: {path: {id}}, signal})),
  });
  const take = useAct(
    (_: null, requestId) =>
      answer(api.POST('/v1/accountQueries/{id}:acknowledge', {params: {path: {id}}, body: {requestId}})),
    (changed: Lookup) => queries.setQueryData(key, changed),
  );
  const lookup = query.data;
  if (!lookup) {
    return query.isPending ? <Waiting /> : <ProblemNotice failure={query.error} onRetry={() => void query.refetch()} />;
  }
  const waiting = lookup.state === 'LOOKUP_ISSUED' || lookup.state === 'LOOKUP_SENT';
  return (
    <>
      <header className={facts.head}>
        <div className={facts.headLine}>
          <h1 className={facts.title}>{t('lookup.number', {number: lookup.queryNumber})}</h1>
          <span>{common(`lookupState.${lookup.state}`)}</span>
          <span className={facts.amount}>{yuan(lookup.amountFen)}</span>
        </div>
        <Space wrap>
          <ClockList clocks={lookup.clocks?.filter((clock) => clock.state === 'RUNNING')} />
        </Space>
      </header>
      <Card size="small" title={t('lookup.payment')}>
        <div className={styles.account}>
          <span className={styles.number}>{lookup.payerAccountNumber || lookup.maskedPayerAccount}</span>
          {lookup.payerAccountNumber && (
            <CopyKey text={lookup.payerAccountNumber} what={t('account.number')} shortcut="1" />
          )}
          <span className={styles.name}>{lookup.payerAccountName}</span>
        </div>
        <dl className={facts.facts}>
          <dt>{t('transfer.time')}</dt>
          <dd>{dateTime(lookup.transferTime)}</dd>
          <dt>{t('transfer.channel')}</dt>
          <dd>{t(`channel.${lookup.channel}`)}</dd>
          <dt>{t('transfer.serial')}</dt>
          <dd>{lookup.serialNumber || '—'}</dd>
          <dt>{t('lookup.consent')}</dt>
          <dd>{t(lookup.consent?.given ? 'lookup.consentGiven' : 'lookup.consentMissing')}</dd>
        </dl>
      </Card>
      {waiting && (
        <Card size="small">
          <ProblemNotice failure={take.error} />
          <Button type="primary" size="large" loading={take.isPending} onClick={() => take.mutate(null)}>
            {t('lookup.take')}
          </Button>
        </Card>
      )}
      {lookup.state === 'LOOKUP_ACKNOWLEDGED' && (
        <LookupFirst id={id} onAnswered={(changed) => queries.setQueryData(key, changed)} />
      )}
      <LookupGiven lookup={lookup} onChanged={(changed) => queries.setQueryData(key, changed)} />
    </>
  );
}
