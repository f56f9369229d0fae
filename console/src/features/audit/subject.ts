/** What may be asked for, as the logs name it. */
export const KINDS = ['cases', 'drafts', 'stopOrders', 'accountQueries', 'traces', 'institutions', 'officers'] as const;
export type Kind = (typeof KINDS)[number];

const ID = /[0-9a-z]{26}/;
const SUBJECT = /^([a-z][A-Za-z]{1,30})(?:\/([0-9A-Za-z._-]{1,64}))?$/;
/** Pages of this console, by what they show. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/\/cases\/([0-9a-z]{26})/, 'cases'],
  [/\/(?:bank|security)\/orders\/([0-9a-z]{26})/, 'stopOrders'],
  [/\/bank\/lookups\/([0-9a-z]{26})/, 'accountQueries'],
  [/\/carrier\/traces\/([0-9a-z]{26})/, 'traces'],
  [/\/intake\/([0-9a-z]{26})/, 'drafts'],
];
/** A number as it is printed on a receipt (受案回执); an order's is its case's with a place behind it. */
const NUMBER = /^(?=.*\d)[\p{L}\d〔〕()-]{4,40}$/u;
const OF_ORDER = /^(.+)-\d{2,3}$/;

export type Asked =
  | {is: 'nothing'}
  /** `<collection>/<id>`, or a collection alone. */
  | {is: 'subject'; subject: string}
  /** The number on a case's receipt, to be looked up first; with the order's number where it is one's. */
  | {is: 'number'; receipt: string; order: string | null}
  | {is: 'unreadable'};

/**
 * Reads what is pasted: an id (of the kind chosen), `stopOrders/<id>`, the address of a page, or a printed number.
 * Accounts, telephones and names are none of these: the log holds none.
 */
export function readSubject(text: string, kind: Kind): Asked {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return {is: 'nothing'};
  for (const [place, collection] of PLACES) {
    const [, id] = place.exec(plain) ?? [];
    if (id) return {is: 'subject', subject: `${collection}/${id}`};
  }
  if (plain.length === 26 && ID.test(plain)) return {is: 'subject', subject: `${kind}/${plain}`};
  const [, collection, id] = SUBJECT.exec(plain) ?? [];
  if (collection && id) return {is: 'subject', subject: `${collection}/${id}`};
  if (KINDS.some((each) => each === plain)) return {is: 'subject', subject: plain};
  if (!NUMBER.test(plain)) return {is: 'unreadable'};
  if (kind === 'cases') return {is: 'number', receipt: plain, order: null};
  const [, receipt] = OF_ORDER.exec(plain) ?? [];
  return kind === 'stopOrders' && receipt ? {is: 'number', receipt, order: plain} : {is: 'unreadable'};
}
