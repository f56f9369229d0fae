import type {ReactNode} from 'react';
import {useTranslation} from 'react-i18next';
import styles from './training.module.css';

const MARKS = Array.from({length: 18}, (_, at) => at);

/** A frame and a watermark on every page of the training space, on paper too: nobody may take it for the real one. */
export function Frame({children}: {children: ReactNode}) {
  const {t} = useTranslation('training');
  return (
    <div className={styles.space}>
      {children}
      <div className={styles.marks} aria-hidden data-testid="training-mark">
        {MARKS.map((each) => (
          <span key={each}>{t('mark')}</span>
        ))}
      </div>
      <div className={styles.border} aria-hidden />
    </div>
  );
}
