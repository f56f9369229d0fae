import {Button, Input, Radio} from 'antd';
import {useTranslation} from 'react-i18next';
import grid from '@/shared/form/grid.module.css';
import {CopyKey} from '@/shared/form/CopyKey';
import {Labelled} from '@/shared/form/Labelled';
import {TimeInput} from '@/shared/form/TimeInput';
import styles from '../bank.module.css';
import type {Word} from './PhonePage';
import type {CallbackText} from './phoneText';

/** A call back to the unit: its number from the directory, never from the caller; who answered, and what he said. */
export function CallbackFields({
  value,
  onChange,
  word,
  directoryPhone,
}: {
  value: CallbackText;
  onChange: (value: CallbackText) => void;
  word: Word;
  /** The unit's number in the directory; empty where none is known. */
  directoryPhone: string;
}) {
  const {t} = useTranslation('bank');
  return (
    <>
      <div className={styles.account} style={{marginBottom: 8}}>
        <span>{t('phone.directory')}</span>
        {directoryPhone === '' ? (
          <span>{t('phone.noDirectory')}</span>
        ) : (
          <>
            <strong data-testid="directory-phone">{directoryPhone}</strong>
            <CopyKey text={directoryPhone} what={t('phone.directory')} />
            <Button size="small" onClick={() => onChange({...value, dialled: directoryPhone})}>
              {t('phone.dialledIt')}
            </Button>
          </>
        )}
      </div>
      <div className={grid.three}>
        <Labelled label={t('phone.dialled')} error={word('dialled')}>
          {(id) => (
            <Input
              id={id}
              inputMode="tel"
              autoComplete="off"
              maxLength={40}
              value={value.dialled}
              onChange={(event) => onChange({...value, dialled: event.target.value})}
            />
          )}
        </Labelled>
        <Labelled label={t('phone.callbackTime')} error={word('time')}>
          {(id) => (
            <TimeInput
              id={id}
              value={value.time}
              placeholder={t('stop.now')}
              onChange={(time) => onChange({...value, time})}
            />
          )}
        </Labelled>
        <Labelled label={t('phone.answeredBy')} error={null}>
          {(id) => (
            <Input
              id={id}
              autoComplete="off"
              maxLength={60}
              value={value.answeredBy}
              onChange={(event) => onChange({...value, answeredBy: event.target.value})}
            />
          )}
        </Labelled>
      </div>
      <Radio.Group
        aria-label={t('phone.confirmed')}
        value={value.confirmed}
        onChange={(event) => onChange({...value, confirmed: event.target.value as CallbackText['confirmed']})}
        options={(['yes', 'no'] as const).map((each) => ({value: each, label: t(`phone.confirmed-${each}`)}))}
      />
      {word('confirmed') && (
        <div role="alert" className={styles.fault}>
          {word('confirmed')}
        </div>
      )}
    </>
  );
}
