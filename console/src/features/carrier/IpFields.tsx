import {Input} from 'antd';
import {useTranslation} from 'react-i18next';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import type {IpText} from './answerText';
import styles from './carrier.module.css';
import type {Word} from './refusals';

const FIELDS = [
  ['serverAddress', 60],
  ['gateway', 200],
  ['host', 200],
  ['tenant', 200],
  ['sipCallId', 200],
  ['sipFrom', 200],
] as const;

/** Where the call left the internet: server, voice gateway, machine room, who rents the line. */
export function IpFields({value, onChange, word}: {value: IpText; onChange: (value: IpText) => void; word: Word}) {
  const {t} = useTranslation('carrier');
  return (
    <fieldset className={styles.leg} data-part="ipLeg">
      <legend>{t('ip.title')}</legend>
      <p className={styles.hint}>{t('ip.hint')}</p>
      <div className={grid.two}>
        {FIELDS.map(([field, max]) => (
          <Labelled key={field} label={t(`ip.${field}`)} error={word(`ipLeg.${field}`)}>
            {(id) => (
              <Input
                id={id}
                autoComplete="off"
                maxLength={max}
                placeholder={field === 'serverAddress' ? '192.0.2.1:5060' : ''}
                value={value[field]}
                onChange={(event) => onChange({...value, [field]: event.target.value})}
              />
            )}
          </Labelled>
        ))}
      </div>
    </fieldset>
  );
}
