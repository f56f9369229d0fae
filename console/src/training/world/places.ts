import type {Schema} from '@/api/client';
import type {Desk} from '@/shared/desk/tasks';
import type {Role} from '@/shared/session';
import type {Named, Names} from '../names';
import {fixedId} from './ids';

type Institution = Schema<'liaison.v1.Institution'>;
type Officer = Schema<'liaison.v1.Officer'>;

const DAY_ONE = '2026-01-05T01:00:00Z';

function place(
  name: string,
  kind: NonNullable<Institution['kind']>,
  code: string,
  desks: readonly (readonly [Desk, string])[],
  parent = '',
): Institution & {id: string} {
  return {
    id: fixedId(name),
    etag: '1',
    code,
    kind,
    region: code.slice(0, 6),
    phone: desks[0]?.[1] ?? '',
    desks: desks.map(([desk, phone]) => ({desk, phone})),
    createTime: DAY_ONE,
    ...(parent === '' ? {} : {parent}),
  };
}

const county = place('county', 'POLICE', '998001000000', [
  ['UNIT_DESK', '000-9981000'],
  ['SUPERVISOR_DESK', '000-9981001'],
]);

/** Everybody in the training space. Region 998 does not exist, nor does any of these. */
export const PLACES = {
  county,
  station: place('station', 'POLICE', '998001000001', [['UNIT_DESK', '000-9981101']], county.id),
  bankOne: place('bankone', 'BANK', '998100000001', [
    ['LIAISON_DESK', '000-9985011'],
    ['SECURITY_DESK', '000-9985012'],
  ]),
  bankTwo: place('banktwo', 'BANK', '998100000002', [
    ['LIAISON_DESK', '000-9985021'],
    ['SECURITY_DESK', '000-9985022'],
  ]),
  bankThree: place('bankthree', 'BANK', '998100000003', [
    ['LIAISON_DESK', '000-9985031'],
    ['SECURITY_DESK', '000-9985032'],
  ]),
  carrierOne: place('carrierone', 'CARRIER', '998300000001', [['TRACE_DESK', '000-9986011']]),
  carrierTwo: place('carriertwo', 'CARRIER', '998300000002', [['TRACE_DESK', '000-9986021']]),
} as const;

export type PlaceName = keyof typeof PLACES;

/** The institutions as a directory has them, by the names of this language. */
export function institutionsAtFirst(names: Names): (Institution & {id: string})[] {
  return (Object.keys(PLACES) as PlaceName[]).map((each) => ({...structuredClone(PLACES[each]), name: names[each]}));
}

/** Cards of these ranges belong to these banks. */
export const RANGES: readonly (readonly [string, PlaceName])[] = [
  ['990001', 'bankOne'],
  ['990002', 'bankTwo'],
  ['990003', 'bankThree'],
];

/** The roles that have a lesson, in the order in which they are offered. */
export const TAUGHT = [
  'station-officer',
  'bank-liaison',
  'bank-security-desk',
  'county-approver',
  'station-supervisor',
  'carrier-staff',
  'auditor',
  'administrator',
] as const satisfies readonly Role[];

export type Taught = (typeof TAUGHT)[number];

/** Whom the trainee plays. */
export interface Part {
  readonly name: Named;
  readonly number: string;
  readonly place: PlaceName;
  readonly roles: readonly Role[];
}

export const PARTS: Readonly<Record<Taught, Part>> = {
  'station-officer': {name: 'officerChen', number: '998101', place: 'station', roles: ['station-officer']},
  'bank-liaison': {name: 'clerkQian', number: '998501', place: 'bankOne', roles: ['bank-liaison']},
  'bank-security-desk': {name: 'clerkZhou', number: '998502', place: 'bankOne', roles: ['bank-security-desk']},
  'county-approver': {name: 'directorHe', number: '998002', place: 'county', roles: ['county-approver', 'unit-head']},
  'station-supervisor': {name: 'chiefSun', number: '998103', place: 'station', roles: ['station-supervisor']},
  'carrier-staff': {name: 'engineerGao', number: '998601', place: 'carrierOne', roles: ['carrier-staff']},
  auditor: {name: 'inspectorTang', number: '998007', place: 'county', roles: ['auditor']},
  administrator: {name: 'administrator', number: '998008', place: 'county', roles: ['administrator']},
};

/** Who is played by the script when the trainee plays another. */
export function firstOfficer(names: Names) {
  return {name: names.officerChen, officerNumber: '998101', phone: '000-9981101'};
}

export function secondOfficer(names: Names) {
  return {name: names.officerLi, officerNumber: '998102', phone: '000-9981102'};
}

export function officerId(role: Taught): string {
  return fixedId(`officer${role.replace(/-/g, '')}`);
}

/** What the directory and the audit log know of everybody's officers. */
export function officersAtFirst(names: Names): Officer[] {
  return TAUGHT.map((role) => {
    const part = PARTS[role];
    return {
      id: officerId(role),
      etag: '1',
      institution: PLACES[part.place].id,
      username: `yl.${role}`,
      name: names[part.name],
      officerNumber: part.number,
      phone: `000-${part.number}0`,
      roles: part.roles.map((each) => each.replace(/-/g, '_').toUpperCase() as NonNullable<Officer['roles']>[number]),
      state: 'ACTIVE' as const,
      createTime: DAY_ONE,
    };
  });
}
