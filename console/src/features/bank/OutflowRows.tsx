import {DeleteOutlined, PlusOutlined} from '@ant-design/icons';
import {Button, Input, Select} from 'antd';
import {type ClipboardEvent} from 'react';
import {useTranslation} from 'react-i18next';
import {Labelled} from '@/shared/form/Labelled';
import {MoneyInput} from '@/shared/form/MoneyInput';
import {TimeInput} from '@/shared/form/TimeInput';
import styles from './bank.module.css';
import {OUTFLOWS_MAX, type OutflowKind, type OutflowText, emptyOutflow, outflowOf, readOutflows} from './outflowText';

const KINDS: readonly OutflowKind[] = ['TO_ACCOUNT', 'CASH', 'PURCHASE'];

/** Where the money went: pasted from a screen or a spreadsheet, or typed line by line. */
export function OutflowRows({
  rows,
  onChange,
  tried,
}: {
  rows: OutflowText[];
  onChange: (rows: OutflowText[]) => void;
  tried: boolean;
}) {
  const {t} = useTranslation('bank');
  const set = (key: number, change: Partial<OutflowText>) =>
    onChange(rows.map((row) => (row.key === key ? {...row, ...change} : row)));
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const read = readOutflows(event.clipboardData.getData('text'));
    if (read.length === 0) return;
    event.preventDefault();
    onChange([...rows, ...read].slice(0, OUTFLOWS_MAX));
  };
  return (
    <div>
      <p className={styles.hint}>{t('outflow.hint')}</p>
      <Input.TextArea
        rows={2}
        value=""
        aria-label={t('outflow.paste')}
        placeholder={t('outflow.paste')}
        onPaste={paste}
        onChange={() => undefined}
      />
      {rows.map((row, at) => (
        <OutflowRow
          key={row.key}
          number={at + 1}
          row={row}
          onChange={(change) => set(row.key, change)}
          onRemove={() => onChange(rows.filter((each) => each.key !== row.key))}
        />
      ))}
      {tried && rows.some((row) => outflowOf(row) === null) && (
        <div role="alert" style={{color: '#9a1f18'}}>
          {t('outflow.incomplete')}
        </div>
      )}
      <Button
        size="small"
        icon={<PlusOutlined />}
        style={{marginTop: 8}}
        disabled={rows.length >= OUTFLOWS_MAX}
        onClick={() => onChange([...rows, emptyOutflow()])}
      >
        {t('outflow.add')}
      </Button>
    </div>
  );
}

/** One line. Whom the money went to is asked of a transfer alone. */
function OutflowRow({
  number,
  row,
  onChange,
  onRemove,
}: {
  number: number;
  row: OutflowText;
  onChange: (change: Partial<OutflowText>) => void;
  onRemove: () => void;
}) {
  const {t} = useTranslation('bank');
  const named = (field: string) => t('outflow.cell', {what: t(`outflow.${field}`), number});
  const text = (field: 'account' | 'name' | 'bank' | 'serial' | 'place') => (
    <Labelled label={t(`outflow.${field}`)} error={null}>
      {(id) => (
        <Input
          id={id}
          aria-label={named(field)}
          value={row[field]}
          onChange={(event) => onChange({[field]: event.target.value})}
        />
      )}
    </Labelled>
  );
  return (
    <div className={styles.outflow} role="group" aria-label={t('outflow.line', {number})}>
      <Labelled label={t('outflow.kind')} error={null}>
        {(id) => (
          <Select<OutflowKind>
            id={id}
            aria-label={named('kind')}
            value={row.kind}
            style={{width: '100%'}}
            onChange={(kind) => onChange({kind})}
            options={KINDS.map((kind) => ({value: kind, label: t(`outflowKind.${kind}`)}))}
          />
        )}
      </Labelled>
      {row.kind === 'TO_ACCOUNT' && (
        <>
          {text('account')}
          {text('name')}
          {text('bank')}
        </>
      )}
      <Labelled label={t('outflow.amount')} error={null}>
        {(id) => (
          <MoneyInput
            id={id}
            aria-label={named('amount')}
            spelled={false}
            value={row.amount}
            onChange={(amount) => onChange({amount})}
          />
        )}
      </Labelled>
      <Labelled label={t('outflow.time')} error={null}>
        {(id) => <TimeInput id={id} aria-label={named('time')} value={row.time} onChange={(time) => onChange({time})} />}
      </Labelled>
      {text('serial')}
      {text('place')}
      <Button aria-label={t('outflow.removeLine', {number})} icon={<DeleteOutlined />} onClick={onRemove}>
        {t('outflow.remove')}
      </Button>
    </div>
  );
}
