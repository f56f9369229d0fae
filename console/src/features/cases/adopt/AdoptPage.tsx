import {Button, Card, Input, Radio} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Link, useParams} from 'react-router';
import {type Schema, answer, api} from '@/api/client';
import {type Fact, FactList} from '@/shared/order/FactList';
import {inFours} from '@/reading/account';
import {nameOf, useInstitutions} from '@/shared/directory';
import {Labelled} from '@/shared/form/Labelled';
import {OralNotice} from '@/shared/order/OralNotice';
import {OrderHead} from '@/shared/order/OrderHead';
import {type Order, useOrder, useTakeOrder} from '@/shared/order/queries';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {StateTag} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';
import {ADOPTION_TONES} from '@/shared/tones';
import {useAct} from '@/shared/useAct';
import styles from './adopt.module.css';
import {useCandidates} from './useCandidates';

/** A stop that a bank made on a call in this station's name: adopted into a case, or disowned. */
export default function AdoptPage() {
  const {id = ''} = useParams();
  const query = useOrder(id, 'UNIT_DESK');
  const order = query.data;
  if (!order) {
    return query.isPending ? <Waiting /> : <ProblemNotice failure={query.error} onRetry={() => void query.refetch()} />;
  }
  const state = order.adoption?.state;
  return (
    <div className={styles.page}>
      <OrderHead order={order} />
      <Told order={order} />
      {state && state !== 'ADOPTED' && <Adopt order={order} />}
      {(state === 'ADOPTION_AWAITED' || state === 'UNADOPTED') && <Disown order={order} />}
    </div>
  );
}

/** Who is said to have called, and what the bank did. */
function Told({order}: {order: Order}) {
  const {t} = useTranslation('cases');
  const institutions = useInstitutions();
  const state = order.adoption?.state ?? 'ADOPTION_STATE_UNSPECIFIED';
  const call = order.oralNotices?.at(-1);
  const rows: Fact[] = [
    [t('adopt.bank'), nameOf(institutions, order.bank)],
    [t('adopt.account'), [order.accountNumber ? inFours(order.accountNumber) : order.maskedAccount, order.accountName].filter(Boolean).join(' ')],
    [t('adopt.decided'), order.adoption?.decideTime && dateTime(order.adoption.decideTime)],
    [t('adopt.reason'), order.adoption?.reason],
  ];
  return (
    <Card
      size="small"
      title={t('adopt.title')}
      extra={<StateTag tone={ADOPTION_TONES[state]}>{t(`adopt.state.${state}`)}</StateTag>}
    >
      <FactList rows={rows} />
      {call && <OralNotice notice={call} />}
      {state === 'ADOPTED' && order.caseId && <Link to={`/cases/${order.caseId}`}>{t('adopt.openCase')}</Link>}
    </Card>
  );
}

function Adopt({order}: {order: Order}) {
  const {t} = useTranslation('cases');
  const [receipt, setReceipt] = useState('');
  const [chosen, setChosen] = useState('');
  const found = useCandidates(order.accountNumber ?? '', receipt.trim());
  const take = useTakeOrder(order.id ?? '');
  const act = useAct(
    (body: {caseId: string}, requestId) =>
      answer(
        api.POST('/v1/stopOrders/{id}:adopt', {params: {path: {id: order.id ?? ''}}, body: {...body, requestId}}),
      ),
    take,
  );
  const label = (each: Schema<'casefile.v1.CaseSummary'>) =>
    [each.receiptNumber, t(`fraudType.${each.fraudType}`), dateTime(each.createTime)].join(' · ');
  return (
    <Card size="small" title={t('adopt.into')}>
      <p className={styles.hint}>{t('adopt.intoHint')}</p>
      <Labelled label={t('adopt.receipt')} error={null}>
        {(id) => (
          <Input
            id={id}
            style={{maxWidth: 360}}
            autoComplete="off"
            maxLength={40}
            value={receipt}
            onChange={(event) => setReceipt(event.target.value)}
          />
        )}
      </Labelled>
      <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
      <Radio.Group
        aria-label={t('adopt.into')}
        className={styles.choice}
        value={chosen}
        onChange={(event) => setChosen(event.target.value as string)}
        options={(found.data ?? []).map((each) => ({value: each.id ?? '', label: label(each)}))}
      />
      {found.data?.length === 0 && <p className={styles.hint}>{t('adopt.noCase')}</p>}
      <ProblemNotice failure={act.error} />
      <div className={styles.acts}>
        <Button
          type="primary"
          size="large"
          disabled={!found.data?.some((each) => each.id === chosen)}
          loading={act.isPending}
          onClick={() => act.mutate({caseId: chosen})}
        >
          {t('adopt.adopt')}
        </Button>
        <Link to="/intake" style={{alignSelf: 'center'}}>
          {t('adopt.newCase')}
        </Link>
      </div>
    </Card>
  );
}

function Disown({order}: {order: Order}) {
  const {t} = useTranslation('cases');
  const [reason, setReason] = useState('');
  const act = useAct(
    (body: {reason: string}, requestId) =>
      answer(
        api.POST('/v1/stopOrders/{id}:disown', {params: {path: {id: order.id ?? ''}}, body: {...body, requestId}}),
      ),
    useTakeOrder(order.id ?? ''),
  );
  return (
    <Card size="small" title={t('adopt.disown')}>
      <p className={styles.hint}>{t('adopt.disownHint')}</p>
      <Labelled label={t('adopt.disownReason')} error={null}>
        {(id) => <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Labelled>
      <ProblemNotice failure={act.error} />
      <Button
        danger
        disabled={reason.trim() === ''}
        loading={act.isPending}
        onClick={() => act.mutate({reason: reason.trim()})}
      >
        {t('adopt.disown')}
      </Button>
    </Card>
  );
}
