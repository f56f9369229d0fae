import {Input} from 'antd';
import {useTranslation} from 'react-i18next';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import type {LegText} from './answerText';
import styles from './carrier.module.css';
import type {Checked, Findings} from './checks';
import {FindingShown} from './FindingShown';
import {PointCodeInput} from './PointCodeInput';
import {readCic, slotOf} from './pointCode';
import type {Word} from './refusals';

/** One side of the exchange: trunk group, circuit, and the two point codes. */
export function LegFields({
  side,
  value,
  onChange,
  word,
  findings,
}: {
  side: 'incoming' | 'outgoing';
  value: LegText;
  onChange: (value: LegText) => void;
  word: Word;
  findings: Findings;
}) {
  const {t} = useTranslation('carrier');
  const path = (field: string) => `record.${side}.${field}`;
  const cic = readCic(value.cic);
  const found = (what: Checked) => (side === 'outgoing' ? <FindingShown what={what} findings={findings} /> : null);
  const refused = word(`record.${side}`);
  return (
    <fieldset className={styles.leg} data-leg={side}>
      <legend>{t(`leg.${side}`)}</legend>
      <p className={styles.hint}>{t(`leg.${side}Hint`)}</p>
      {refused && (
        <div role="alert" className={styles.differs}>
          {refused}
        </div>
      )}
      <div className={grid.two}>
        <Labelled label={t('leg.trunkGroup')} error={word(path('trunkGroup'))}>
          {(id) => (
            <>
              <Input
                id={id}
                autoComplete="off"
                maxLength={60}
                value={value.trunkGroup}
                onChange={(event) => onChange({...value, trunkGroup: event.target.value})}
              />
              {side === 'incoming' && <FindingShown what="loop" findings={findings} />}
            </>
          )}
        </Labelled>
        <Labelled label="CIC" hint={t('leg.cicHint')} error={word(path('cic'))}>
          {(id) => (
            <>
              <Input
                id={id}
                inputMode="numeric"
                autoComplete="off"
                maxLength={6}
                value={value.cic}
                status={value.cic.trim() !== '' && cic === null ? 'error' : ''}
                onChange={(event) => onChange({...value, cic: event.target.value})}
              />
              {cic !== null && <span className={styles.read}>{t('leg.slot', {slot: slotOf(cic)})} </span>}
              {found('cic')}
            </>
          )}
        </Labelled>
        {(['opc', 'dpc'] as const).map((end) => (
          <Labelled key={end} label={t(`leg.${end}`)} error={word(path(end))}>
            {(id) => (
              <>
                <PointCodeInput
                  id={id}
                  what={t(`leg.${end}`)}
                  value={value[end]}
                  onChange={(code) => onChange({...value, [end]: code})}
                />
                {found(end)}
              </>
            )}
          </Labelled>
        ))}
      </div>
    </fieldset>
  );
}
