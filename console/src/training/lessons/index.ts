import type {Taught} from '../world/places';
import {administrator} from './administrator';
import {approver} from './approver';
import {auditor} from './auditor';
import {bank} from './bank';
import {carrier} from './carrier';
import type {Lesson} from './lesson';
import {officer} from './officer';
import {security} from './security';
import {supervisor} from './supervisor';

/** Every role's first lesson. */
export const LESSONS: Readonly<Record<Taught, Lesson>> = {
  'station-officer': officer,
  'bank-liaison': bank,
  'bank-security-desk': security,
  'county-approver': approver,
  'station-supervisor': supervisor,
  'carrier-staff': carrier,
  auditor,
  administrator,
};
