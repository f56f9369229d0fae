import DeleteOutlined from '@ant-design/icons-svg/es/asn/DeleteOutlined';
import PlusOutlined from '@ant-design/icons-svg/es/asn/PlusOutlined';
import {useTranslation} from 'react-i18next';
import {Button} from '@/shared/plain/Button';
import {Hint} from '@/shared/plain/Hint';
import {useBanks, useOtherBank, useRoute} from '../bank';
import {useMeta, useQuiet, useStore} from '../draft/useDraft';
import {Choice} from './Choice';
import {ACCOUNT_KINDS, TRANSFER_CHANNELS} from './choices';
import {Field} from './Field';
import {More} from './More';
import styles from './form.module.css';

/** The payments: what a stop needs first, the rest behind it. */
export function Transfers() {
  const store = useStore();
  const transfers = useMeta((meta) => meta.transfers);
  const {t} = useTranslation('intake');
  return (
    <>
      {transfers.map((key, index) => (
        <TransferRow key={key} row={key} number={index + 1} />
      ))}
      <Button
        icon={PlusOutlined}
        onClick={() => focusRow(store.addRow('transfers'))}
        disabled={transfers.length >= 100}
      >
        {t('transfer.add')} <kbd>Alt+T</kbd>
      </Button>
    </>
  );
}

/** Puts the cursor into a new row as soon as it is there. */
export function focusRow(key: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>(`[data-row="${key}"] input`)?.focus());
}

function TransferRow({row, number}: {row: string; number: number}) {
  const store = useStore();
  const banks = useBanks();
  const {t} = useTranslation('intake');
  const at = (name: string) => `transfers[${row}].${name}`;
  const chooseBank = (side: 'payee' | 'payer') => (name: string) => {
    store.type(at(`${side}.institution`), banks.get(name.trim()) ?? '');
  };
  const names = [...banks.keys()];
  return (
    <fieldset className={styles.row} data-row={row}>
      <legend>{t('transfer.number', {number})}</legend>
      <div className={styles.drop}>
        <Hint text={t('row.drop')}>
          <Button
            tone="bare"
            size="small"
            icon={DeleteOutlined}
            aria-label={t('transfer.drop', {number})}
            onClick={() => store.dropRow('transfers', row)}
          />
        </Hint>
      </div>
      <div className={styles.grid}>
        <Field path={at('payee.accountNumber')} label={t('transfer.payeeNumber')} kind="account" width={4} />
        <Field path={at('payee.accountName')} label={t('transfer.payeeName')} width={2} />
        <Field
          path={at('payee.institutionName')}
          label={t('transfer.payeeBank')}
          list={names}
          onChosen={chooseBank('payee')}
          note={<RouteLine row={row} />}
        />
        <Choice
          path={at('payee.kind')}
          label={t('transfer.payeeKind')}
          options={ACCOUNT_KINDS}
          name="accountKind"
          width={3}
        />
        <Field
          path={at('amount')}
          label={t('transfer.amount')}
          kind="amount"
          width={4}
          hint={t('transfer.amountHint')}
        />
        <Field
          path={at('transferTime')}
          label={t('transfer.time')}
          kind="time"
          width={5}
          hint={t('transfer.timeHint')}
        />
        <Choice
          path={at('channel')}
          label={t('transfer.channel')}
          options={TRANSFER_CHANNELS}
          name="transferChannel"
          width={3}
        />
      </div>
      <More title={t('transfer.payer')}>
        <div className={styles.grid}>
          <Field path={at('payer.accountNumber')} label={t('transfer.payerNumber')} kind="account" width={4} />
          <Field path={at('payer.accountName')} label={t('transfer.payerName')} width={2} />
          <Field
            path={at('payer.institutionName')}
            label={t('transfer.payerBank')}
            list={names}
            onChosen={chooseBank('payer')}
            width={3}
          />
          <Field path={at('serialNumber')} label={t('transfer.serial')} width={3} />
        </div>
      </More>
    </fieldset>
  );
}

/** Where the order would go. */
function RouteLine({row}: {row: string}) {
  const {t} = useTranslation('intake');
  const store = useQuiet();
  const payee = (name: string) => store.cell(`transfers[${row}].payee.${name}`).text;
  const number = payee('accountNumber');
  const route = useRoute(number, payee('institutionName'), payee('institution'));
  const other = useOtherBank(number, route);
  if (route.state === 'none') return null;
  if (other !== null) return <strong className={styles.bad}>{t('route.differs', {bank: route.name, other})}</strong>;
  return (
    <span
      className={route.state === 'found' ? styles.ok : route.state === 'unknown' ? styles.bad : styles.none}
      title={route.reason}
    >
      {t(`route.${route.state}`, {bank: route.name})}
    </span>
  );
}
