import type {ComponentType} from 'react';
import {type Load, dressed} from '@/shared/dressed/load';
import type {Role} from '@/shared/session';
import {fetchTexts} from './i18n';

/** One entry of the menu, with the pages below it. */
export interface Area {
  /** First part of the address; the key of its name in `locales` (`menu.<key>`). */
  key: string;
  /** Who has use for it. The services decide who may do what. */
  roles: readonly Role[];
  /** Who is sent here from another page, and has no entry in the menu. */
  unlisted?: readonly Role[];
  /** The feature whose texts are shown, where it is not named like the area. */
  texts?: string;
  /** Renders everything below `/<key>`. */
  load: Load;
}

/** In the order of the menu; whoever logs in lands on the first of his. */
export const areas: readonly Area[] = [
  {
    key: 'intake',
    roles: ['station-officer', 'station-liaison', 'command-centre'],
    // Needs nothing of the component library: the page on which money is stopped must be there at once.
    load: () => import('@/features/intake'),
  },
  {key: 'audit', roles: ['auditor'], load: dressed(() => import('@/features/audit'))},
  {key: 'approval', roles: ['county-approver', 'unit-head'], load: dressed(() => import('@/features/approval'))},
  {
    key: 'board',
    roles: ['station-supervisor', 'command-centre', 'unit-head', 'county-approver', 'auditor'],
    load: dressed(() => import('@/features/board')),
  },
  {
    key: 'todo',
    roles: ['station-officer', 'station-liaison', 'station-supervisor', 'unit-head', 'county-approver', 'cyber-officer', 'command-centre'],
    load: dressed(() => import('@/features/todo')),
  },
  {
    key: 'cases',
    roles: ['station-officer', 'station-liaison', 'station-supervisor', 'unit-head', 'county-approver', 'cyber-officer', 'command-centre', 'auditor'],
    load: dressed(() => import('@/features/cases')),
  },
  {key: 'bank', roles: ['bank-liaison'], load: dressed(() => import('@/features/bank'))},
  {key: 'phone', roles: ['bank-liaison', 'bank-branch'], texts: 'bank', load: dressed(() => import('@/features/bank/phone'))},
  {key: 'security', roles: ['bank-security-desk'], load: dressed(() => import('@/features/security'))},
  {
    key: 'carrier',
    roles: ['carrier-staff'],
    unlisted: ['station-officer', 'station-liaison', 'cyber-officer'],
    load: dressed(() => import('@/features/carrier')),
  },
  {key: 'directory', roles: ['administrator'], load: dressed(() => import('@/features/directory'))},
];

/** The page of an address, fetched before anything is drawn. */
export interface Ahead {
  readonly key: string;
  /** The feature whose texts it shows. */
  readonly texts: string;
  readonly Page: ComponentType;
}

/** What an address shows, so that nothing of it waits for the frame around it; null where it shows none of the areas. */
export async function fetchAhead(path: string): Promise<Ahead | null> {
  const area = areas.find(({key}) => key === path.split('/')[1]);
  if (area === undefined) return null;
  const texts = area.texts ?? area.key;
  const [{default: Page}] = await Promise.all([area.load(), fetchTexts(texts)]);
  return {key: area.key, texts, Page};
}
