import type {Schema} from '@/api/client';
import {fenOf} from '@/shared/money';
import {linkOf} from './answers';
import {say} from '../names';
import {type Draft, payments, reportOf} from './drafts';
import {madeHash} from './ids';
import {LIMITS} from './limits';
import type {Open} from './open';
import {issue} from './orders';
import {picture} from './picture';
import {PLACES, secondOfficer} from './places';
import {Refusal, wrongState} from './refusal';
import type {Case, World} from './World';

type Report = Open<Schema<'casefile.v1.Report'>>;

/** A case about this report, received now. */
export function open(world: World, report: Report, draft = ''): Case {
  const limit = LIMITS['filing-decision'];
  const second = secondOfficer(world.names);
  const whole: Case = {
    id: world.nextId(),
    etag: '1',
    receiptNumber: world.nextReceipt(),
    state: 'RECEIVED',
    station: PLACES.station.id,
    region: PLACES.station.region ?? '',
    report,
    stopOrders: [],
    evidence: [],
    remarks: [],
    timeline: [{time: world.clock.iso(), kind: 'REPORT_RECEIVED', institution: PLACES.station.id}],
    createTime: world.clock.iso(),
    traces: [],
    clues: [],
    draft,
    secondOfficerConfirmation: {
      confirmedBy: second.name,
      officerNumber: second.officerNumber,
      institution: PLACES.station.id,
      confirmTime: world.clock.iso(),
    },
    clocks: [
      {
        name: 'filing-decision',
        startTime: world.clock.iso(),
        dueTime: world.clock.iso(limit.milliseconds),
        state: 'CLOCK_RUNNING',
        basis: say('basis.filing-decision'),
      },
    ],
  };
  world.cases.set(whole.id, whole);
  return whole;
}

/** Each account the report names gets its order, unless it has one. */
export function stop(world: World, whole: Case): void {
  for (const transfer of whole.report?.transfers ?? []) {
    const accountNumber = transfer.payee?.accountNumber ?? '';
    const links = whole.stopOrders ?? [];
    if (links.some((link) => world.orders.get(link.stopOrder ?? '')?.accountNumber === accountNumber)) continue;
    const order = issue(world, {
      caseId: whole.id,
      accountNumber,
      accountName: transfer.payee?.accountName ?? '',
      transfers: [
        {
          number: 1,
          amountFen: transfer.amountFen ?? '0',
          transferTime: transfer.transferTime ?? world.clock.iso(),
          channel: transfer.channel ?? 'MOBILE_BANK',
          serialNumber: transfer.serialNumber ?? '',
          payerInstitutionName: transfer.payer?.institutionName ?? '',
          payerAccountNumber: transfer.payer?.accountNumber ?? '',
          payerAccountName: transfer.payer?.accountName ?? '',
        },
      ],
    });
    transfer.stopOrder = order.id;
    const bank = world.institutions.find((each) => each.id === order.bank);
    whole.stopOrders = [
      ...links,
      {
        ...linkOf(order),
        reach:
          bank === undefined
            ? {state: 'REACH_UNROUTED'}
            : {
                state: world.isAttended(order.bank, 'LIAISON_DESK') ? 'REACH_ATTENDED' : 'REACH_NOBODY_THERE',
                bank: order.bank,
                bankName: bank.name ?? '',
                ringPhone: bank.desks?.find((each) => each.desk === 'LIAISON_DESK')?.phone ?? '',
              },
      },
    ];
  }
}

/** 紧急止付 from the draft: the case is opened, what can be stopped is. */
export function stopFrom(world: World, draft: Draft): Case {
  if (payments(world, draft).length === 0) {
    throw new Refusal(
      400,
      'DRAFT_TRANSFER_UNKNOWN',
      '尚无一笔账号、金额、时间齐全的转账，不能发出止付。',
      'No transfer has account, amount and time yet, so no stop can go out.',
    );
  }
  const known = world.caseOf(draft.case);
  const whole = known ?? open(world, reportOf(world, draft), draft.id);
  whole.report = {...whole.report, ...reportOf(world, draft)};
  draft.state = 'CASE_OPENED';
  draft.case = whole.id;
  stop(world, whole);
  return whole;
}

/** The report is complete: what stands in the draft is the case's. */
export function fileFrom(world: World, draft: Draft): Case {
  const whole = world.caseOf(draft.case) ?? open(world, reportOf(world, draft), draft.id);
  whole.report = reportOf(world, draft);
  draft.state = 'DRAFT_FILED';
  draft.case = whole.id;
  return whole;
}

export function history(world: World, whole: Case, kind: string, institution = PLACES.station.id): void {
  whole.etag = String(Number(whole.etag ?? '0') + 1);
  whole.timeline = [...(whole.timeline ?? []), {time: world.clock.iso(), kind, institution}];
}

function mustBe(whole: Case, ...allowed: readonly Case['state'][]): void {
  if (allowed.includes(whole.state)) return;
  throw wrongState('CASE_WRONG_STATE', '案件', 'The case');
}

export function review(world: World, whole: Case): void {
  mustBe(whole, 'RECEIVED');
  whole.state = 'REVIEW';
  history(world, whole, 'CASE_REVIEWED');
}

/** The county head's word (程序规定 178). */
export function decide(world: World, whole: Case, filed: boolean, reason: string, approver: string): void {
  if (filed) mustBe(whole, 'REVIEW', 'NOT_FILED');
  else mustBe(whole, 'REVIEW');
  if (whole.applicant !== undefined && whole.applicant === approver) {
    throw new Refusal(403, 'CASE_OWN_APPLICATION', '本人呈请的案件由其他负责人审批。', 'Another head decides what one has applied for oneself.');
  }
  if (reason.trim() === '') throw new Refusal(400, 'VALIDATION_FAILED', '请写明理由。', 'Give the reason.');
  if (whole.decision) whole.earlierDecisions = [...(whole.earlierDecisions ?? []), whole.decision];
  whole.state = filed ? 'FILED' : 'NOT_FILED';
  whole.decision = {approver, decideTime: world.clock.iso(), reason};
  whole.clocks = (whole.clocks ?? []).map((clock) => ({...clock, state: 'CLOCK_MET', metTime: world.clock.iso()}));
  history(world, whole, filed ? 'CASE_ACCEPTED' : 'CASE_DECLINED', PLACES.county.id);
}

export function caseSummary(whole: Case): Schema<'casefile.v1.CaseSummary'> {
  return {
    id: whole.id,
    receiptNumber: whole.receiptNumber,
    state: whole.state ?? 'RECEIVED',
    fraudType: whole.report?.fraudType ?? 'FRAUD_TYPE_UNSPECIFIED',
    station: whole.station ?? '',
    totalLossFen: whole.report?.totalLossFen ?? '0',
    stopOrderCount: whole.stopOrders?.length ?? 0,
    ...(whole.createTime ? {createTime: whole.createTime} : {}),
  };
}

/** Where the case's money is, account by account. */
export function trail(world: World, caseId: string): Schema<'freezing.v1.MoneyTrail'> {
  const orders = [...world.orders.values()].filter((each) => each.caseId === caseId && !each.correctedByStopOrder);
  const add = (values: readonly (string | undefined)[]) => values.reduce((sum, each) => sum + fenOf(each), 0n);
  const accounts = orders.map((order) => {
    const of = (kind: string) => add(order.outflows.filter((each) => each.kind === kind).map((each) => each.amountFen));
    const received = fenOf(order.amountFen);
    const held = order.state === 'STOPPED' ? fenOf(order.answer?.heldFen) : 0n;
    const [cash, purchase, moved] = [of('CASH'), of('PURCHASE'), of('TO_ACCOUNT')];
    const own = held < received ? held : received;
    return {order, received, held: own, cash, purchase, moved, open: received - own - cash - purchase - moved};
  });
  const first = accounts.filter((each) => each.order.layer === 1);
  const total = (name: 'held' | 'cash' | 'purchase') => accounts.reduce((sum, each) => sum + each[name], 0n);
  const received = first.reduce((sum, each) => sum + each.received, 0n);
  return {
    caseId,
    accounts: accounts.map(({order, ...sums}) => ({
      stopOrder: order.id,
      orderNumber: order.orderNumber,
      layer: order.layer,
      state: order.state,
      bank: order.bank,
      maskedAccount: order.maskedAccount,
      issueTime: order.createTime ?? world.clock.iso(),
      sums: {
        receivedFen: sums.received.toString(),
        heldFen: sums.held.toString(),
        cashFen: sums.cash.toString(),
        purchaseFen: sums.purchase.toString(),
        movedFen: sums.moved.toString(),
        unexplainedFen: sums.open.toString(),
      },
    })),
    edges: orders.flatMap((order) =>
      order.outflows.map((each) => ({
        fromStopOrder: order.id,
        outflow: each.number ?? 0,
        kind: each.kind ?? 'TO_ACCOUNT',
        next: each.next ?? 'ENDS_HERE',
        toStopOrder: each.stopOrder ?? '',
        amountFen: each.amountFen ?? '0',
        outflowTime: each.outflowTime ?? world.clock.iso(),
      })),
    ),
    sums: {
      receivedFen: received.toString(),
      heldFen: total('held').toString(),
      cashFen: total('cash').toString(),
      purchaseFen: total('purchase').toString(),
      movedFen: '0',
      unexplainedFen: (received - total('held') - total('cash') - total('purchase')).toString(),
    },
  };
}

/** Something that was handed in with the report. */
export function addEvidence(world: World, whole: Case, fileName: string, lines: readonly string[]): void {
  const number = (whole.evidence?.length ?? 0) + 1;
  world.files.set(`cases/${whole.id}/${number}`, () => picture(lines));
  const laid = {
    number,
    fileName,
    contentType: 'image/png',
    sizeBytes: '48000',
    sha256: madeHash(`${whole.id} ${fileName}`),
    uploadTime: world.clock.iso(),
  };
  whole.evidence = [...(whole.evidence ?? []), laid];
  history(world, whole, 'EVIDENCE_ADDED');
}
