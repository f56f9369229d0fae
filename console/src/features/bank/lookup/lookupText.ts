import type {Schema} from '@/api/client';

export type Lookup = Schema<'freezing.v1.AccountQuery'>;
export type LookupAnswer = Schema<'freezing.v1.LookupAnswer'>;
export type Kind = 'payee' | 'onward' | 'nothing';
export type Unable = 'NO_SUCH_TRANSACTION' | 'PAYER_NOT_OURS' | 'CONSENT_MISSING';

export const UNABLE: readonly Unable[] = ['NO_SUCH_TRANSACTION', 'PAYER_NOT_OURS', 'CONSENT_MISSING'];

/** An answer to a lookup, as typed. */
export interface LookupText {
  kind: Kind;
  number: string;
  name: string;
  institution: string;
  serial: string;
  unable: Unable;
}

export type TextField = 'number' | 'name' | 'institution' | 'serial';

export const EMPTY_LOOKUP: LookupText = {
  kind: 'payee',
  number: '',
  name: '',
  institution: '',
  serial: '',
  unable: 'NO_SUCH_TRANSACTION',
};

/** The fields of each answer. */
export const FIELDS: Readonly<Record<Kind, readonly TextField[]>> = {
  payee: ['number', 'name', 'institution', 'serial'],
  onward: ['institution', 'serial'],
  nothing: [],
};

/** What an answer says, as its parts of the contract: exactly one of the three. */
export type Found =
  | {payee: Schema<'freezing.v1.FoundPayee'>}
  | {onward: Schema<'freezing.v1.FoundOnward'>}
  | {nothing: Schema<'freezing.v1.FoundNothing'>};

/** The number of the payee's side is not always known; everything else is needed. */
export function isComplete(text: LookupText): boolean {
  return FIELDS[text.kind].every(
    (field) => text[field].trim() !== '' || (text.kind === 'payee' && field === 'serial'),
  );
}

export function foundOf(text: LookupText, operator: {name: string}): Found {
  const number = text.number.normalize('NFKC').replace(/[\s-]/g, '');
  const serialNumber = text.serial.trim();
  const institutionName = text.institution.trim();
  switch (text.kind) {
    case 'payee':
      return {
        payee: {
          payee: {
            kind: /^\d{13,19}$/.test(number) ? 'CARD' : 'WALLET',
            accountNumber: number,
            accountName: text.name.trim(),
            institutionName,
          },
          serialNumber,
          operator,
        },
      };
    case 'onward':
      return {onward: {institutionName, serialNumber, operator}};
    case 'nothing':
      return {nothing: {reason: text.unable, operator}};
  }
}

/** The answer given, to be corrected: what was right in it need not be typed again. */
export function textOf(answer: LookupAnswer | undefined): LookupText {
  const serial = answer?.serialNumber ?? '';
  if (answer?.state === 'LOOKUP_TOLD') {
    return {
      ...EMPTY_LOOKUP,
      number: answer.payee?.accountNumber ?? '',
      name: answer.payee?.accountName ?? '',
      institution: answer.payee?.institutionName ?? '',
      serial,
    };
  }
  if (answer?.state === 'LOOKUP_PASSED_ON') {
    return {...EMPTY_LOOKUP, kind: 'onward', institution: answer.onwardInstitutionName ?? '', serial};
  }
  if (answer?.state === 'LOOKUP_UNABLE') {
    const unable = UNABLE.find((each) => each === answer.unableReason) ?? 'NO_SUCH_TRANSACTION';
    return {...EMPTY_LOOKUP, kind: 'nothing', unable};
  }
  return EMPTY_LOOKUP;
}
