import type {Schema} from '@/api/client';
import {readAccount} from '@/reading/account';
import {readAmount} from '@/reading/amount';
import {saidPart, typedPart} from '@/reading/reading';
import {readTime} from '@/reading/time';
import type {Open} from './open';
import {PLACES, firstOfficer, secondOfficer} from './places';
import {Refusal} from './refusal';
import type {World} from './World';

type Contract = Open<Schema<'casefile.v1.Draft'>>;
export type Draft = Contract & Required<Pick<Contract, 'id' | 'state' | 'fields'>>;
type Edit = Schema<'casefile.v1.FieldEdit'>;
type Report = Schema<'casefile.v1.Report'>;
type Transfer = Schema<'casefile.v1.Transfer'> & {number: number};

const FIELDS_MAX = 500;
/** The row of a payment that a field is in. */
const ROW = /^transfers\[([A-Za-z][A-Za-z0-9]{0,7})\]\./;

export function begin(world: World): Draft {
  const now = world.clock.iso();
  const draft: Draft = {
    id: world.nextId(),
    etag: '1',
    state: 'OPEN',
    unit: PLACES.station.id,
    region: PLACES.station.region ?? '',
    offeredTo: '',
    begunBy: world.part.name,
    case: '',
    fields: [],
    editors: [],
    remarks: [],
    createTime: now,
    lastEditTime: now,
  };
  world.drafts.set(draft.id, draft);
  return draft;
}

/** Takes what was typed, field by field. */
export function save(world: World, draft: Draft, edits: readonly Edit[]): void {
  if (draft.state !== 'OPEN' && draft.state !== 'CASE_OPENED') {
    throw new Refusal(400, 'DRAFT_WRONG_STATE', '草稿已结束，不能再修改。', 'The draft is closed and takes no more.');
  }
  for (const {path = '', text = ''} of edits) {
    const known = draft.fields.find((field) => field.path === path);
    const texts = [{text, authorName: world.part.name, institution: world.institution, typeTime: world.clock.iso()}];
    if (known) {
      known.texts = texts;
      known.version = String(Number(known.version ?? '0') + 1);
    } else if (draft.fields.length < FIELDS_MAX) {
      draft.fields.push({path, version: '1', texts});
    }
  }
  draft.lastEditTime = world.clock.iso();
}

export function textAt(draft: Draft, path: string): string {
  return draft.fields.find((field) => field.path === path)?.texts?.[0]?.text?.trim() ?? '';
}

/** The keys of the rows in which something stands. */
function rowsOf(draft: Draft): string[] {
  const keys = draft.fields
    .filter((field) => (field.texts?.[0]?.text ?? '') !== '')
    .map((field) => ROW.exec(field.path ?? '')?.[1])
    .filter((key) => key !== undefined);
  return [...new Set(keys)];
}

/** The payments that can be stopped: account, amount and time are sure. */
export function payments(world: World, draft: Draft): Transfer[] {
  const now = new Date(world.clock.now());
  const found: Transfer[] = [];
  for (const key of rowsOf(draft)) {
    const text = (name: string) => textAt(draft, `transfers[${key}].${name}`);
    const meant = (name: string) => saidPart(text(name)) || typedPart(text(name));
    const account = readAccount(text('payee.accountNumber'));
    const payer = readAccount(text('payer.accountNumber'));
    const amount = readAmount(meant('amount'));
    const time = readTime(meant('transferTime'), now);
    if (account.state !== 'sure' || amount.state !== 'sure' || time.state !== 'sure') continue;
    found.push({
      number: found.length + 1,
      amountFen: amount.value.toString(),
      transferTime: time.value.instant.toISOString(),
      channel: (text('channel') || 'MOBILE_BANK') as NonNullable<Transfer['channel']>,
      serialNumber: text('serialNumber'),
      payee: {
        kind: 'CARD',
        accountNumber: account.value.number,
        accountName: text('payee.accountName'),
        institutionName: text('payee.institutionName'),
      },
      payer: {
        kind: 'CARD',
        accountNumber: payer.state === 'sure' ? payer.value.number : '',
        accountName: text('payer.accountName'),
        institutionName: text('payer.institutionName'),
      },
    });
  }
  return found;
}

/** The report as it stands in the draft. */
export function reportOf(world: World, draft: Draft): Report {
  const transfers = payments(world, draft);
  const total = transfers.reduce((sum, each) => sum + BigInt(each.amountFen ?? '0'), 0n);
  const choice = <Value extends string>(path: string, otherwise: Value) => (textAt(draft, path) || otherwise) as Value;
  return {
    channel: choice<NonNullable<Report['channel']>>('channel', 'WINDOW'),
    receiveTime: draft.createTime ?? world.clock.iso(),
    officer: firstOfficer(world.names),
    secondOfficer: secondOfficer(world.names),
    victim: {
      kind: 'PERSON',
      name: textAt(draft, 'victim.name'),
      idType: 'RESIDENT_ID',
      idNumber: textAt(draft, 'victim.idNumber'),
      phone: textAt(draft, 'victim.phone'),
    },
    fraudType: choice<NonNullable<Report['fraudType']>>('fraudType', 'FRAUD_TYPE_UNSPECIFIED'),
    narrative: textAt(draft, 'narrative'),
    contacts: [],
    transfers,
    totalLossFen: total.toString(),
    liabilityPromise: true,
  };
}

export function summaryOf(world: World, draft: Draft): Schema<'casefile.v1.DraftSummary'> {
  return {
    id: draft.id,
    state: draft.state,
    unit: PLACES.station.id,
    offeredTo: '',
    case: draft.case ?? '',
    victimName: textAt(draft, 'victim.name'),
    transferCount: payments(world, draft).length,
    conflictCount: 0,
    ...(draft.createTime ? {createTime: draft.createTime} : {}),
    ...(draft.lastEditTime ? {lastEditTime: draft.lastEditTime} : {}),
  };
}
