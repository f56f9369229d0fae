/** `86400s` → 24 hours, `5400s` → 1 hour 30 minutes: a duration as the contract writes it. */
export function lengthParts(text: string): {hours: number; minutes: number} {
  const seconds = Math.round(Number(text.replace(/s$/, '')));
  return {hours: Math.floor(seconds / 3600), minutes: Math.floor((seconds % 3600) / 60)};
}

/** What people write for a limit in hours, `24` or `1.5`, as the contract writes it; null where it is none. */
export function lengthOf(hours: string): string | null {
  const plain = hours.normalize('NFKC').trim();
  if (!/^\d{1,4}(\.\d)?$/.test(plain)) return null;
  const [whole = '0', tenth = '0'] = plain.split('.');
  const seconds = Number(whole) * 3600 + Number(tenth) * 360;
  return seconds > 0 && seconds <= 31_536_000 ? `${seconds}s` : null;
}
