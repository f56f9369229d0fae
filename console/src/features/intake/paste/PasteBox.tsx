import {type ReactNode, useId, useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {PastedField, PastedPayment} from '@/reading/found';
import {readPaste} from '@/reading/paste';
import {serverTime} from '@/shared/clock/serverTime';
import {Button} from '@/shared/plain/Button';
import {useStore} from '../draft/useDraft';
import styles from './paste.module.css';

/** Where a pasted field goes in a row of the draft. */
const PLACES: Readonly<Record<PastedField, string>> = {
  payerBank: 'payer.institutionName',
  payerNumber: 'payer.accountNumber',
  payerName: 'payer.accountName',
  payeeBank: 'payee.institutionName',
  payeeNumber: 'payee.accountNumber',
  payeeName: 'payee.accountName',
  amount: 'amount',
  time: 'transferTime',
  serialNumber: 'serialNumber',
};

/** Takes bank messages, wallet bills and rows of a spreadsheet, and shows what it read at its place in the text. */
export function PasteBox() {
  const store = useStore();
  const {t} = useTranslation('intake');
  const id = useId();
  const [text, setText] = useState('');
  const payments = useMemo(() => (text.trim() === '' ? [] : readPaste(text, new Date(serverTime.now()))), [text]);
  const take = () => {
    for (const payment of payments) {
      const texts = Object.fromEntries(payment.found.map((each) => [PLACES[each.field], each.value]));
      store.fillRow('transfers', texts, true);
    }
    setText('');
    document.getElementById(id)?.focus();
  };
  return (
    <div className={styles.box}>
      <label htmlFor={id}>{t('paste.label')}</label>
      <textarea
        id={id}
        rows={text === '' ? 1 : 3}
        value={text}
        placeholder={t('paste.hint')}
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() !== '' && (
        <div className={styles.result} aria-live="polite">
          <p>{payments.length > 0 ? t('paste.found', {count: payments.length}) : t('paste.nothing')}</p>
          {payments.length > 0 && (
            <>
              <pre className={styles.source}>{highlighted(text, payments, (field) => t(`pasted.${field}`))}</pre>
              <div className={styles.actions}>
                <Button tone="primary" onClick={take}>
                  {t('paste.take', {count: payments.length})}
                </Button>
                <Button onClick={() => setText('')}>{t('paste.discard')}</Button>
                <small>{t('paste.legend')}</small>
              </div>
            </>
          )}
        </div>
      )}
    </div>
  );
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly field: PastedField;
  readonly sure: boolean;
}

/** The text with each field marked where it stands; what was left to a person is marked too, and not taken. */
function highlighted(
  text: string,
  payments: readonly PastedPayment[],
  name: (field: PastedField) => string,
): ReactNode[] {
  const marks: Mark[] = payments
    .flatMap((each) => [
      ...each.found.map(({span, field}) => ({...span, field, sure: true})),
      ...each.doubtful.map(({span, field}) => ({...span, field, sure: false})),
    ])
    .sort((a, b) => a.start - b.start);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start < at) continue;
    parts.push(text.slice(at, mark.start));
    parts.push(
      <mark key={mark.start} className={mark.sure ? styles.sure : styles.doubt} data-field={mark.field}>
        {text.slice(mark.start, mark.end)}
        <small>
          {name(mark.field)}
          {mark.sure ? '' : '?'}
        </small>
      </mark>,
    );
    at = mark.end;
  }
  parts.push(text.slice(at));
  return parts;
}
