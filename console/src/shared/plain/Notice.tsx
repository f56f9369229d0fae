import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled';
import CloseCircleFilled from '@ant-design/icons-svg/es/asn/CloseCircleFilled';
import ExclamationCircleFilled from '@ant-design/icons-svg/es/asn/ExclamationCircleFilled';
import InfoCircleFilled from '@ant-design/icons-svg/es/asn/InfoCircleFilled';
import type {CSSProperties, ReactNode} from 'react';
import {Icon} from './Icon';
import styles from './plain.module.css';

const ICONS = {
  info: InfoCircleFilled,
  success: CheckCircleFilled,
  warning: ExclamationCircleFilled,
  error: CloseCircleFilled,
};

export interface NoticeProps {
  type: keyof typeof ICONS;
  title: ReactNode;
  /** What to do about it. */
  description?: ReactNode;
  action?: ReactNode;
  /** `alert` is read aloud at once, `status` when there is a pause; without one it is read where it stands. */
  role?: 'alert' | 'status' | 'region';
  /** From edge to edge, as the first thing of a page. */
  banner?: boolean;
  style?: CSSProperties;
  'aria-label'?: string;
}

/** Something to be read before one goes on, and what to do about it. */
export function Notice({type, title, description, action, banner = false, ...rest}: NoticeProps) {
  return (
    <div {...rest} className={[styles.notice, styles[type], banner ? styles.banner : ''].join(' ')} data-notice={type}>
      <Icon of={ICONS[type]} />
      <div className={styles.said}>
        <div className={description ? styles.title : undefined}>{title}</div>
        {description && <div>{description}</div>}
      </div>
      {action}
    </div>
  );
}
