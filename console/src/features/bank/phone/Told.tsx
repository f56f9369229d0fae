import {DeleteOutlined, PlusOutlined} from '@ant-design/icons';
import {Button, Card, Input} from 'antd';
import {useTranslation} from 'react-i18next';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {MoneyInput} from '@/shared/form/MoneyInput';
import {TimeInput} from '@/shared/form/TimeInput';
import styles from '../bank.module.css';
import type {Word} from './PhonePage';
import {type PhoneText, TOLD_MAX, type ToldText, withTold, withoutTold} from './phoneText';

/** The account and the payments, as the caller tells them. */
export function Told({text, onChange, word}: {text: PhoneText; onChange: (text: PhoneText) => void; word: Word}) {
  const {t} = useTranslation('bank');
  const set = (at: number, change: Partial<ToldText>) =>
    onChange({...text, told: text.told.map((each, index) => (index === at ? {...each, ...change} : each))});
  return (
    <Card size="small" title={t('phone.told')}>
      <div className={grid.two}>
        <Labelled label={t('phone.account')} error={word('account')}>
          {(id) => (
            <Input
              id={id}
              inputMode="numeric"
              autoComplete="off"
              maxLength={60}
              value={text.account}
              onChange={(event) => onChange({...text, account: event.target.value})}
            />
          )}
        </Labelled>
        <Labelled label={t('phone.name')} error={null}>
          {(id) => (
            <Input
              id={id}
              autoComplete="off"
              maxLength={100}
              value={text.name}
              onChange={(event) => onChange({...text, name: event.target.value})}
            />
          )}
        </Labelled>
      </div>
      {text.told.map((told, at) => (
        // Lines are told apart by their place alone.
        <div key={at} className={grid.three}>
          <Labelled label={t('phone.amount', {number: at + 1})} error={word(`told.${at}.amount`)}>
            {(id) => <MoneyInput id={id} value={told.amount} onChange={(amount) => set(at, {amount})} />}
          </Labelled>
          <Labelled label={t('phone.time', {number: at + 1})} error={word(`told.${at}.time`)}>
            {(id) => <TimeInput id={id} value={told.time} onChange={(time) => set(at, {time})} />}
          </Labelled>
          <Labelled label={t('phone.serial', {number: at + 1})} error={null}>
            {(id) => (
              <div className={styles.account}>
                <Input
                  id={id}
                  style={{flex: 1}}
                  maxLength={64}
                  value={told.serial}
                  onChange={(event) => set(at, {serial: event.target.value})}
                />
                {text.told.length > 1 && (
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('phone.remove', {number: at + 1})}
                    onClick={() => onChange(withoutTold(text, at))}
                  />
                )}
              </div>
            )}
          </Labelled>
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={text.told.length >= TOLD_MAX}
        onClick={() => onChange(withTold(text))}
      >
        {t('phone.add')}
      </Button>
    </Card>
  );
}
