import {Input} from 'antd';
import {useTranslation} from 'react-i18next';
import {capital, readYuan, yuan} from '@/shared/money';

interface Props {
  id?: string;
  value?: string;
  onChange?: (text: string) => void;
  placeholder?: string;
  'aria-label'?: string;
  /** Shows the amount in capitals below, as on a receipt. */
  spelled?: boolean;
}

/** An amount as people type it; what was understood is shown back. Its value is the text. */
export function MoneyInput({value = '', onChange, spelled = true, ...rest}: Props) {
  const {t, i18n} = useTranslation('shared');
  const fen = readYuan(value);
  const read = fen === null ? '' : i18n.language === 'en' ? yuan(fen) : `${yuan(fen)}　${capital(fen)}`;
  return (
    <div>
      <Input
        {...rest}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        suffix={t('money.yuan')}
        status={value !== '' && fen === null ? 'error' : ''}
        onChange={(event) => onChange?.(event.target.value)}
      />
      {spelled && value !== '' && (
        <div aria-live="polite" style={{color: fen === null ? '#b3261e' : '#4a5564', fontSize: 12}}>
          {fen === null ? t('money.unreadable') : read}
        </div>
      )}
    </div>
  );
}
