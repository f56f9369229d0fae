import type {Precision} from './time';

export type Tongue = 'zh' | 'en';

const CHINA = 8 * 3_600_000;
const WEEKDAYS: Readonly<Record<Tongue, readonly string[]>> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** China's wall clock, read with the UTC getters. */
function wall(instant: Date): Date {
  return new Date(instant.getTime() + CHINA);
}

/** `2026-11-06 11:30:05`: as the server reads it. */
export function timeText(instant: Date, precision: Precision = 'second'): string {
  const text = wall(instant).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, precision === 'second' ? 19 : 16)}`;
}

/** `2026-11-06 周五 11:30`, for people. */
export function timeSaid(instant: Date, tongue: Tongue, precision: Precision = 'second'): string {
  const text = timeText(instant, precision);
  return `${text.slice(0, 10)} ${WEEKDAYS[tongue][wall(instant).getUTCDay()] ?? ''} ${text.slice(11)}`;
}

/** `42分钟前`, `3小时5分钟前`, `16天前`. */
export function agoSaid(instant: Date, now: Date, tongue: Tongue): string {
  const minutes = Math.floor((now.getTime() - instant.getTime()) / 60_000);
  const zh = tongue === 'zh';
  if (minutes < 1) {
    return zh ? '不到1分钟前' : 'less than a minute ago';
  }
  if (minutes < 60) {
    return zh ? `${minutes}分钟前` : `${minutes} min ago`;
  }
  if (minutes < 48 * 60) {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return zh ? `${hours}小时${rest ? `${rest}分钟` : ''}前` : `${hours} h${rest ? ` ${rest} min` : ''} ago`;
  }
  const days = Math.floor(minutes / 1440);
  return zh ? `${days}天前` : `${days} days ago`;
}
