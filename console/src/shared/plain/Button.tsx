import LoadingOutlined from '@ant-design/icons-svg/es/asn/LoadingOutlined';
import type {IconDefinition} from '@ant-design/icons-svg/es/types';
import type {ComponentProps} from 'react';
import {Icon} from './Icon';
import styles from './plain.module.css';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  /** `danger`: what cannot be taken back. `bare`: without an edge, beside something that has one. */
  tone?: 'plain' | 'primary' | 'danger' | 'bare';
  size?: 'small' | 'middle' | 'large';
  icon?: IconDefinition;
  /** What it was pressed for is under way: it keeps the focus and takes no second press. */
  busy?: boolean;
}

/** The browser's own button in our look. */
export function Button({tone = 'plain', size = 'middle', icon, busy = false, className, onClick, children, ...rest}: ButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className={[styles.button, styles[tone], styles[size], className].filter(Boolean).join(' ')}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <Icon of={LoadingOutlined} turning /> : icon && <Icon of={icon} />}
      {children}
    </button>
  );
}
