import {begin, save, summaryOf} from '../drafts';
import {caseSummary, decide, fileFrom, review, stopFrom, trail} from '../cases';
import {officerId} from '../places';
import {Refusal, unknown} from '../refusal';
import {type Route, on, onFile} from '../route';
import type {World} from '../World';

const NEWEST_FIRST = (one: {createTime?: string}, other: {createTime?: string}) =>
  (other.createTime ?? '').localeCompare(one.createTime ?? '');

/** Reports as they are typed, and what becomes of them. */
export function caseRoutes(world: World): Route[] {
  const draftAt = (id: string | undefined) => world.drafts.get(id ?? '') ?? raise();
  const caseAt = (id: string | undefined) => world.cases.get(id ?? '') ?? raise();
  return [
    on('get', '/v1/drafts', () => ({
      drafts: [...world.drafts.values()].map((each) => summaryOf(world, each)).sort(NEWEST_FIRST),
    })),
    on('post', '/v1/drafts', ({body}) => {
      const draft = begin(world);
      save(world, draft, body.edits ?? []);
      return draft;
    }),
    on('get', '/v1/drafts/{id}', ({at}) => draftAt(at.id)),
    on('post', '/v1/drafts/{id}:save', ({at, body}) => {
      const draft = draftAt(at.id);
      save(world, draft, body.edits ?? []);
      return draft;
    }),
    on('post', '/v1/drafts/{id}:stop', ({at}) => stopFrom(world, draftAt(at.id))),
    on('post', '/v1/drafts/{id}:file', ({at}) => fileFrom(world, draftAt(at.id))),
    on('get', '/v1/cases', ({query}) => {
      const state = query.get('state') ?? '';
      const all = [...world.cases.values()].filter((each) => state === '' || each.state === state);
      return {cases: all.map(caseSummary).sort(NEWEST_FIRST)};
    }),
    on('post', '/v1/cases:search', ({body}) => {
      const found = [...world.cases.values()].filter((each) => {
        const orders = [...world.orders.values()].filter((order) => order.caseId === each.id);
        return (
          (body.receiptNumber && each.receiptNumber === body.receiptNumber) ||
          (body.accountNumber && orders.some((order) => order.accountNumber === body.accountNumber)) ||
          (body.phone && each.report?.victim?.phone?.endsWith(body.phone)) ||
          (body.idNumber && each.report?.victim?.idNumber === body.idNumber)
        );
      });
      return {cases: found.map(caseSummary)};
    }),
    on('get', '/v1/cases/{id}', ({at}) => caseAt(at.id)),
    on('post', '/v1/cases/{id}:review', ({at}) => {
      const whole = caseAt(at.id);
      review(world, whole);
      return whole;
    }),
    on('post', '/v1/cases/{id}:accept', ({at, body}) => {
      const whole = caseAt(at.id);
      decide(world, whole, true, body.reason ?? '', officerId(world.role));
      return whole;
    }),
    on('post', '/v1/cases/{id}:decline', ({at, body}) => {
      const whole = caseAt(at.id);
      decide(world, whole, false, body.reason ?? '', officerId(world.role));
      return whole;
    }),
    onFile('/v1/cases/{id}/evidence/{number}:download', ({at}) => {
      const file = world.files.get(`cases/${at.id}/${at.number}`);
      if (!file) throw new Refusal(404, 'FILE_UNKNOWN', '没有这个文件。', 'There is no such file.');
      return file();
    }),
    on('get', '/v1/moneyTrails/{caseId}', ({at}) => trail(world, at.caseId ?? '')),
  ];
}

function raise(): never {
  throw unknown();
}
