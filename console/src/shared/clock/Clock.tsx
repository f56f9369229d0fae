import {CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleFilled, WarningFilled} from '@ant-design/icons';
import {Tooltip} from 'antd';
import {useTranslation} from 'react-i18next';
import {dateTime} from '@/shared/time';
import styles from './Clock.module.css';
import {type Level, levelAt, span} from './level';
import {useNow} from './useNow';

export interface ClockProps {
  /** RFC 3339. */
  due: string | undefined;
  start?: string | undefined;
  warn?: string | undefined;
  /** What runs, in the reader's words, e.g. 止付. */
  name?: string | undefined;
  /** The article it rests on. */
  basis?: string | undefined;
  /** `MET`: it was kept and runs no more. */
  state?: 'RUNNING' | 'MET' | 'MISSED' | (string & {}) | undefined;
  /** When what it asked for was done after all, RFC 3339: from then on it counts no further. */
  done?: string | undefined;
}

const ICONS: Record<Level, typeof ClockCircleOutlined> = {
  calm: ClockCircleOutlined,
  soon: WarningFilled,
  last: ExclamationCircleFilled,
  over: ExclamationCircleFilled,
};

/** Counts down by the server's time; says how near the end is in colour, sign and word, and by which law on focus. */
export function Clock({due, start, warn, name, basis, state, done}: ClockProps) {
  const {t, i18n} = useTranslation('shared');
  const now = useNow();
  if (!due) return <span className={styles.none}>—</span>;
  const end = Date.parse(due);
  const late = state === 'MISSED' && done ? Date.parse(done) - end : null;
  const met = state === 'MET';
  const level = levelAt(
    {
      due: end,
      start: start ? Date.parse(start) : undefined,
      warn: warn ? Date.parse(warn) : undefined,
    },
    now * 1000,
  );
  const rests = met ? 'met' : late !== null ? 'late' : null;
  const Icon = rests ? CheckCircleOutlined : ICONS[level];
  const {days, clock} = span(Math.max(0, late !== null ? late / 1000 : Math.abs(end / 1000 - now)));
  const length = days > 0 ? t('clock.days', {days, clock}) : clock;
  const text = t(`clock.${rests ?? level}`, {length});
  const about = (
    <>
      {name && <div>{name}</div>}
      <div>{t('clock.until', {time: dateTime(due)})}</div>
      {basis && <div>{t('clock.basis', {basis})}</div>}
    </>
  );
  const spoken = [name, text, t('clock.until', {time: dateTime(due)}), basis].filter(Boolean).join(i18n.language === 'en' ? ', ' : '，');
  return (
    <Tooltip title={about} trigger={['hover', 'focus']}>
      <span
        role="timer"
        aria-label={spoken}
        tabIndex={0}
        data-level={rests ?? level}
        className={`${styles.clock} ${styles[rests ?? level]}`}
      >
        <Icon aria-hidden /> {text}
      </span>
    </Tooltip>
  );
}
