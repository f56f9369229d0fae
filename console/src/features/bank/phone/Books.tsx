import {Card, Collapse, Input} from 'antd';
import {useTranslation} from 'react-i18next';
import {serverTime} from '@/shared/clock/serverTime';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {MoneyInput} from '@/shared/form/MoneyInput';
import {TimeInput} from '@/shared/form/TimeInput';
import {readYuan} from '@/shared/money';
import type {Order} from '@/shared/order/queries';
import {readTime} from '@/shared/time';
import styles from '../bank.module.css';
import {MatchFields} from '../MatchFields';
import {OutflowRows} from '../OutflowRows';
import type {Word} from './PhonePage';
import {type PhoneText, plainAccount} from './phoneText';

/** What the bank's books say of the four fields, and what it did: a field that differs forbids the stop (86号). */
export function Books({text, onChange, word}: {text: PhoneText; onChange: (text: PhoneText) => void; word: Word}) {
  const {t} = useTranslation('bank');
  // What was told stands where an order would: 「一致」 takes it over.
  const told: Order = {
    accountNumber: plainAccount(text.account),
    accountName: text.name.trim(),
    transfers: text.told.map(({amount, time, serial}) => ({
      amountFen: (readYuan(amount) ?? 0n).toString(),
      transferTime: readTime(time, serverTime.now()) ?? '',
      serialNumber: serial,
    })),
  };
  return (
    <Card size="small" title={t('phone.books')}>
      <p className={styles.hint}>{t('stop.books')}</p>
      <MatchFields
        order={told}
        record={text.record}
        onChange={(record) => onChange({...text, record})}
        match={null}
      />
      {word('record') && (
        <div role="alert" className={styles.fault}>
          {word('record')}
        </div>
      )}
      <div className={grid.three} style={{marginTop: 12}}>
        <Labelled label={t('stop.balance')} error={word('balance')}>
          {(id) => <MoneyInput id={id} value={text.balance} onChange={(balance) => onChange({...text, balance})} />}
        </Labelled>
        <Labelled label={t('stop.held')} hint={t('stop.heldHint')} error={word('held')}>
          {(id) => (
            <MoneyInput
              id={id}
              value={text.held}
              placeholder={text.balance}
              onChange={(held) => onChange({...text, held})}
            />
          )}
        </Labelled>
        <Labelled label={t('stop.executed')} error={word('executed')}>
          {(id) => (
            <TimeInput
              id={id}
              value={text.executed}
              placeholder={t('stop.now')}
              onChange={(executed) => onChange({...text, executed})}
            />
          )}
        </Labelled>
      </div>
      {(word('reason') !== null || text.reason !== '') && (
        <Labelled label={t('phone.reason')} error={word('reason')}>
          {(id) => (
            <Input
              id={id}
              maxLength={500}
              value={text.reason}
              onChange={(event) => onChange({...text, reason: event.target.value})}
            />
          )}
        </Labelled>
      )}
      <Collapse
        size="small"
        ghost
        items={[
          {
            key: 'outflows',
            label: t('stop.outflows', {count: text.outflows.length}),
            children: (
              <OutflowRows
                rows={text.outflows}
                onChange={(outflows) => onChange({...text, outflows})}
                tried={word('outflows') !== null}
              />
            ),
          },
        ]}
      />
      {word('outflows') && (
        <div role="alert" className={styles.fault}>
          {word('outflows')}
        </div>
      )}
    </Card>
  );
}
