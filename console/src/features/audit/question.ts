import type {Institution} from '@/shared/directory';
import type {Officer} from './data';
import {type Outcome, type Question, SERVICES} from './log';
import {instantOf, localOf} from './ownTime';
import type {Kind} from './subject';

export const OUTCOMES = ['DONE', 'READ', 'REFUSED'] as const satisfies readonly Outcome[];

/** A question as typed. */
export interface Typed {
  kind: Kind;
  thing: string;
  officer: string;
  institution: string;
  action: string;
  outcome: Outcome | '';
  /** As a field of type `datetime-local` holds it. */
  from: string;
  to: string;
  services: Question['services'];
}

export const NOTHING: Question = {
  services: SERVICES,
  subject: '',
  officer: '',
  institution: '',
  action: '',
  outcome: '',
  fromTime: '',
  toTime: '',
};

/**
 * What of a question may stand in the page's address: ids of things and institutions, kinds and times. The officer asked
 * about is a person; he stays in the page.
 */
export function toAddress({subject, institution, action, outcome, fromTime, toTime, services}: Question): URLSearchParams {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries({subject, institution, action, outcome, fromTime, toTime})) {
    if (value !== '' && !(name === 'subject' && value.startsWith('officers/'))) address.set(name, value);
  }
  if (services.length < SERVICES.length) services.forEach((each) => address.append('log', each));
  return address;
}

const SUBJECT = /^[a-z][A-Za-z]{1,30}(\/[0-9A-Za-z._-]{1,64})?$/;
const ID = /^[0-9a-z]{26}$/;
const ACTION = /^[A-Za-z0-9._/-]{1,100}$/;

/** The question an address asks; what is none of ours in it is left out. Null where it asks nothing. */
export function fromAddress(address: URLSearchParams): Question | null {
  const part = (name: string, shape: RegExp) => {
    const value = address.get(name) ?? '';
    return shape.test(value) ? value : '';
  };
  const time = (name: string) => {
    const millis = Date.parse(address.get(name) ?? '');
    return Number.isNaN(millis) ? '' : new Date(millis).toISOString();
  };
  const services = SERVICES.filter((each) => address.getAll('log').includes(each));
  const question: Question = {
    subject: part('subject', SUBJECT),
    officer: '',
    institution: part('institution', ID),
    action: part('action', ACTION),
    outcome: OUTCOMES.find((each) => each === address.get('outcome')) ?? '',
    fromTime: time('fromTime'),
    toTime: time('toTime'),
    services: services.length === 0 ? SERVICES : services,
  };
  const asks = Object.entries(question).some(([name, value]) => name !== 'services' && value !== '');
  return asks ? question : null;
}

/** A question as the form shows it. */
export function typedOf(
  question: Question,
  kind: Kind,
  officers: readonly Officer[],
  institutions: readonly Institution[],
): Typed {
  const officer = officers.find((each) => each.id === question.officer);
  return {
    kind,
    thing: question.subject,
    officer: officer ? officerText(officer, institutions) : question.officer,
    institution: institutions.find((each) => each.id === question.institution)?.name ?? question.institution,
    action: question.action,
    outcome: question.outcome,
    from: localOf(question.fromTime),
    to: localOf(question.toTime),
    services: question.services,
  };
}

/** How an officer is told apart without his name: his number and his institution. */
export function officerText(officer: Officer, institutions: readonly Institution[]): string {
  const institution = institutions.find((each) => each.id === officer.institution)?.name ?? '';
  return [officer.officerNumber, institution].filter(Boolean).join(' · ');
}

/** The officer that was typed: as the list shows him, by a number only one has, or by his id. Empty where none is meant. */
export function readOfficer(
  text: string,
  officers: readonly Officer[],
  institutions: readonly Institution[],
): string | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return '';
  if (ID.test(plain)) return plain;
  const meant = officers.filter(
    (each) => officerText(each, institutions) === plain || each.officerNumber?.toUpperCase() === plain.toUpperCase(),
  );
  return meant.length === 1 ? (meant[0]?.id ?? null) : null;
}

export function readInstitution(text: string, institutions: readonly Institution[]): string | null {
  const plain = text.trim();
  if (plain === '' || ID.test(plain)) return plain;
  return institutions.find((each) => each.name === plain || each.code === plain)?.id ?? null;
}

/** The times typed, as the contract takes them. */
export function timesOf({from, to}: Typed): {fromTime: string; toTime: string} {
  return {fromTime: instantOf(from), toTime: instantOf(to)};
}

/** Whether an action can be one: `freezing.RecordStop`. */
export function isAction(text: string): boolean {
  return text === '' || ACTION.test(text);
}
