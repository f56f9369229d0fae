import {Input} from 'antd';
import {useTranslation} from 'react-i18next';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {TimeInput} from '@/shared/form/TimeInput';
import type {RecordText} from './answerText';
import type {Findings} from './checks';
import {Choice} from './Choice';
import {FindingShown} from './FindingShown';
import {LegFields} from './LegFields';
import type {Word} from './refusals';

const NATURES = ['SUBSCRIBER_NUMBER', 'UNKNOWN_NATURE', 'NATIONAL_NUMBER', 'INTERNATIONAL_NUMBER'] as const;
const SCREENINGS = ['USER_NOT_VERIFIED', 'USER_VERIFIED', 'USER_FAILED', 'NETWORK_PROVIDED'] as const;

/** The exchange's record of the call, held against the search keys and the hop before as one types. */
export function RecordFields({
  value,
  onChange,
  word,
  findings,
}: {
  value: RecordText;
  onChange: (value: RecordText) => void;
  word: Word;
  findings: Findings;
}) {
  const {t} = useTranslation('carrier');
  const change = (part: Partial<RecordText>) => onChange({...value, ...part});
  const text = (field: 'called' | 'calling' | 'redirecting', path: string) => (
    <Labelled label={t(`record.${field}`)} error={word(path)}>
      {(id) => (
        <>
          <Input
            id={id}
            inputMode="tel"
            autoComplete="off"
            maxLength={40}
            value={value[field]}
            onChange={(event) => change({[field]: event.target.value})}
          />
          {field === 'called' && <FindingShown what="called" findings={findings} />}
        </>
      )}
    </Labelled>
  );
  return (
    <>
      <div className={grid.three}>
        <Labelled label={t('record.start')} error={word('record.startTime')}>
          {(id) => (
            <>
              <TimeInput id={id} value={value.start} onChange={(start) => change({start})} />
              <FindingShown what="start" findings={findings} />
            </>
          )}
        </Labelled>
        <Labelled label={t('record.seconds')} error={word('record.durationSeconds')}>
          {(id) => (
            <>
              <Input
                id={id}
                inputMode="numeric"
                autoComplete="off"
                maxLength={6}
                suffix={t('seconds')}
                value={value.seconds}
                onChange={(event) => change({seconds: event.target.value})}
              />
              <FindingShown what="duration" findings={findings} />
            </>
          )}
        </Labelled>
        <Labelled label={t('record.offset')} error={word('record.clockOffsetSeconds')}>
          {(id) => (
            <Input
              id={id}
              inputMode="numeric"
              autoComplete="off"
              maxLength={7}
              suffix={t('seconds')}
              placeholder="0"
              value={value.offset}
              onChange={(event) => change({offset: event.target.value})}
            />
          )}
        </Labelled>
        {text('called', 'record.calledNumber')}
        {text('calling', 'record.callingNumberReceived')}
        {text('redirecting', 'record.redirectingNumber')}
        <Labelled label={t('record.nature')} error={word('record.nature')}>
          {(id) => (
            <Choice
              id={id}
              value={value.nature}
              options={NATURES.map((each) => [each, t(`nature.${each}`)] as const)}
              onChange={(nature) => change({nature})}
            />
          )}
        </Labelled>
        <Labelled label={t('record.screening')} error={word('record.screening')}>
          {(id) => (
            <Choice
              id={id}
              value={value.screening}
              options={SCREENINGS.map((each) => [each, t(`screening.${each}`)] as const)}
              onChange={(screening) => change({screening})}
            />
          )}
        </Labelled>
      </div>
      {(['outgoing', 'incoming'] as const).map((side) => (
        <LegFields
          key={side}
          side={side}
          value={value[side]}
          onChange={(leg) => change({[side]: leg})}
          word={word}
          findings={findings}
        />
      ))}
    </>
  );
}
