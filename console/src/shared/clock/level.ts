/** How close a clock is to its end. */
export type Level = 'calm' | 'soon' | 'last' | 'over';

export interface Span {
  /** Milliseconds since the epoch. */
  due: number;
  start?: number | undefined;
  /** The first warning, where the policy has one. */
  warn?: number | undefined;
}

/** The last fifth of the time, or from the policy's warning on, is soon; the last twentieth, or minute, is the last. */
export function levelAt(span: Span, now: number): Level {
  if (now >= span.due) return 'over';
  const left = span.due - now;
  const whole = span.start === undefined ? undefined : span.due - span.start;
  const last = whole === undefined ? 60_000 : Math.min(Math.max(whole / 20, Math.min(60_000, whole / 4)), whole);
  if (left <= last) return 'last';
  const soon = span.warn ?? span.due - (whole === undefined ? 600_000 : whole / 5);
  return now >= soon ? 'soon' : 'calm';
}

/** 3 → `0:03`, 3723 → `1:02:03`, 200000 → `2d 7:33` in the shape the language gives. */
export function span(seconds: number): {days: number; clock: string} {
  const whole = Math.max(0, Math.floor(seconds));
  const days = whole >= 172_800 ? Math.floor(whole / 86_400) : 0;
  const rest = whole - days * 86_400;
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor((rest % 3600) / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  if (days > 0) return {days, clock: `${hours}:${two(minutes)}`};
  return {
    days,
    clock: hours > 0 ? `${hours}:${two(minutes)}:${two(rest % 60)}` : `${minutes}:${two(rest % 60)}`,
  };
}
