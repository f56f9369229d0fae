import {PhoneOutlined} from '@ant-design/icons';
import {Button, Card, Input} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Link, useParams} from 'react-router';
import {deskPhone, nameOf, useInstitutions} from '@/shared/directory';
import {Labelled} from '@/shared/form/Labelled';
import {MoneyInput} from '@/shared/form/MoneyInput';
import {OralNotice} from '@/shared/order/OralNotice';
import {OrderHead} from '@/shared/order/OrderHead';
import {type Order, useOrder} from '@/shared/order/queries';
import {Notice} from '@/shared/plain/Notice';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useCase} from '../data';
import {CodeCard} from './CodeCard';
import {type CallText, NOTHING_SAID, payerOf, saidOf} from './callText';
import {NoticeForm} from './NoticeForm';
import {Script} from './Script';
import styles from './call.module.css';

/** The officer's side of a call to a bank: the code that proves him, what he reads out, and the record of the call. */
export default function CallPage() {
  const {order: id} = useParams();
  return id ? <OfOrder key={id} id={id} /> : <Free />;
}

/** No order yet: the bank opens the record, and the station adopts it. */
function Free() {
  const {t} = useTranslation('cases');
  const [text, setText] = useState(NOTHING_SAID);
  return (
    <div className={styles.page}>
      <h1>{t('call.title')}</h1>
      <Notice type="info" title={t('call.rule')} />
      <Call text={text} onChange={setText} payer="" />
      <Card size="small" title={t('call.then')}>
        {t('call.waits')}
      </Card>
    </div>
  );
}

/** An order that is given by telephone too. */
function OfOrder({id}: {id: string}) {
  const query = useOrder(id, 'UNIT_DESK');
  const institutions = useInstitutions();
  if (!query.data) {
    return query.isPending ? <Waiting /> : <ProblemNotice failure={query.error} onRetry={() => void query.refetch()} />;
  }
  const bank = nameOf(institutions, query.data.bank);
  // What is said starts from the order, and the bank's name comes with the directory.
  return <Given key={bank} order={query.data} bank={bank} />;
}

function Given({order, bank}: {order: Order; bank: string}) {
  const {t} = useTranslation('cases');
  const [text, setText] = useState(() => saidOf(order, bank));
  const asked = useInstitutions().find((each) => each.id === order.bank);
  const notices = order.oralNotices ?? [];
  const victim = useCase(order.caseId ?? '').data?.report?.victim?.name ?? '';
  return (
    <div className={styles.page}>
      {order.caseId && <Link to={`/cases/${order.caseId}`}>{t('call.back')}</Link>}
      <OrderHead order={order} />
      <Notice type="info" title={t('call.rule')} />
      <Call text={text} onChange={setText} payer={payerOf(order, victim)} />
      <NoticeForm order={order} dialled={asked ? deskPhone(asked, 'LIAISON_DESK') : ''} />
      {notices.length > 0 && (
        <Card size="small" title={t('call.recorded')}>
          {notices.map((notice, at) => (
            <OralNotice key={at} notice={notice} />
          ))}
        </Card>
      )}
    </div>
  );
}

/**
 * Whom to ring for what; beside it the code and the words.
 *
 * @param payer as it is known, until something else is typed
 */
function Call({text, onChange, payer}: {text: CallText; onChange: (text: CallText) => void; payer: string}) {
  const {t} = useTranslation('cases');
  const banks = useInstitutions().filter(
    (each) => !each.disabled && (each.kind === 'BANK' || each.kind === 'PAYMENT_FIRM'),
  );
  const bank = banks.find((each) => each.name === text.bankName.trim());
  const phone = bank ? deskPhone(bank, 'LIAISON_DESK') : '';
  const field = (key: keyof CallText, list?: string) => (
    <Labelled label={t(`call.${key === 'bankName' ? 'bank' : key}`)} error={null}>
      {(id) => (
        <Input
          id={id}
          autoComplete="off"
          maxLength={100}
          {...(list ? {list} : {})}
          {...(key === 'account' ? {inputMode: 'numeric' as const} : {})}
          value={text[key] ?? payer}
          onChange={(event) => onChange({...text, [key]: event.target.value})}
        />
      )}
    </Labelled>
  );
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Card size="small" title={t('call.what')}>
          {field('bankName', 'call-banks')}
          <datalist id="call-banks">
            {banks.map((each) => (
              <option key={each.id} value={each.name} />
            ))}
          </datalist>
          {phone && (
            <p className={styles.dial}>
              {t('call.dial')}{' '}
              <Button type="primary" icon={<PhoneOutlined />} href={`tel:${phone}`} data-testid="dial">
                {phone}
              </Button>
            </p>
          )}
          {field('account')}
          <Labelled label={t('call.amount')} error={null}>
            {(id) => <MoneyInput id={id} value={text.amount} onChange={(amount) => onChange({...text, amount})} />}
          </Labelled>
          {field('name')}
          {field('time')}
          {field('payer')}
        </Card>
      </div>
      <div className={styles.column}>
        <CodeCard text={text} bank={bank?.id ?? ''} />
        <Script text={text} payer={text.payer ?? payer} />
      </div>
    </div>
  );
}
