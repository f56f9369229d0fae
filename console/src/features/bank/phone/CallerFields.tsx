import {Card, Checkbox, Input} from 'antd';
import {useTranslation} from 'react-i18next';
import type {Institution} from '@/shared/directory';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {TimeInput} from '@/shared/form/TimeInput';
import type {Word} from './PhonePage';
import type {PhoneText} from './phoneText';

/** Who asks: the station, the officer on the telephone, whether the victim is there, and since when. */
export function CallerFields({
  text,
  onChange,
  word,
  stations,
}: {
  text: PhoneText;
  onChange: (text: PhoneText) => void;
  word: Word;
  stations: readonly Institution[];
}) {
  const {t} = useTranslation('bank');
  return (
    <Card size="small" title={t('phone.who')}>
      <div className={grid.two}>
        <Labelled label={t('phone.station')} error={word('station')}>
          {(id) => (
            <>
              <Input
                id={id}
                list={`${id}-stations`}
                autoComplete="off"
                maxLength={100}
                value={text.stationName}
                onChange={(event) => onChange({...text, stationName: event.target.value})}
              />
              <datalist id={`${id}-stations`}>
                {stations.map((each) => (
                  <option key={each.id} value={each.name} />
                ))}
              </datalist>
            </>
          )}
        </Labelled>
        <Labelled label={t('phone.callTime')} error={word('callTime')}>
          {(id) => (
            <TimeInput id={id} value={text.callTime} onChange={(callTime) => onChange({...text, callTime})} />
          )}
        </Labelled>
        <Labelled label={t('phone.callerName')} error={word('caller')}>
          {(id) => (
            <Input
              id={id}
              autoComplete="off"
              maxLength={60}
              value={text.callerName}
              onChange={(event) => onChange({...text, callerName: event.target.value})}
            />
          )}
        </Labelled>
        <Labelled label={t('phone.callerNumber')} error={null}>
          {(id) => (
            <Input
              id={id}
              autoComplete="off"
              maxLength={20}
              value={text.callerNumber}
              onChange={(event) => onChange({...text, callerNumber: event.target.value})}
            />
          )}
        </Labelled>
      </div>
      <Checkbox
        checked={text.victimPresent}
        onChange={(event) => onChange({...text, victimPresent: event.target.checked})}
      >
        {t('phone.victimPresent')}
      </Checkbox>
    </Card>
  );
}
