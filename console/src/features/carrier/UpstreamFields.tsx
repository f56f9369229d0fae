import {Input, Segmented} from 'antd';
import {useTranslation} from 'react-i18next';
import {type Institution, useInstitutions} from '@/shared/directory';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import type {UpstreamText} from './answerText';
import styles from './carrier.module.css';
import type {Word} from './refusals';

const KINDS = ['CARRIER', 'INTERNET_FIRM'];

/** Whom a hop can be sent to: carriers and internet firms that take part. */
export function useUpstreams(): readonly Institution[] {
  return useInstitutions().filter((each) => KINDS.includes(each.kind ?? '') && !each.disabled);
}

/** Who is to be asked next: a firm of the directory, or a human outside of the system. */
export function UpstreamFields({
  value,
  onChange,
  word,
  ported,
}: {
  value: UpstreamText;
  onChange: (value: UpstreamText) => void;
  word: Word;
  ported: boolean;
}) {
  const {t} = useTranslation('carrier');
  const firms = useUpstreams();
  const field = (name: 'outsideName' | 'contactName' | 'contactPhone' | 'exchange', path: string, max: number) => (
    <Labelled label={t(`upstream.${name}`)} error={word(path)}>
      {(id) => (
        <Input
          id={id}
          autoComplete="off"
          maxLength={max}
          value={value[name]}
          onChange={(event) => onChange({...value, [name]: event.target.value})}
        />
      )}
    </Labelled>
  );
  return (
    <fieldset className={styles.leg} data-part="upstream">
      <legend>{t(ported ? 'upstream.ported' : 'upstream.title')}</legend>
      <Segmented<'inside' | 'outside'>
        aria-label={t('upstream.where')}
        value={value.inside ? 'inside' : 'outside'}
        onChange={(where) => onChange({...value, inside: where === 'inside'})}
        options={(['inside', 'outside'] as const).map((each) => ({value: each, label: t(`upstream.${each}`)}))}
        style={{marginBottom: 8}}
      />
      <div className={grid.two}>
        {value.inside ? (
          <Labelled label={t('upstream.institution')} error={word('upstream.institution')}>
            {(id) => (
              <>
                <Input
                  id={id}
                  list={`${id}-firms`}
                  autoComplete="off"
                  maxLength={100}
                  value={value.name}
                  onChange={(event) => onChange({...value, name: event.target.value})}
                />
                <datalist id={`${id}-firms`}>
                  {firms.map((each) => (
                    <option key={each.id} value={each.name} />
                  ))}
                </datalist>
              </>
            )}
          </Labelled>
        ) : (
          <>
            {field('outsideName', 'upstream.outside.name', 100)}
            {field('contactName', 'upstream.outside.contactName', 60)}
            {field('contactPhone', 'upstream.outside.contactPhone', 40)}
          </>
        )}
        {field('exchange', 'upstream.exchange', 100)}
      </div>
      {!value.inside && <p className={styles.hint}>{t('upstream.outsideHint')}</p>}
    </fieldset>
  );
}
