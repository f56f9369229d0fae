import {type ReactNode, useState} from 'react';
import styles from './form.module.css';

/** Fields that few reports need at first: they are drawn once somebody opens them, and stay. */
export function More({title, children}: {title: string; children: ReactNode}) {
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.more} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{title}</summary>
      {opened && children}
    </details>
  );
}
