import {
  addOutflows,
  answerExtension,
  compare,
  linkOf,
  recordFailure,
  recordMismatch,
  recordNotOurs,
  recordStop,
  requestExtension,
} from '../answers';
import {type Order, acknowledge, confirmLift, end, issue, mustBe, reroute, shown, summary, tell, touch} from '../orders';
import {type PaperKind, addUploaded, countersign, deliver, handOver, refuse, shareFiles} from '../papers';
import {Refusal, unknown} from '../refusal';
import {type Route, on, onFile} from '../route';
import type {World} from '../World';

/** Orders, as police and banks act on them. */
export function orderRoutes(world: World): Route[] {
  const at = (id: string | undefined): Order => {
    const order = world.orders.get(id ?? '');
    if (!order) throw unknown();
    return order;
  };
  const act = (id: string | undefined, does: (order: Order) => void) => {
    const order = at(id);
    does(order);
    return shown(world, order);
  };
  return [
    on('get', '/v1/stopOrders', ({query}) => {
      const caseId = query.get('caseId') ?? '';
      const mine = [...world.orders.values()].filter(
        (each) => (caseId === '' || each.caseId === caseId) && (world.part.place !== 'bankOne' || each.bank === world.institution),
      );
      return {stopOrders: mine.map(summary).reverse()};
    }),
    on('get', '/v1/stopOrders/{id}', (asked) => shown(world, at(asked.at.id))),
    on('post', '/v1/stopOrders/{id}:match', (asked) => compare(at(asked.at.id), asked.body.record)),
    on('post', '/v1/stopOrders/{id}:acknowledge', (asked) => act(asked.at.id, (order) => acknowledge(world, order))),
    on('post', '/v1/stopOrders/{id}:recordStop', ({at: {id}, body}) =>
      act(id, (order) =>
        recordStop(world, order, {
          record: body.record,
          balanceBeforeFen: body.balanceBeforeFen ?? '0',
          heldFen: body.heldFen ?? '0',
          outflows: body.outflows ?? [],
          reason: body.reason ?? '',
          operator: body.operator,
          executeTime: body.executeTime,
        }),
      ),
    ),
    on('post', '/v1/stopOrders/{id}:recordMismatch', ({at: {id}, body}) =>
      act(id, (order) => recordMismatch(world, order, body.field ?? '', body.operator)),
    ),
    on('post', '/v1/stopOrders/{id}:recordFailure', ({at: {id}, body}) => {
      const causes = {technicalCause: body.technicalCause ?? '', businessCause: body.businessCause ?? ''};
      return act(id, (order) => recordFailure(world, order, causes, body.operator));
    }),
    on('post', '/v1/stopOrders/{id}:recordNotOurs', ({at: {id}, body}) =>
      act(id, (order) => recordNotOurs(world, order, body.operator)),
    ),
    on('post', '/v1/stopOrders/{id}:recordOutflows', ({at: {id}, body}) =>
      act(id, (order) => addOutflows(world, order, body.outflows ?? [])),
    ),
    on('post', '/v1/stopOrders/{id}:requestExtension', ({at: {id}}) => act(id, (order) => requestExtension(world, order))),
    on('post', '/v1/stopOrders/{id}:recordExtension', ({at: {id}}) => act(id, (order) => answerExtension(world, order, true))),
    on('post', '/v1/stopOrders/{id}:refuseExtension', ({at: {id}}) => act(id, (order) => answerExtension(world, order, false))),
    on('post', '/v1/stopOrders/{id}:release', ({at: {id}, body}) =>
      act(id, (order) => end(world, order, 'RELEASED', body.reason ?? '')),
    ),
    on('post', '/v1/stopOrders/{id}:confirmLift', ({at: {id}, body}) =>
      act(id, (order) => confirmLift(world, order, world.part.name, body.liftTime ?? world.clock.iso())),
    ),
    on('post', '/v1/stopOrders/{id}:recall', ({at: {id}, body}) =>
      act(id, (order) => {
        mustBe(order, 'ISSUED', 'SENT', 'ACKNOWLEDGED');
        order.state = 'RECALLED';
        order.endReason = body.reason ?? '';
        order.clocks = [];
        touch(order);
        tell(world, order, 'STOP_RECALLED');
      }),
    ),
    on('post', '/v1/stopOrders/{id}:route', ({at: {id}, body}) =>
      act(id, (order) => {
        mustBe(order, 'ISSUED', 'SENT', 'NOT_OURS');
        reroute(world, order, body.bank ?? '');
      }),
    ),
    on('post', '/v1/stopOrders/{id}:correct', ({at: {id}, body}) => {
      const wrong = at(id);
      mustBe(wrong, 'MISMATCHED');
      const order = correct(world, wrong, body.payee ?? {}, body.transfers ?? []);
      return shown(world, order);
    }),
    on('post', '/v1/stopOrders/{id}:deliverPaper', ({at: {id}, body}) =>
      act(id, (order) => {
        deliver(world, order);
        for (const other of body.otherStopOrders ?? []) shareFiles(world, order, at(other));
      }),
    ),
    on('post', '/v1/stopOrders/{id}:bookHandOver', ({at: {id}, body}) =>
      act(id, (order) => handOver(world, order, body.paperNumber ?? '', body.officerNumber ?? '')),
    ),
    on('post', '/v1/stopOrders/{id}:countersignPaper', ({at: {id}}) => act(id, (order) => countersign(world, order))),
    on('post', '/v1/stopOrders/{id}:refusePaper', ({at: {id}, body}) =>
      act(id, (order) => refuse(world, order, body.defect ?? '')),
    ),
    on('post', '/v1/stopOrders/{id}/papers:upload', ({at: {id}, query, file, fileName}) =>
      addUploaded(world, at(id), (query.get('kind') ?? 'OTHER_PAPER') as PaperKind, query.get('sha256') ?? '', fileName, file),
    ),
    onFile('/v1/stopOrders/{id}/papers/{number}:download', (asked) => {
      const file = world.files.get(`stopOrders/${asked.at.id}/${asked.at.number}`);
      if (!file) throw new Refusal(404, 'FILE_UNKNOWN', '没有这个文件。', 'There is no such file.');
      return file();
    }),
  ];
}

/** The mended order takes the wrong one's place. */
export function correct(
  world: World,
  wrong: Order,
  payee: {readonly accountNumber?: string; readonly accountName?: string},
  changes: readonly {readonly number?: number; readonly amountFen?: string; readonly transferTime?: string}[],
): Order {
  if (wrong.correctedByStopOrder) {
    throw new Refusal(400, 'STOP_CORRECTED_ALREADY', '该止付单已更正并重发。', 'The order has been corrected and sent again.');
  }
  const order = issue(world, {
    caseId: wrong.caseId,
    accountNumber: payee.accountNumber || wrong.accountNumber,
    accountName: payee.accountName || wrong.accountName,
    transfers: wrong.transfers.map((each) => ({...each, ...changes.find((change) => change.number === each.number)})),
    layer: wrong.layer,
    corrects: wrong.id,
  });
  wrong.correctedByStopOrder = order.id;
  touch(wrong);
  const whole = world.caseOf(wrong.caseId);
  if (whole) {
    whole.stopOrders = [...(whole.stopOrders ?? []), linkOf(order)];
    for (const transfer of whole.report?.transfers ?? []) {
      if (transfer.payee?.accountNumber !== wrong.accountNumber) continue;
      transfer.payee = {...transfer.payee, accountNumber: order.accountNumber, accountName: order.accountName};
    }
  }
  tell(world, order, 'STOP_CORRECTED');
  return order;
}
