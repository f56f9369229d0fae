import type {Schema} from '@/api/client';
import type {Asked, Route} from '../route';
import {on} from '../route';
import {madeHash} from '../ids';
import {officerId, PARTS, PLACES, type Taught, TAUGHT} from '../places';
import type {World} from '../World';

const LOG_MAX = 2_000;
/** As actions are named after their service. */
const PACKAGES: Readonly<Record<string, string>> = {
  'case-service': 'casefile',
  'freeze-service': 'freezing',
  'liaison-service': 'liaison',
};

type Entry = Schema<'access.v1.AuditEntry'>;

/** Who saw or did what, each service's log by itself. */
export function auditRoutes(world: World): Route[] {
  const of = (service: string) => (asked: Asked<unknown>) => {
    const found = world.log
      .filter((each) => each.service === service && fits(each.entry, asked.query))
      .map((each) => each.entry)
      .sort((one, other) => (other.time ?? '').localeCompare(one.time ?? ''));
    // Whoever looks into the log is in the log.
    note(world, service, officerId(world.role), `${PACKAGES[service]}.ListAuditEntries`, 'auditEntries', 'READ');
    return {auditEntries: found};
  };
  return [
    on('get', '/v1/auditLogs/case-service/auditEntries', of('case-service')),
    on('get', '/v1/auditLogs/freeze-service/auditEntries', of('freeze-service')),
    on('get', '/v1/auditLogs/liaison-service/auditEntries', of('liaison-service')),
  ];
}

/** Writes an entry, as the services do of everything. */
export function note(
  world: World,
  service: string,
  officer: string,
  action: string,
  subject: string,
  outcome: NonNullable<Entry['outcome']>,
  reason = '',
): void {
  const role = TAUGHT.find((each: Taught) => officerId(each) === officer);
  const institution = role ? PLACES[PARTS[role].place].id : '';
  if (world.log.length >= LOG_MAX) return;
  const id = world.nextId();
  world.log.push({
    service,
    entry: {
      id,
      time: world.clock.iso(),
      actor: {officer, institution, subject: officer, roles: role ? [role] : []},
      action,
      subject,
      items: [],
      outcome,
      reason,
      cause: '',
      hash: madeHash(id),
    },
  });
}

function fits(entry: Entry, query: URLSearchParams): boolean {
  const is = (name: string, value: string | undefined) => (query.get(name) ?? '') === '' || query.get(name) === value;
  const subject = query.get('subject') ?? '';
  const [from, to] = [query.get('fromTime') ?? '', query.get('toTime') ?? ''];
  const time = entry.time ?? '';
  return (
    (subject === '' || entry.subject === subject || (!subject.includes('/') && (entry.subject ?? '').startsWith(`${subject}/`))) &&
    is('officer', entry.actor?.officer) &&
    is('institution', entry.actor?.institution) &&
    is('action', entry.action) &&
    is('outcome', entry.outcome) &&
    (from === '' || Date.parse(time) >= Date.parse(from)) &&
    (to === '' || Date.parse(time) < Date.parse(to))
  );
}
