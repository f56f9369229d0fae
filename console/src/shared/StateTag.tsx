import type {ReactNode} from 'react';
import styles from './StateTag.module.css';

/** Green is held, blue is on its way, amber waits for somebody, red went wrong or is late, grey is over. */
export type Tone = 'green' | 'blue' | 'amber' | 'red' | 'grey';

/** A state in a word, legible on its ground. */
export function StateTag({tone = 'grey', children}: {tone?: Tone | undefined; children: ReactNode}) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
