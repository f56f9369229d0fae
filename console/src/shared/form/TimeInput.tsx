import {Input} from 'antd';
import {useTranslation} from 'react-i18next';
import {serverTime} from '@/shared/clock/serverTime';
import {dateTime, readTime} from '@/shared/time';

interface Props {
  id?: string;
  value?: string;
  onChange?: (text: string) => void;
  placeholder?: string;
  'aria-label'?: string;
}

/** A time as people type it, Beijing's; what was understood is shown back. Its value is the text. */
export function TimeInput({value = '', onChange, ...rest}: Props) {
  const {t} = useTranslation('shared');
  const read = value === '' ? null : readTime(value, serverTime.now());
  const full = read === null ? '' : dateTime(read);
  return (
    <div>
      <Input
        {...rest}
        autoComplete="off"
        value={value}
        status={value !== '' && read === null ? 'error' : ''}
        onChange={(event) => onChange?.(event.target.value)}
      />
      {value !== '' && full !== value && (
        <div aria-live="polite" style={{color: read === null ? '#b3261e' : '#4a5564', fontSize: 12}}>
          {read === null ? t('time.unreadable') : full}
        </div>
      )}
    </div>
  );
}
