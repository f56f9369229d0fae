import type {Schema} from '@/api/client';
import {say} from '../names';
import {madeHash} from './ids';
import {type Order, meetClock, startClock, tell, touch} from './orders';
import {picture} from './picture';
import {Refusal, wrongState} from './refusal';
import type {World} from './World';

type PaperFile = Schema<'freezing.v1.PaperFile'>;
export type PaperKind = NonNullable<Schema<'freezing.v1.PaperFile'>['kind']>;

const OWING: readonly string[] = ['OWED', 'OVERDUE', 'REFUSED'];
const FILES_MAX = 20;
const NEEDED = [
  ['STOP_NOTICE', '协助止付通知书', 'the stop notice'],
  ['POLICE_ID_COPY', '人民警察证复印件', 'the copy of the police ID'],
] as const;

function wrongPaper(): Refusal {
  return wrongState('PAPER_WRONG_STATE', '文书', 'The paper');
}

function numberOf(order: Order): string {
  return say('tale.stopPaper', {number: order.orderNumber.slice(-6)});
}

/** A file laid to an order's papers. */
function addFile(
  world: World,
  order: Order,
  kind: PaperKind,
  file: {readonly name: string; readonly type: string; readonly size: number; readonly sha256: string},
  bytes: () => Promise<Blob>,
): PaperFile {
  const files = order.paper.files ?? [];
  if (!OWING.includes(order.paper.state ?? '') && order.paper.state !== 'NOT_OWED') throw wrongPaper();
  if (files.length >= FILES_MAX) throw new Refusal(400, 'LIMIT_REACHED', '文件数量已满。', 'No more files fit.');
  if (!['application/pdf', 'image/jpeg', 'image/png'].includes(file.type)) {
    throw new Refusal(400, 'FILE_TYPE_REFUSED', '只接受 PDF、JPEG、PNG 文件。', 'Only PDF, JPEG and PNG files are taken.');
  }
  const number = files.length + 1;
  world.files.set(`stopOrders/${order.id}/${number}`, bytes);
  const laid: PaperFile = {
    number,
    kind,
    fileName: file.name,
    contentType: file.type,
    sizeBytes: String(file.size),
    sha256: file.sha256,
    uploadTime: world.clock.iso(),
  };
  world.unmended.delete(order.id);
  order.paper = {...order.paper, files: [...files, laid]};
  touch(order);
  return laid;
}

/** What the trainee's page has sent. */
export function addUploaded(
  world: World,
  order: Order,
  kind: PaperKind,
  sha256: string,
  name: string,
  file: Blob | null,
): PaperFile {
  const bytes = file ?? new Blob([]);
  return addFile(world, order, kind, {name, type: bytes.type, size: bytes.size, sha256}, () => Promise.resolve(bytes));
}

/** The same papers serve another order at the same bank. */
export function shareFiles(world: World, from: Order, to: Order): void {
  to.paper = {...to.paper, files: structuredClone(from.paper.files ?? [])};
  for (const {number} of from.paper.files ?? []) {
    const bytes = world.files.get(`stopOrders/${from.id}/${number}`);
    if (bytes) world.files.set(`stopOrders/${to.id}/${number}`, bytes);
  }
  deliver(world, to);
}

export function deliver(world: World, order: Order): void {
  if (!OWING.includes(order.paper.state ?? '')) throw wrongPaper();
  const files = order.paper.files ?? [];
  const missing = NEEDED.filter(([kind]) => !files.some((each) => each.kind === kind));
  if (missing.length > 0) {
    throw new Refusal(
      400,
      'PAPER_INCOMPLETE',
      `文书不齐，缺少：${missing.map(([, zh]) => zh).join('、')}。请上传后再送达。`,
      `Papers are missing: ${missing.map(([, , en]) => en).join(', ')}. Upload them, then deliver.`,
    );
  }
  if (world.unmended.has(order.id)) {
    throw new Refusal(
      400,
      'PAPER_UNMENDED',
      '文书已被退回，请按退回意见补正并上传后再送达。',
      'The papers were refused; upload mended ones before delivering again.',
    );
  }
  order.paper = {...order.paper, state: 'DELIVERED', deliverTime: world.clock.iso(), paperNumber: numberOf(order)};
  delete order.paper.defect;
  meetClock(world, order, 'paper');
  startClock(world, order, 'countersign');
  touch(order);
  tell(world, order, 'PAPER_DELIVERED');
}

/** Brought by hand to the bank's counter: its number, by whom, and its picture. */
export function handOver(world: World, order: Order, paperNumber: string, officerNumber: string): void {
  if (!OWING.includes(order.paper.state ?? '')) throw wrongPaper();
  if (!(order.paper.files ?? []).some((each) => each.kind === 'HAND_OVER_PHOTO')) {
    throw new Refusal(400, 'PAPER_INCOMPLETE', '请先上传文书照片。', 'Upload a picture of the papers first.');
  }
  order.paper = {
    ...order.paper,
    state: 'DELIVERED',
    paperNumber,
    deliverTime: world.clock.iso(),
    handOver: {officerNumber, bookTime: world.clock.iso()},
  };
  meetClock(world, order, 'paper');
  startClock(world, order, 'countersign');
  touch(order);
  tell(world, order, 'PAPER_DELIVERED');
}

export function countersign(world: World, order: Order): void {
  if (order.paper.state !== 'DELIVERED') throw wrongPaper();
  order.paper = {...order.paper, state: 'COUNTERSIGNED', countersignTime: world.clock.iso()};
  meetClock(world, order, 'countersign');
  touch(order);
  tell(world, order, 'PAPER_COUNTERSIGNED');
}

export function refuse(world: World, order: Order, defect: string): void {
  if (order.paper.state !== 'DELIVERED') throw wrongPaper();
  world.unmended.add(order.id);
  order.paper = {...order.paper, state: 'REFUSED', defect, remedyUsed: true};
  meetClock(world, order, 'countersign');
  const dueTime = startClock(world, order, 'paper');
  order.paper = {...order.paper, dueTime};
  touch(order);
  tell(world, order, 'PAPER_REFUSED');
}

/** Both papers an order needs, drawn, as an officer of the script brings them. */
export function bring(world: World, order: Order, notice: readonly string[], idCopy: readonly string[]): void {
  const add = (kind: PaperKind, name: string, lines: readonly string[]) => {
    const sha256 = madeHash(`${order.id} ${name} ${order.paper.files?.length ?? 0}`);
    addFile(world, order, kind, {name, type: 'image/png', size: 48_000, sha256}, () => picture(lines));
  };
  add('STOP_NOTICE', say('file.notice'), notice);
  add('POLICE_ID_COPY', say('file.idCopy'), idCopy);
  deliver(world, order);
}
