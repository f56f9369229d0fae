import type {Entry, Found} from './log';

/** Looks further apart than this are another sitting. */
const APART_MS = 10 * 60_000;

/** What stands in one row: one entry, or the looks of one person at one thing in one sitting. */
export interface Row {
  readonly key: string;
  /** Newest first, never empty. */
  readonly all: readonly [Found, ...Found[]];
}

/** What is the same in every look of a sitting; null for what is no look. */
function sameOf({service, entry}: Found): string | null {
  if (entry.outcome !== 'READ') return null;
  const actor = entry.actor;
  return [service, actor?.officer || actor?.subject, actor?.institution, entry.action, entry.subject].join(' ');
}

function millis(entry: Entry): number {
  return Date.parse(entry.time ?? '') || 0;
}

/**
 * Entries as rows. A page that is open asks again by itself, and each asking is a look and an entry of its own: those of one
 * person at one thing by one action, none more than ten minutes after the one before, stand in one row, where the newest of
 * them stands. Nothing is left out, and what was done or refused always stands by itself.
 *
 * @param found newest first
 */
export function grouped(found: readonly Found[]): Row[] {
  const rows: {key: string; all: [Found, ...Found[]]}[] = [];
  const open = new Map<string, (typeof rows)[number]>();
  for (const each of found) {
    const same = sameOf(each);
    const row = same === null ? undefined : open.get(same);
    if (row !== undefined && millis(row.all.at(-1)!.entry) - millis(each.entry) <= APART_MS) {
      row.all.push(each);
      continue;
    }
    const next: (typeof rows)[number] = {key: `${each.service} ${each.entry.id}`, all: [each]};
    rows.push(next);
    if (same !== null) open.set(same, next);
  }
  return rows;
}

/** Each by itself. */
export function single(found: readonly Found[]): Row[] {
  return found.map((each) => ({key: `${each.service} ${each.entry.id}`, all: [each]}));
}
