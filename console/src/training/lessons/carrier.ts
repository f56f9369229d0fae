import {dateTime} from '@/shared/time';
import {say} from '../names';
import {card} from '../world/ids';
import {PLACES} from '../world/places';
import {answerHop, approve, dispute, hopOf, requestTrace} from '../world/traces';
import type {Trace, World} from '../world/World';
import type {Lesson, Material} from './lesson';
import {report, script} from './reports';

const MINUTE = 60_000;
const SECOND_MS = 1_000;
const OFFSET_SECONDS = 40;
/** The leg between the first two exchanges, and the one before it. */
const NEAR = {cic: 31, opc: {text: '10-20-31', bits: 24}, dpc: {text: '10-20-30', bits: 24}};
const FAR = {opc: {text: '2-100-3', bits: 14}, dpc: {text: '2-101-1', bits: 14}};

function trace(world: World): Trace | undefined {
  return [...world.traces.values()][0];
}

/** The trainee's own hop. */
function own(world: World) {
  const found = trace(world);
  return found ? hopOf(found, '2') : undefined;
}

/** What the exchange's own record says; `cic` is what was read from it. */
function record(world: World, cic: number): Material {
  const start = Date.parse(trace(world)?.startTime ?? '') + (OFFSET_SECONDS + 2) * 1000;
  return {
    label: say('material.record', world.names),
    text: say('material.recordText', {
      ...world.names,
      start: dateTime(start),
      offset: OFFSET_SECONDS,
      cic,
      farOpc: FAR.opc.text,
      farDpc: FAR.dpc.text,
      nearCic: NEAR.cic,
      nearOpc: NEAR.opc.text,
      nearDpc: NEAR.dpc.text,
    }),
  };
}

function begin(world: World): void {
  const paid = world.clock.iso(-3 * 60 * MINUTE);
  world.attend(PLACES.bankOne.id, 'LIAISON_DESK', true);
  const whole = report(world, {account: card('990001', 95), accountName: world.names.heBa, fen: 5_000_000n, paid, serialNumber: 'YL80260001'});
  const asked = () => {
    const made = requestTrace(world, whole, say('tale.tracePaper', {number: 2}), 'yl-requester');
    approve(world, made, PLACES.carrierTwo.id);
    // The victim's own exchange has answered already: the call came in from the trainee's.
    const first = hopOf(made, '1')!;
    first.state = 'HOP_ACKNOWLEDGED';
    answerHop(world, made, first, {
      code: 'UPSTREAM',
      role: 'VICTIM_EXCHANGE',
      province: '52',
      exchange: world.names.exchangeVictim,
      record: {
        startTime: made.startTime ?? world.clock.iso(),
        durationSeconds: 600,
        clockOffsetSeconds: 0,
        calledNumber: made.calledNumber ?? '',
        callingNumberReceived: '00110',
        incoming: {...NEAR, trunkGroup: world.names.trunkNear},
      },
      upstream: {institution: PLACES.carrierOne.id, exchange: world.names.exchangeGateway},
    });
  };
  script(world, () => {
    const hop = own(world);
    const found = trace(world);
    const answers = hop?.answers?.length ?? 0;
    return [
      ['asked', world.isAttended(world.institution, 'TRACE_DESK'), 4 * SECOND_MS, asked],
      ['disputed', hop?.state === 'HOP_ANSWERED' && answers === 1, 8 * SECOND_MS, () => {
        if (found && hop) dispute(world, found, hop, PLACES.carrierTwo.id, say('tale.dispute'));
      }],
      ['landed', hop?.state === 'HOP_ANSWERED' && answers > 1, 8 * SECOND_MS, () => {
        const last = found?.hops?.at(-1);
        if (!found || !last) return;
        last.state = 'HOP_ACKNOWLEDGED';
        answerHop(world, found, last, {code: 'FOREIGN_GATEWAY', role: 'INTERNATIONAL_GATEWAY', province: '31', exchange: world.names.exchangeInternational});
      }],
    ];
  });
}

export const carrier: Lesson = {
  role: 'carrier-staff',
  start: '/carrier',
  begin,
  texts: ['carrier', 'shared'],
  steps: [
    {key: 'shift', done: (world) => world.isAttended(world.institution, 'TRACE_DESK')},
    {key: 'open', done: (world, {address}) => address === `/carrier/traces/${trace(world)?.id}/hops/2`},
    {key: 'take', done: (world) => !['HOP_SENT', undefined].includes(own(world)?.state)},
    {key: 'preserve', done: (world) => own(world)?.preservation !== undefined},
    {
      key: 'answer',
      material: (world) => [record(world, 78)],
      done: (world) => (own(world)?.answers ?? []).some((each) => each.code === 'UPSTREAM'),
    },
    {key: 'disputed', done: (world) => own(world)?.state === 'HOP_DISPUTED' || (own(world)?.answers?.length ?? 0) > 1},
    {
      key: 'mend',
      material: (world) => [record(world, 77)],
      done: (world) => own(world)?.state === 'HOP_ANSWERED' && (own(world)?.answers?.length ?? 0) > 1,
    },
    {key: 'landed', done: (world) => trace(world)?.state === 'LANDED'},
    {key: 'leave', done: (world) => world.didNow('POST /v1/attendance:signOff')},
  ],
};
