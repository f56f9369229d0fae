import type {Institution} from '@/shared/directory';
import type {Route} from '../data';
import {rowsOf} from './cells';

/** What a line may say, in the order in which a table is written. */
export const COLUMNS = ['prefix', 'length', 'kind', 'names', 'institution', 'telephone'] as const;
type Column = (typeof COLUMNS)[number];

const TITLES: Readonly<Record<Column, RegExp>> = {
  prefix: /^(号段|前缀|卡bin|bin|prefix)$/i,
  length: /^(位数|长度|length)$/i,
  kind: /^(账户种类|账户类型|种类|kind)$/i,
  names: /^(名称|别名|叫法|names?)$/i,
  institution: /^(机构代码|机构|机构编号|institution|code)$/i,
  telephone: /^(电话号段|电话|telephone)$/i,
};

const KINDS: Readonly<Record<string, Route['kind']>> = {
  '': 'ACCOUNT_KIND_UNSPECIFIED',
  不限: 'ACCOUNT_KIND_UNSPECIFIED',
  银行卡: 'CARD',
  card: 'CARD',
  存折: 'PASSBOOK',
  passbook: 'PASSBOOK',
  对公账户: 'COMPANY_ACCOUNT',
  company_account: 'COMPANY_ACCOUNT',
  支付账户: 'WALLET',
  wallet: 'WALLET',
};

const YES = /^(是|1|y|yes|true|√)$/i;
const NO = /^(否|0|n|no|false|)$/i;

/** Why a line cannot be sent; the texts are under `fault`. */
export type FaultKind = 'noTitles' | 'prefix' | 'length' | 'kind' | 'institution' | 'telephone' | 'nothing' | 'empty';

export interface Fault {
  readonly line: number;
  readonly kind: FaultKind;
  /** What was found there. */
  readonly found: string;
}

export interface Read {
  readonly routes: readonly Route[];
  /** Where each route stands in the text, by its position in `routes`. */
  readonly lines: readonly number[];
  readonly faults: readonly Fault[];
}

function columnsOf(titles: readonly string[]): readonly (Column | null)[] {
  return titles.map((title) => {
    const plain = title.normalize('NFKC').replace(/\s/g, '');
    return COLUMNS.find((column) => TITLES[column].test(plain)) ?? null;
  });
}

/** Finds institutions by code, id or name; a name that two bear finds none. */
function finder(institutions: readonly Institution[]): (text: string) => string | undefined {
  const found = new Map<string, string | null>();
  for (const {id = '', code = '', name = ''} of institutions) {
    found.set(id, id);
    found.set(code, id);
    found.set(name, found.has(name) ? null : id);
  }
  return (text) => found.get(text) ?? undefined;
}

/** Reads a table with a row of titles; what cannot be read is told line by line. */
export function readTable(text: string, institutions: readonly Institution[]): Read {
  const [head, ...rows] = rowsOf(text);
  if (!head) return {routes: [], lines: [], faults: [{line: 1, kind: 'empty', found: ''}]};
  const columns = columnsOf(head.cells);
  const telling = columns.includes('prefix') || columns.includes('names');
  if (!telling || !columns.includes('institution')) {
    return {routes: [], lines: [], faults: [{line: head.line, kind: 'noTitles', found: head.cells.join(' ')}]};
  }
  const find = finder(institutions);
  const routes: Route[] = [];
  const lines: number[] = [];
  const faults: Fault[] = [];
  for (const {line, cells} of rows) {
    const cell = (column: Column) => (cells[columns.indexOf(column)] ?? '').normalize('NFKC').trim();
    const wrong = (kind: FaultKind, found: string) => faults.push({line, kind, found});
    const before = faults.length;
    const prefix = cell('prefix').replace(/[\s-]/g, '');
    const names = cell('names')
      .split(/[、|/;]/)
      .map((each) => each.trim())
      .filter((each) => each !== '');
    const length = cell('length') || '0';
    const kind = KINDS[cell('kind').toLowerCase()];
    const institution = find(cell('institution'));
    const telephone = cell('telephone');
    if (!/^\d{0,12}$/.test(prefix)) wrong('prefix', prefix);
    if (!/^\d{1,2}$/.test(length) || Number(length) > 40) wrong('length', length);
    if (kind === undefined) wrong('kind', cell('kind'));
    if (institution === undefined) wrong('institution', cell('institution'));
    if (!YES.test(telephone) && !NO.test(telephone)) wrong('telephone', telephone);
    if (prefix === '' && names.length === 0) wrong('nothing', '');
    if (faults.length > before) continue;
    routes.push({
      prefix,
      length: Number(length),
      kind: kind!,
      names,
      institution: institution!,
      telephone: YES.test(telephone),
    });
    lines.push(line);
  }
  if (routes.length === 0 && faults.length === 0) faults.push({line: head.line, kind: 'empty', found: ''});
  return {routes, lines, faults};
}

/** The table as it is read back: tab-separated, the institution by its code, what the code stands for at the end. */
export function writeTable(routes: readonly Route[], institutions: readonly Institution[], separator = '\t'): string {
  const byId = new Map(institutions.map((each) => [each.id, each]));
  const kinds = new Map(Object.entries(KINDS).map(([text, kind]) => [kind, text] as const).reverse());
  const row = (cells: readonly string[]) => cells.map((each) => quoted(each, separator)).join(separator);
  return [
    row(['号段', '位数', '账户种类', '名称', '机构代码', '电话号段', '机构全称']),
    ...routes.map((each) =>
      row([
        each.prefix ?? '',
        each.length ? String(each.length) : '',
        kinds.get(each.kind ?? 'ACCOUNT_KIND_UNSPECIFIED') ?? '',
        (each.names ?? []).join('、'),
        byId.get(each.institution)?.code ?? each.institution ?? '',
        each.telephone ? '是' : '',
        byId.get(each.institution)?.name ?? '',
      ]),
    ),
  ].join('\n');
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

/** A name as the table keeps it: without width variants, case, spaces and punctuation. */
function spoken(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '');
}

function keyOf(route: Route): string {
  const names = [...new Set((route.names ?? []).map(spoken))];
  const kind = route.telephone ? 'TELEPHONE' : (route.kind ?? 'ACCOUNT_KIND_UNSPECIFIED');
  return JSON.stringify([route.prefix ?? '', route.length ?? 0, kind, names, route.institution ?? '']);
}

/** Which lines a table brings and which it takes away; lines that say the same are the same. */
export function difference(before: readonly Route[], after: readonly Route[]): {added: Route[]; removed: Route[]} {
  const old = new Set(before.map(keyOf));
  const next = new Set(after.map(keyOf));
  return {
    added: after.filter((each) => !old.has(keyOf(each))),
    removed: before.filter((each) => !next.has(keyOf(each))),
  };
}
