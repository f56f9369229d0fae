const parts = new Intl.DateTimeFormat('en-CA', {
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The zone this machine is set to, e.g. `Asia/Shanghai`. */
export function ownZone(): string {
  return parts.resolvedOptions().timeZone;
}

/** `2026-11-21 11:30:05` in the zone of the machine: an auditor compares with what he saw on his own clock. */
export function ownTime(instant: string | undefined): string {
  const millis = Date.parse(instant ?? '');
  if (Number.isNaN(millis)) return '—';
  const p = Object.fromEntries(parts.formatToParts(millis).map(({type, value}) => [type, value]));
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`;
}

/** What a field of type `datetime-local` holds, in the machine's zone, as RFC 3339; empty where it is none. */
export function instantOf(local: string): string {
  const millis = Date.parse(local);
  return local === '' || Number.isNaN(millis) ? '' : new Date(millis).toISOString();
}

/** An instant as such a field holds it. */
export function localOf(instant: string): string {
  const shown = ownTime(instant);
  return shown === '—' ? '' : shown.replace(' ', 'T');
}
