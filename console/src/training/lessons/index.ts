import type {Taught} from '../world/places';
import {bank} from './bank';
import type {Lesson} from './lesson';
import {officer} from './officer';

/** Every role's first lesson. */
export const LESSONS: Partial<Record<Taught, Lesson>> = {
  'station-officer': officer,
  'bank-liaison': bank,
};
