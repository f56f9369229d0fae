import {createContext, useContext} from 'react';
import type {Desk} from './desk/tasks';

/** Roles as tokens name them. */
export type Role =
  | 'station-officer'
  | 'station-liaison'
  | 'station-supervisor'
  | 'unit-head'
  | 'county-approver'
  | 'prefecture-approver'
  | 'cyber-officer'
  | 'command-centre'
  | 'bank-liaison'
  | 'bank-branch'
  | 'bank-security-desk'
  | 'carrier-staff'
  | 'auditor'
  | 'administrator';

/** Who is logged in, as the token says; what he may do is decided by the services, never by this. */
export interface Session {
  name: string;
  officerNumber: string;
  /** What services write down as who acted. */
  subject: string;
  /** Officer id, 26 characters. */
  officer: string;
  /** Institution id, 26 characters. */
  institution: string;
  region: string;
  roles: ReadonlySet<Role>;
  logOut: () => void;
  /** Logs in again and comes back to this address. */
  logIn: () => void;
  /** True once tokens can no longer be renewed; what is on the page stays. */
  over: boolean;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('used outside of the shell');
  return session;
}

const DESKS: readonly (readonly [Role, Desk])[] = [
  ['bank-liaison', 'LIAISON_DESK'],
  ['bank-security-desk', 'SECURITY_DESK'],
  ['carrier-staff', 'TRACE_DESK'],
  ['station-officer', 'UNIT_DESK'],
  ['station-liaison', 'UNIT_DESK'],
  ['station-supervisor', 'UNIT_DESK'],
  ['unit-head', 'UNIT_DESK'],
  ['county-approver', 'UNIT_DESK'],
  ['cyber-officer', 'UNIT_DESK'],
  ['station-supervisor', 'SUPERVISOR_DESK'],
  ['command-centre', 'SUPERVISOR_DESK'],
];

/** Who can be at a desk at all (`ReportPresence`); others only read what lies there. */
const ATTENDS: readonly Role[] = [
  'station-officer',
  'station-liaison',
  'station-supervisor',
  'unit-head',
  'county-approver',
  'command-centre',
  'bank-liaison',
  'bank-security-desk',
  'carrier-staff',
];

export function mayAttend(roles: ReadonlySet<Role>): boolean {
  return ATTENDS.some((role) => roles.has(role));
}

/** Who may ask which desks are attended (`ListAttendance`); an officer of a station may not. */
const ASKS_ATTENDANCE: readonly Role[] = [
  'station-supervisor',
  'unit-head',
  'county-approver',
  'command-centre',
  'administrator',
  'auditor',
  'bank-liaison',
  'bank-security-desk',
  'carrier-staff',
];

export function mayAskAttendance(roles: ReadonlySet<Role>): boolean {
  return ASKS_ATTENDANCE.some((role) => roles.has(role));
}

/** Who orders a stop by telephone (`IssueCallCode`, `RecordOralNotice`). */
const CALLS: readonly Role[] = ['station-officer', 'station-liaison', 'station-supervisor'];

export function mayCall(roles: ReadonlySet<Role>): boolean {
  return CALLS.some((role) => roles.has(role));
}

/** The desks whose work these roles do, each once. */
export function desksOf(roles: ReadonlySet<Role>): Desk[] {
  return [...new Set(DESKS.filter(([role]) => roles.has(role)).map(([, desk]) => desk))];
}
