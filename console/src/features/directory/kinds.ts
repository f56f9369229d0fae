import type {Desk, Kind, OfficerRole} from './data';

export const KINDS = ['POLICE', 'BANK', 'PAYMENT_FIRM', 'CARRIER', 'INTERNET_FIRM'] as const satisfies readonly Kind[];

const BANK_DESKS: readonly Desk[] = ['LIAISON_DESK', 'SECURITY_DESK'];
const CARRIER_DESKS: readonly Desk[] = ['TRACE_DESK'];

/** Where work arrives in an institution of this kind. */
export const DESKS: Readonly<Record<Kind, readonly Desk[]>> = {
  POLICE: ['UNIT_DESK', 'SUPERVISOR_DESK'],
  BANK: BANK_DESKS,
  PAYMENT_FIRM: BANK_DESKS,
  CARRIER: CARRIER_DESKS,
  INTERNET_FIRM: CARRIER_DESKS,
  INSTITUTION_KIND_UNSPECIFIED: [],
};

const BANK_ROLES: readonly OfficerRole[] = ['BANK_LIAISON', 'BANK_BRANCH', 'BANK_SECURITY_DESK'];
const CARRIER_ROLES: readonly OfficerRole[] = ['CARRIER_STAFF'];

/** What somebody of an institution of this kind can act as. */
export const ROLES: Readonly<Record<Kind, readonly OfficerRole[]>> = {
  POLICE: [
    'STATION_OFFICER',
    'STATION_LIAISON',
    'STATION_SUPERVISOR',
    'UNIT_HEAD',
    'COUNTY_APPROVER',
    'PREFECTURE_APPROVER',
    'CYBER_OFFICER',
    'COMMAND_CENTRE',
    'AUDITOR',
    'ADMINISTRATOR',
  ],
  BANK: BANK_ROLES,
  PAYMENT_FIRM: BANK_ROLES,
  CARRIER: CARRIER_ROLES,
  INTERNET_FIRM: CARRIER_ROLES,
  INSTITUTION_KIND_UNSPECIFIED: [],
};
