import {DeleteOutlined, PlusOutlined} from '@ant-design/icons';
import {Button, Input, Select, Table} from 'antd';
import {type ClipboardEvent} from 'react';
import {useTranslation} from 'react-i18next';
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
  const text = (field: 'account' | 'name' | 'bank' | 'serial' | 'place', row: OutflowText, number: number) => (
    <Input
      aria-label={t('outflow.cell', {what: t(`outflow.${field}`), number})}
      value={row[field]}
      disabled={row.kind !== 'TO_ACCOUNT' && field !== 'serial' && field !== 'place'}
      onChange={(event) => set(row.key, {[field]: event.target.value})}
    />
  );
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
      {rows.length > 0 && (
        <Table<OutflowText>
          size="small"
          pagination={false}
          scroll={{x: 980}}
          rowKey="key"
          dataSource={rows}
          style={{marginTop: 8}}
          columns={[
            {
              title: t('outflow.kind'),
              width: 96,
              render: (_, row, at) => (
                <Select<OutflowKind>
                  aria-label={t('outflow.cell', {what: t('outflow.kind'), number: at + 1})}
                  value={row.kind}
                  style={{width: '100%'}}
                  onChange={(kind) => set(row.key, {kind})}
                  options={KINDS.map((kind) => ({value: kind, label: t(`outflowKind.${kind}`)}))}
                />
              ),
            },
            {title: t('outflow.account'), width: 190, render: (_, row, at) => text('account', row, at + 1)},
            {title: t('outflow.name'), width: 110, render: (_, row, at) => text('name', row, at + 1)},
            {title: t('outflow.bank'), width: 120, render: (_, row, at) => text('bank', row, at + 1)},
            {
              title: t('outflow.amount'),
              width: 130,
              render: (_, row, at) => (
                <MoneyInput
                  aria-label={t('outflow.cell', {what: t('outflow.amount'), number: at + 1})}
                  spelled={false}
                  value={row.amount}
                  onChange={(amount) => set(row.key, {amount})}
                />
              ),
            },
            {
              title: t('outflow.time'),
              width: 160,
              render: (_, row, at) => (
                <TimeInput
                  aria-label={t('outflow.cell', {what: t('outflow.time'), number: at + 1})}
                  value={row.time}
                  onChange={(time) => set(row.key, {time})}
                />
              ),
            },
            {title: t('outflow.serial'), width: 110, render: (_, row, at) => text('serial', row, at + 1)},
            {title: t('outflow.place'), width: 120, render: (_, row, at) => text('place', row, at + 1)},
            {
              title: t('outflow.remove'),
              width: 56,
              render: (_, row, at) => (
                <Button
                  size="small"
                  type="text"
                  aria-label={t('outflow.removeLine', {number: at + 1})}
                  icon={<DeleteOutlined />}
                  onClick={() => onChange(rows.filter((each) => each.key !== row.key))}
                />
              ),
            },
          ]}
        />
      )}
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
