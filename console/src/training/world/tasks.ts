import {type Desk, type Task, byUrgency} from '@/shared/desk/tasks';
import type {Order} from './orders';
import {PLACES} from './places';
import type {World} from './World';

type Kind = NonNullable<Task['kind']>;

interface Wanted {
  readonly kind: Kind;
  readonly institution: string;
  readonly desk: Desk;
  readonly subject: string;
  readonly caseId: string;
  readonly label: string;
  readonly amountFen: string;
  readonly openTime: string | undefined;
  readonly dueTime: string | undefined;
  readonly urgency: number;
  /** Tells two of the same kind about the same thing apart. */
  readonly round?: string;
}

/** Every desk's open work, worked out from how things stand. */
export function tasksIn(world: World, idOf: (key: string) => string): readonly Task[] {
  const all = [...ofOrders(world), ...ofCases(world), ...ofTraces(world)];
  return all
    .map(({round = '', openTime, dueTime, ...task}): Task => ({
      ...task,
      id: idOf(`${task.kind} ${task.subject} ${round}`),
      state: 'OPEN',
      ...(openTime ? {openTime} : {}),
      ...(dueTime ? {dueTime} : {}),
    }))
    .sort(byUrgency);
}

function due(order: Order, name: string): string | undefined {
  return order.clocks.find((clock) => clock.name === name && clock.state !== 'MET')?.dueTime;
}

function ofOrders(world: World): Wanted[] {
  const found: Wanted[] = [];
  for (const order of world.orders.values()) {
    const about = {
      subject: `stopOrders/${order.id}`,
      caseId: order.caseId,
      label: `${order.orderNumber} ${order.maskedAccount}`,
      amountFen: order.amountFen,
    };
    const bank = {...about, institution: order.bank, desk: 'LIAISON_DESK' as const};
    const unit = {...about, institution: order.station, desk: 'UNIT_DESK' as const};
    const {state, paper} = order;
    if (state === 'SENT' || state === 'ACKNOWLEDGED') {
      found.push({...bank, kind: 'ANSWER_STOP', openTime: order.sendTime, dueTime: due(order, 'acknowledge'), urgency: 2});
    }
    if (order.extension === 'REQUESTED') {
      found.push({...bank, kind: 'ANSWER_EXTENSION', openTime: order.extensionTime, dueTime: due(order, 'stop'), urgency: 2});
    }
    if (order.lift?.state === 'LIFT_OWED' || order.lift?.state === 'LIFT_OVERDUE') {
      found.push({...bank, kind: 'CONFIRM_LIFT', openTime: order.lift.startTime, dueTime: order.lift.dueTime, urgency: 1});
    }
    if (paper.state === 'DELIVERED') {
      found.push({
        ...bank,
        desk: 'SECURITY_DESK',
        kind: 'COUNTERSIGN_PAPER',
        openTime: paper.deliverTime,
        dueTime: due(order, 'countersign'),
        urgency: 1,
        round: paper.deliverTime ?? '',
      });
    }
    if (paper.state === 'OWED' || paper.state === 'OVERDUE' || paper.state === 'REFUSED') {
      found.push({...unit, kind: 'DELIVER_PAPER', openTime: order.answer?.answerTime, dueTime: paper.dueTime, urgency: 1});
    }
    if (state === 'MISMATCHED' && !order.correctedByStopOrder) {
      found.push({...unit, kind: 'MEND_STOP', openTime: order.answer?.answerTime, dueTime: undefined, urgency: 2});
    }
    if (state === 'NOT_OURS' || (state === 'ISSUED' && order.bank === '')) {
      found.push({...unit, kind: 'ROUTE_STOP', openTime: order.createTime, dueTime: undefined, urgency: 2});
    }
    if (state === 'SENT' && due(order, 'acknowledge') && !world.isAttended(order.bank, 'LIAISON_DESK')) {
      const openTime = order.sendTime;
      found.push({...about, institution: PLACES.county.id, desk: 'SUPERVISOR_DESK', kind: 'RING_DESK', openTime, dueTime: due(order, 'acknowledge'), urgency: 2});
    }
  }
  return found;
}

function ofCases(world: World): Wanted[] {
  const found: Wanted[] = [];
  for (const whole of world.cases.values()) {
    if (whole.state !== 'REVIEW') continue;
    const clock = whole.clocks?.find((each) => each.name === 'filing-decision');
    found.push({
      kind: 'DECIDE_FILING',
      institution: PLACES.county.id,
      desk: 'UNIT_DESK',
      subject: `cases/${whole.id}`,
      caseId: whole.id,
      label: whole.receiptNumber,
      amountFen: whole.report?.totalLossFen ?? '0',
      openTime: whole.createTime,
      dueTime: clock?.dueTime,
      urgency: 1,
    });
  }
  return found;
}

function ofTraces(world: World): Wanted[] {
  const found: Wanted[] = [];
  for (const trace of world.traces.values()) {
    const about = {caseId: trace.caseId ?? '', label: trace.paper?.number ?? '', amountFen: '0'};
    if (trace.state === 'REQUESTED') {
      found.push({
        ...about,
        kind: 'APPROVE_TRACE',
        institution: PLACES.county.id,
        desk: 'UNIT_DESK',
        subject: `traces/${trace.id}`,
        openTime: trace.createTime,
        dueTime: undefined,
        urgency: 1,
      });
    }
    for (const hop of trace.hops ?? []) {
      if (!['HOP_SENT', 'HOP_ACKNOWLEDGED', 'HOP_DISPUTED'].includes(hop.state ?? '') || trace.state === 'CLOSED') continue;
      found.push({
        ...about,
        kind: 'ANSWER_HOP',
        institution: hop.carrier ?? '',
        desk: 'TRACE_DESK',
        subject: `traces/${trace.id}/hops/${hop.number}`,
        openTime: hop.openTime,
        dueTime: hop.dueTime,
        urgency: 1,
        round: String(hop.disputes?.length ?? 0),
      });
    }
  }
  return found;
}
