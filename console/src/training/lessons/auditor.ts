import {say} from '../names';
import {card} from '../world/ids';
import {PLACES, officerId} from '../world/places';
import {note} from '../world/routes/audit';
import type {Act, Case, World} from '../world/World';
import type {Lesson} from './lesson';
import {orderOn, report} from './reports';

const MINUTE = 60_000;
const ACCOUNT = card('990001', 91);
const OTHER = card('990001', 92);

const SERVICES = ['case-service', 'freeze-service', 'liaison-service'];

const OFFICER = officerId('station-officer');
const CURIOUS = officerId('station-supervisor');

function asked(world: World, fits: (at: Act['at']) => boolean): boolean {
  return SERVICES.some((each) => world.didNow(`GET /v1/auditLogs/${each}/auditEntries`, (act) => fits(act.at)));
}

function theCase(world: World): Case | undefined {
  return [...world.cases.values()][0];
}

function begin(world: World): void {
  world.attend(PLACES.bankOne.id, 'LIAISON_DESK', true);
  const paid = world.clock.iso(-26 * 60 * MINUTE);
  const whole = report(world, {account: ACCOUNT, accountName: world.names.qinLiu, fen: 7_000_000n, paid, serialNumber: 'YL70260001'});
  const other = report(world, {account: OTHER, accountName: world.names.youQi, fen: 900_000n, paid, serialNumber: 'YL70260002'});
  const order = `stopOrders/${orderOn(world, ACCOUNT)?.id}`;
  const another = `stopOrders/${orderOn(world, OTHER)?.id}`;
  const subject = `cases/${whole.id}`;
  const lines = [
    [0, 'case-service', OFFICER, 'casefile.StopFromDraft', subject, 'DONE', ''],
    [0, 'freeze-service', OFFICER, 'freezing.IssueStopOrder', order, 'DONE', ''],
    [1, 'freeze-service', officerId('bank-liaison'), 'freezing.AcknowledgeStopOrder', order, 'DONE', ''],
    [3, 'freeze-service', officerId('bank-liaison'), 'freezing.RecordStop', order, 'DONE', ''],
    [5, 'case-service', OFFICER, 'casefile.GetCase', subject, 'READ', ''],
    [40, 'freeze-service', officerId('bank-security-desk'), 'freezing.CountersignPaper', order, 'DONE', ''],
    [300, 'case-service', CURIOUS, 'casefile.GetCase', subject, 'READ', ''],
    [301, 'freeze-service', CURIOUS, 'freezing.GetStopOrder', order, 'READ', ''],
    [302, 'freeze-service', CURIOUS, 'freezing.RecordStop', order, 'REFUSED', 'ACCESS_DENIED'],
    [303, 'case-service', CURIOUS, 'casefile.GetCase', `cases/${other.id}`, 'READ', ''],
    [304, 'freeze-service', CURIOUS, 'freezing.GetStopOrder', another, 'READ', ''],
    [305, 'freeze-service', CURIOUS, 'freezing.ReleaseStopOrder', another, 'REFUSED', 'ACCESS_DENIED'],
    [500, 'case-service', officerId('county-approver'), 'casefile.AcceptCase', subject, 'DONE', ''],
  ] as const;
  for (const [after, service, who, action, about, outcome, reason] of lines) {
    note(world, service, who, action, about, outcome, reason);
    const {entry} = world.log.at(-1)!;
    entry.time = world.clock.iso((after - 25 * 60) * MINUTE);
  }
}

export const auditor: Lesson = {
  role: 'auditor',
  start: '/audit',
  begin,
  texts: ['audit'],
  steps: [
    {
      key: 'ask',
      material: (world) => [{label: say('material.receipt'), text: theCase(world)?.receiptNumber ?? ''}],
      done: (world) => asked(world, ({subject}) => subject === `cases/${theCase(world)?.id}`),
    },
    {
      key: 'read',
      done: (world) => asked(world, ({subject, outcome}) => subject === `cases/${theCase(world)?.id}` && outcome === 'READ'),
    },
    {key: 'person', done: (world) => asked(world, ({officer}) => officer === CURIOUS)},
    {key: 'refused', done: (world) => asked(world, ({officer, outcome}) => officer === CURIOUS && outcome === 'REFUSED')},
    {
      key: 'thing',
      done: (world) => asked(world, ({subject}) => subject === `stopOrders/${orderOn(world, OTHER)?.id}`),
    },
    {key: 'time', done: (world) => asked(world, ({fromTime = ''}) => fromTime !== '')},
    {key: 'self', done: (world) => asked(world, ({officer}) => officer === officerId('auditor'))},
  ],
};
