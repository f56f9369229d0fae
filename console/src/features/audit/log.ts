import {type Schema, answer, api} from '@/api/client';
import type {paths} from '@/api/schema';

export type Entry = Schema<'access.v1.AuditEntry'>;
export type Outcome = Exclude<Schema<'access.v1.AuditOutcome'>, 'AUDIT_OUTCOME_UNSPECIFIED'>;

/** The services that each keep a log of their own. */
export const SERVICES = ['case-service', 'freeze-service', 'liaison-service'] as const;
export type Service = (typeof SERVICES)[number];

/** What is looked for; every condition that is given must hold. Ids only: nobody's name or number. */
export interface Question {
  services: readonly Service[];
  subject: string;
  officer: string;
  institution: string;
  action: string;
  outcome: Outcome | '';
  /** RFC 3339; empty for none. */
  fromTime: string;
  toTime: string;
}

/** An entry, and whose log it stands in. */
export interface Found {
  service: Service;
  entry: Entry;
}

/** How far one log has been read. */
export interface Read {
  service: Service;
  /** What was fetched and not shown yet, newest first. */
  waiting: readonly Entry[];
  /** Of the page after; null where there is none. */
  next: string | null;
}

export interface Page {
  found: readonly Found[];
  reads: readonly Read[];
}

/** As many as a log gives at once: each asking is itself an entry. */
const PAGE = 100;

export function begin(services: readonly Service[]): readonly Read[] {
  return services.map((service) => ({service, waiting: [], next: ''}));
}

/** Whether anything is left after this page. */
export function more(reads: readonly Read[]): boolean {
  return reads.some((each) => each.next !== null || each.waiting.length > 0);
}

export async function fetchPage(
  {service, next}: Read,
  question: Question,
  signal: AbortSignal,
): Promise<{entries: readonly Entry[]; next: string | null}> {
  const {subject, officer, institution, action, outcome, fromTime, toTime} = question;
  const query = {
    pageSize: PAGE,
    pageToken: next ?? '',
    subject,
    officer,
    institution,
    action,
    ...(outcome === '' ? {} : {outcome}),
    ...(fromTime === '' ? {} : {fromTime}),
    ...(toTime === '' ? {} : {toTime}),
  };
  const page = await answer(ask(service, query, signal));
  return {entries: page.auditEntries ?? [], next: page.nextPageToken || null};
}

type Query = NonNullable<paths['/v1/auditLogs/case-service/auditEntries']['get']['parameters']['query']>;

function ask(service: Service, query: Query, signal: AbortSignal) {
  const call = {params: {query}, signal};
  switch (service) {
    case 'case-service':
      return api.GET('/v1/auditLogs/case-service/auditEntries', call);
    case 'freeze-service':
      return api.GET('/v1/auditLogs/freeze-service/auditEntries', call);
    case 'liaison-service':
      return api.GET('/v1/auditLogs/liaison-service/auditEntries', call);
  }
}

/**
 * The next page of several logs read as one, newest first. A log whose fetched entries are used up is read on before
 * anything older of another is shown, so that nothing comes out of its order.
 */
export async function nextPage(
  reads: readonly Read[],
  fetch: (read: Read) => Promise<{entries: readonly Entry[]; next: string | null}>,
): Promise<Page> {
  const now = reads.map((each) => ({...each, waiting: [...each.waiting]}));
  const found: Found[] = [];
  while (found.length < PAGE) {
    await Promise.all(
      now
        .filter((each) => each.waiting.length === 0 && each.next !== null)
        .map(async (each) => {
          const page = await fetch(each);
          each.waiting.push(...page.entries);
          each.next = page.next;
        }),
    );
    // A page may be empty and yet not the last.
    if (now.some((each) => each.waiting.length === 0 && each.next !== null)) continue;
    const newest = now.filter((each) => each.waiting.length > 0).sort(newestFirst)[0];
    if (newest === undefined) break;
    found.push({service: newest.service, entry: newest.waiting.shift()!});
  }
  return {found, reads: now};
}

function newestFirst(one: Read, other: Read): number {
  const time = (read: Read) => read.waiting[0]?.time ?? '';
  return instant(time(other)) - instant(time(one)) || fraction(time(other)).localeCompare(fraction(time(one)));
}

/** Milliseconds; entries of one of them are told apart by the rest. */
function instant(time: string): number {
  return Date.parse(time) || 0;
}

function fraction(time: string): string {
  return (/\.(\d+)/.exec(time)?.[1] ?? '').padEnd(9, '0');
}
