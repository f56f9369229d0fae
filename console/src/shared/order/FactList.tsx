import type {ReactNode} from 'react';
import styles from './order.module.css';

/** A name and what is known under it; nothing known, nothing shown. */
export type Fact = readonly [name: string, value: string | undefined];

/** Facts one below the other; what is more than a text follows as pairs of `dt` and `dd`. */
export function FactList({rows, children}: {rows: readonly Fact[]; children?: ReactNode}) {
  return (
    <dl className={styles.facts}>
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name} style={{display: 'contents'}}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {children}
    </dl>
  );
}
