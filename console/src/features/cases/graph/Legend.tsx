import {useTranslation} from 'react-i18next';
import {WAYS, type Way} from './look';
import styles from './graph.module.css';

export interface LegendProps {
  /** What the lines between the places mean, by their look. */
  ways: readonly (readonly [tone: NonNullable<Way['tone']>, meaning: string])[];
  /** What the parts of a place's bar mean, each with the class that paints it. */
  bars?: readonly (readonly [paint: string | undefined, meaning: string])[];
}

/** What colours and lines of a drawing mean, in words, in the order they stand there. */
export function Legend({ways, bars = []}: LegendProps) {
  const {t} = useTranslation('cases');
  return (
    <div className={styles.legends}>
      {bars.length > 0 && (
        <ul className={styles.legend} aria-label={t('graph.bars')}>
          <li aria-hidden>{t('graph.bars')}</li>
          {bars.map(([paint, meaning]) => (
            <li key={meaning}>
              <i className={`${styles.swatch} ${paint}`} aria-hidden /> {meaning}
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.legend} aria-label={t('graph.ways')}>
        <li aria-hidden>{t('graph.ways')}</li>
        {ways.map(([tone, meaning]) => (
          <li key={tone}>
            <svg width="34" height="10" aria-hidden>
              <line
                x1="0"
                y1="5"
                x2="34"
                y2="5"
                stroke={WAYS[tone].colour}
                strokeWidth="2"
                strokeDasharray={WAYS[tone].dashes}
              />
            </svg>{' '}
            {meaning}
          </li>
        ))}
      </ul>
    </div>
  );
}
