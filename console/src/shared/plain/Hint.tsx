import {type ReactElement, cloneElement, useId} from 'react';
import styles from './plain.module.css';

/** What is behind a short word or a sign: shown while the pointer or the focus is on it, and read aloud with it. */
export function Hint({text, children}: {text: string; children: ReactElement<{'aria-describedby'?: string}>}) {
  const id = useId();
  return (
    <span className={styles.hinted}>
      {cloneElement(children, {'aria-describedby': id})}
      <span role="tooltip" id={id} className={styles.hint}>
        {text}
      </span>
    </span>
  );
}
