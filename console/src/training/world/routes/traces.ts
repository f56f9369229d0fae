import {PLACES} from '../places';
import {unknown} from '../refusal';
import {type Route, on} from '../route';
import {answerHop, approve, declineTrace, dispute, hopMustBe, hopOf, meetHopClock} from '../traces';
import type {Trace, World} from '../World';

/** Calls followed back, hop by hop. */
export function traceRoutes(world: World): Route[] {
  const traceAt = (id: string | undefined): Trace => {
    const trace = world.traces.get(id ?? '');
    if (!trace) throw unknown();
    return trace;
  };
  const hopAt = (trace: Trace, number: string | undefined) => {
    const hop = hopOf(trace, number);
    if (!hop) throw unknown();
    return hop;
  };
  return [
    on('get', '/v1/traces', () => ({
      traces: [...world.traces.values()].map((trace) => {
        const due = trace.hops?.find((hop) => hop.carrier === world.institution && (hop.clocks ?? []).length > 0)?.dueTime;
        return {
          id: trace.id,
          state: trace.state ?? 'TRACING',
          caseId: trace.caseId ?? '',
          contact: trace.contact ?? 1,
          hopCount: trace.hops?.length ?? 0,
          carrier: trace.hops?.at(-1)?.carrier ?? '',
          createTime: trace.createTime ?? world.clock.iso(),
          ...(due ? {dueTime: due} : {}),
        };
      }),
    })),
    on('get', '/v1/traces/{id}', ({at}) => traceAt(at.id)),
    on('post', '/v1/traces/{id}:approve', ({at}) => {
      const trace = traceAt(at.id);
      approve(world, trace, PLACES.carrierTwo.id);
      return trace;
    }),
    on('post', '/v1/traces/{id}:decline', ({at, body}) => {
      const trace = traceAt(at.id);
      declineTrace(world, trace, body.reason ?? '');
      return trace;
    }),
    on('post', '/v1/traces/{id}/hops/{hop}:acknowledge', ({at, body}) => {
      const trace = traceAt(at.id);
      const hop = hopAt(trace, at.hop);
      hopMustBe(hop, 'HOP_SENT');
      hop.state = 'HOP_ACKNOWLEDGED';
      hop.acknowledgeTime = world.clock.iso();
      shiftWindow(trace, hop, body.clockOffsetSeconds ?? 0);
      meetHopClock(hop, 'trace-acknowledge');
      return trace;
    }),
    on('post', '/v1/traces/{id}/hops/{hop}:recordPreservation', ({at, body}) => {
      const trace = traceAt(at.id);
      const hop = hopAt(trace, at.hop);
      hopMustBe(hop, 'HOP_ACKNOWLEDGED', 'HOP_DISPUTED');
      hop.preservation = {
        preserveTime: body.preservation?.preserveTime ?? world.clock.iso(),
        reference: body.preservation?.reference ?? '',
        ...(body.preservation?.retentionEndTime ? {retentionEndTime: body.preservation.retentionEndTime} : {}),
      };
      meetHopClock(hop, 'trace-preserve');
      return trace;
    }),
    on('post', '/v1/traces/{id}/hops/{hop}:answer', ({at, body}) => {
      const trace = traceAt(at.id);
      answerHop(world, trace, hopAt(trace, at.hop), body.answer ?? {});
      return trace;
    }),
    on('post', '/v1/traces/{id}/hops/{hop}:dispute', ({at, body}) => {
      const trace = traceAt(at.id);
      dispute(world, trace, hopAt(trace, at.hop), world.institution, body.reason ?? '');
      return trace;
    }),
  ];
}

/** Where the exchange's clock is ahead, its records are to be looked for as much later. */
function shiftWindow(trace: Trace, hop: NonNullable<Trace['hops']>[number], seconds: number): void {
  const at = Date.parse(trace.startTime ?? '') + seconds * 1000;
  const slack = (trace.startToleranceSeconds ?? 0) * 1000;
  hop.searchKeys = {
    ...hop.searchKeys,
    windowStartTime: new Date(at - slack).toISOString(),
    windowEndTime: new Date(at + slack).toISOString(),
  };
}
