import {lazy, type ComponentType} from 'react';
import type {Role} from '@/shared/session';

/** One entry of the menu, with the pages below it. */
export interface Area {
  /** First part of the address; the key of its name in `locales` (`menu.<key>`). */
  key: string;
  /** Who has use for it. The services decide who may do what. */
  roles: readonly Role[];
  /** Who is sent here from another page, and has no entry in the menu. */
  unlisted?: readonly Role[];
  /** Renders everything below `/<key>`. */
  Pages: ComponentType;
}

/** In the order of the menu; whoever logs in lands on the first of his. */
export const areas: readonly Area[] = [
  {
    key: 'intake',
    roles: ['station-officer', 'station-liaison', 'command-centre'],
    Pages: lazy(() => import('@/features/intake')),
  },
  {key: 'audit', roles: ['auditor'], Pages: lazy(() => import('@/features/audit'))},
  {key: 'approval', roles: ['county-approver', 'unit-head'], Pages: lazy(() => import('@/features/approval'))},
  {
    key: 'board',
    roles: ['station-supervisor', 'command-centre', 'unit-head', 'county-approver', 'auditor'],
    Pages: lazy(() => import('@/features/board')),
  },
  {
    key: 'todo',
    roles: ['station-officer', 'station-liaison', 'station-supervisor', 'unit-head', 'county-approver', 'cyber-officer', 'command-centre'],
    Pages: lazy(() => import('@/features/todo')),
  },
  {
    key: 'cases',
    roles: ['station-officer', 'station-liaison', 'station-supervisor', 'unit-head', 'county-approver', 'cyber-officer', 'command-centre', 'auditor'],
    Pages: lazy(() => import('@/features/cases')),
  },
  {key: 'bank', roles: ['bank-liaison'], Pages: lazy(() => import('@/features/bank'))},
  {key: 'phone', roles: ['bank-liaison', 'bank-branch'], Pages: lazy(() => import('@/features/bank/phone'))},
  {key: 'security', roles: ['bank-security-desk'], Pages: lazy(() => import('@/features/security'))},
  {
    key: 'carrier',
    roles: ['carrier-staff'],
    unlisted: ['station-officer', 'station-liaison', 'cyber-officer'],
    Pages: lazy(() => import('@/features/carrier')),
  },
  {key: 'directory', roles: ['administrator'], Pages: lazy(() => import('@/features/directory'))},
];
