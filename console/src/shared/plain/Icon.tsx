import type {IconDefinition} from '@ant-design/icons-svg/es/types';
import styles from './plain.module.css';

/** A sign beside a word, never instead of one: it is not read aloud. */
export function Icon({of, turning = false}: {of: IconDefinition; turning?: boolean}) {
  const root = typeof of.icon === 'function' ? of.icon('currentColor', 'none') : of.icon;
  return (
    <svg
      className={turning ? `${styles.icon} ${styles.turning}` : styles.icon}
      viewBox={root.attrs.viewBox}
      aria-hidden
      focusable="false"
    >
      {root.children?.map(({attrs}) => <path key={attrs.d} d={attrs.d} />)}
    </svg>
  );
}
