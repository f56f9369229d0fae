import {Input, Segmented} from 'antd';
import {useTranslation} from 'react-i18next';
import type {CodeText} from './answerText';
import styles from './carrier.module.css';
import {CodeShown} from './CodeShown';
import {type Bits, readPointCode} from './pointCode';

/** A point code as one types it, and what it is in either notation. */
export function PointCodeInput({
  id,
  what,
  value,
  onChange,
}: {
  id: string;
  what: string;
  value: CodeText;
  onChange: (value: CodeText) => void;
}) {
  const {t} = useTranslation('carrier');
  const read = readPointCode(value.text, value.bits);
  return (
    <>
      <div className={styles.code}>
        <Input
          id={id}
          autoComplete="off"
          maxLength={20}
          placeholder={value.bits === 24 ? '10-20-30' : '2-100-3'}
          value={value.text}
          status={value.text.trim() !== '' && read === null ? 'error' : ''}
          onChange={(event) => onChange({...value, text: event.target.value})}
        />
        <Segmented<Bits>
          aria-label={t('leg.network', {what})}
          value={value.bits}
          onChange={(bits) => onChange({...value, bits})}
          options={([24, 14] as const).map((bits) => ({value: bits, label: t(`bits.${bits}`)}))}
        />
      </div>
      <div className={styles.read} aria-live="polite">
        {read === null ? t(`leg.groups.${value.bits}`) : <CodeShown code={read} />}
      </div>
    </>
  );
}
