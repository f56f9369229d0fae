/** Legal time in China is Beijing's, wherever the browser stands. */
const ZONE = 'Asia/Shanghai';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function split(instant: string | number): Record<string, string> {
  const found: Record<string, string> = {};
  for (const {type, value} of parts.formatToParts(typeof instant === 'string' ? Date.parse(instant) : instant)) {
    found[type] = value;
  }
  return found;
}

/** `2026-11-21 11:30:05`, Beijing time. */
export function dateTime(instant: string | number | undefined): string {
  if (instant === undefined || instant === '') return '—';
  const p = split(instant);
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`;
}

/** `11:30:05`, Beijing time. */
export function timeOfDay(instant: string | number | undefined): string {
  return instant === undefined || instant === '' ? '—' : dateTime(instant).slice(11);
}

const WRITTEN = /^(?:(\d{4})[-/.年]?)?(?:(\d{1,2})[-/.月](\d{1,2})日?[ T]?)?(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?$/;

/** As machines print it: `20261121113005`. */
const PRINTED = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

/**
 * Reads `2026-11-21 11:30:05`, `11-21 11:30`, `11:30` or `20261121113005` as Beijing time; what is left out is today's.
 *
 * @param now milliseconds since the epoch
 * @returns RFC 3339, or null where it is no time
 */
export function readTime(text: string, now: number): string | null {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const found = PRINTED.exec(plain) ?? WRITTEN.exec(plain);
  if (found === null) return null;
  const today = split(now);
  const [, year, month, day, hour, minute, second] = found;
  const two = (value: string | undefined, otherwise: string) => (value ?? otherwise).padStart(2, '0');
  const date = `${year ?? today.year}-${two(month, today.month!)}-${two(day, today.day!)}`;
  const written = `${date}T${two(hour, '00')}:${minute}:${two(second, '00')}+08:00`;
  const read = Date.parse(written);
  if (Number.isNaN(read) || dateTime(read).slice(0, 10) !== date) return null;
  return written;
}
