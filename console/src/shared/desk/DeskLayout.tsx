import {ArrowLeftOutlined} from '@ant-design/icons';
import {Empty, Segmented} from 'antd';
import type {ReactNode} from 'react';
import {Link} from 'react-router';
import styles from './DeskLayout.module.css';

interface Props {
  /** What waits. */
  queue: ReactNode;
  /** What is open beside it; null where nothing is. */
  children: ReactNode;
  /** What to say where nothing is open. */
  choose: string;
  /** A queue whose lines are long. */
  wide?: boolean;
  /** On a telephone the queue and what is open take turns; the way back to the queue, and what it is called. */
  turns?: {to: string; label: string};
}

/** A desk: what waits at the left, what is being worked on beside it. */
export function DeskLayout({queue, children, choose, wide = false, turns}: Props) {
  const open = children !== null;
  const shape = [styles.desk, wide && styles.wide, turns && styles.turns].filter(Boolean).join(' ');
  return (
    <div className={shape} data-open={open}>
      <div className={styles.queue}>{queue}</div>
      <div className={styles.pane}>
        {open && turns && (
          <Link to={turns.to} className={styles.back}>
            <ArrowLeftOutlined aria-hidden /> {turns.label}
          </Link>
        )}
        {children ?? (
          <Empty className={styles.empty ?? ''} image={Empty.PRESENTED_IMAGE_SIMPLE} description={choose} />
        )}
      </div>
    </div>
  );
}

/** The views of a queue, e.g. what waits and everything, with the one that is chosen below. */
export function QueueViews<View extends string>({
  label,
  views,
  shown,
  onShow,
  children,
}: {
  label: string;
  views: readonly (readonly [view: View, name: string])[];
  shown: View;
  onShow: (view: View) => void;
  children: ReactNode;
}) {
  return (
    <>
      <Segmented<View>
        block
        aria-label={label}
        value={shown}
        onChange={onShow}
        options={views.map(([value, name]) => ({value, label: name}))}
      />
      <div className={styles.views}>{children}</div>
    </>
  );
}
