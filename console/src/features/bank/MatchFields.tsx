import {Button, Input, Tag} from 'antd';
import {useTranslation} from 'react-i18next';
import {MoneyInput} from '@/shared/form/MoneyInput';
import {TimeInput} from '@/shared/form/TimeInput';
import {saidOf} from '@/shared/language';
import type {Order} from '@/shared/order/queries';
import styles from './bank.module.css';
import {type CreditText, type Match, type RecordText, creditOf} from './record';

const COLORS: Record<string, string> = {
  EQUAL: 'success',
  CONSISTENT: 'warning',
  POSTED_LATER: 'warning',
  DIFFERENT: 'error',
};

/** The four fields as the bank's books have them, each beside its verdict. */
export function MatchFields({
  order,
  record,
  onChange,
  match,
}: {
  order: Order;
  record: RecordText;
  onChange: (record: RecordText) => void;
  match: Match | null;
}) {
  const {t} = useTranslation('bank');
  const setCredit = (at: number, change: Partial<CreditText>) =>
    onChange({...record, credits: record.credits.map((each, index) => (index === at ? {...each, ...change} : each))});
  return (
    <div className={styles.match}>
      <label htmlFor="record-name">{t('field.name')}</label>
      <Input
        id="record-name"
        autoComplete="off"
        maxLength={100}
        value={record.name}
        onChange={(event) => onChange({...record, name: event.target.value})}
      />
      <Same what={t('field.name')} onClick={() => onChange({...record, name: order.accountName ?? ''})} />
      <Verdict verdict={match?.name} />

      <label htmlFor="record-account">{t('field.account')}</label>
      <Input
        id="record-account"
        autoComplete="off"
        inputMode="numeric"
        maxLength={60}
        value={record.account}
        onChange={(event) => onChange({...record, account: event.target.value})}
      />
      <Same what={t('field.account')} onClick={() => onChange({...record, account: order.accountNumber ?? ''})} />
      <Verdict verdict={match?.account} />

      {record.credits.map((credit, at) => (
        // Lines are never moved: their place is what they are.
        <CreditLine
          key={at}
          at={at}
          credit={credit}
          match={at === 0 ? match : null}
          onChange={(change) => setCredit(at, change)}
          onSame={() => setCredit(at, creditOf(order, at))}
        />
      ))}
    </div>
  );
}

function CreditLine({
  at,
  credit,
  match,
  onChange,
  onSame,
}: {
  at: number;
  credit: CreditText;
  match: Match | null;
  onChange: (change: Partial<CreditText>) => void;
  onSame: () => void;
}) {
  const {t} = useTranslation('bank');
  const number = at + 1;
  return (
    <>
      <span>{t('credit.label', {number})}</span>
      <div className={styles.credit}>
        <MoneyInput
          aria-label={t('credit.amount', {number})}
          placeholder={t('field.amount')}
          spelled={false}
          value={credit.amount}
          onChange={(amount) => onChange({amount})}
        />
        <TimeInput
          aria-label={t('credit.time', {number})}
          placeholder={t('field.time')}
          value={credit.time}
          onChange={(time) => onChange({time})}
        />
        <Input
          aria-label={t('credit.serial', {number})}
          placeholder={t('credit.serialShort')}
          maxLength={64}
          value={credit.serial}
          onChange={(event) => onChange({serial: event.target.value})}
        />
      </div>
      <Same what={t('credit.label', {number})} onClick={onSame} />
      <span className={styles.verdicts}>
        {match && (
          <>
            <Verdict verdict={match.amount} what={t('field.amount')} />
            <Verdict verdict={match.time} what={t('field.time')} />
          </>
        )}
      </span>
    </>
  );
}

/** The books say the same as the order: one click, and the officer's own statement. */
function Same({what, onClick}: {what: string; onClick: () => void}) {
  const {t} = useTranslation('bank');
  return (
    <Button size="small" onClick={onClick} aria-label={t('stop.sameAs', {what})}>
      {t('stop.same')}
    </Button>
  );
}

function Verdict({verdict, what}: {verdict: string | undefined; what?: string}) {
  const {t, i18n} = useTranslation('bank');
  if (!verdict) return <span style={{minWidth: 76}} />;
  return (
    <Tag color={COLORS[verdict] ?? 'default'} style={{marginInlineEnd: 0, minWidth: 76, textAlign: 'center'}}>
      {what ? saidOf(what, t(`verdict.${verdict}`), i18n.language) : t(`verdict.${verdict}`)}
    </Tag>
  );
}
