import i18n from 'i18next';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {LANGUAGES} from '@/shared/language';
import '@/testing/stage';
import {Play} from '../Play';
import {WorldNetwork} from '../world/network';
import {type Taught, TAUGHT} from '../world/places';
import {LESSONS} from '.';

/** Somebody who plays a lesson as his pages would: by calls, by where he goes, by letting time pass. */
class Trainee {
  private now = Date.parse('2026-11-22T04:00:00Z');
  readonly play: Play;
  private readonly network: WorldNetwork;

  constructor(role: Taught) {
    this.play = new Play(LESSONS[role], () => this.now);
    this.network = new WorldNetwork(this.play.world, () => Promise.resolve());
    this.play.world.changed();
  }

  get world() {
    return this.play.world;
  }

  async get<Answer>(path: string): Promise<Answer> {
    const response = await this.network.fetch(new URL(path, 'https://example.invalid'));
    expect(response.status, path).toBe(200);
    return (await response.json()) as Answer;
  }

  /** @returns the answer, or the reason of the refusal */
  async post<Answer>(path: string, body: object = {}): Promise<Answer | string> {
    const request = new Request(new URL(path, 'https://example.invalid'), {method: 'POST', body: JSON.stringify(body)});
    const response = await this.network.fetch(request);
    const answer: unknown = await response.json();
    return response.ok ? (answer as Answer) : (answer as {reason: string}).reason;
  }

  upload(path: string, type = 'image/png'): Promise<Response> {
    const headers = {'Content-Disposition': "attachment; filename*=UTF-8''x.png"};
    return this.network.send(new URL(path, 'https://example.invalid'), headers, new Blob(['x'], {type}), () => undefined);
  }

  readonly goes = (address: string, tab = ''): void => this.play.goes(address, tab);

  /** Whatever the script does meanwhile, no step is ticked. */
  waits(seconds: number): void {
    const before = this.at();
    for (let at = 0; at < seconds; at++) {
      this.now += 1_000;
      this.world.tick();
    }
    expect(this.at()).toBe(before);
  }

  /** Looks at what has come about without him at this step, and goes on. */
  sees(step: string): void {
    expect([this.at(), this.play.read().there]).toEqual([step, true]);
    this.play.goOn();
  }

  onDuty(desk: string) {
    return this.post('/v1/attendance:report', {desk, state: 'PAGE_VISIBLE', soundTested: true});
  }

  /** The step to do now. */
  at(): string {
    return this.play.step()?.key ?? 'end';
  }

  order(at = -1) {
    return [...this.world.orders.values()].at(at)!;
  }

  case(at = -1) {
    return [...this.world.cases.values()].at(at)!;
  }
}

const STORIES: Record<Taught, (one: Trainee) => Promise<void>> = {
  'station-officer': async (one) => {
    one.goes('/intake/new');
    expect(one.at()).toBe('paste');
    const [books] = [...one.world.books];
    const edit = (path: string, text: string) => ({path, text, seenVersion: '0'});
    const draft = (await one.post<{id: string}>('/v1/drafts', {
      edits: [
        edit('transfers[a].payee.accountNumber', books![0]),
        edit('transfers[a].payee.accountName', `${one.world.names.zhangSan} Bo`),
        edit('transfers[a].amount', '50000'),
        edit('transfers[a].transferTime', '2026-11-22 11:42'),
      ],
    })) as {id: string};
    expect(one.at()).toBe('victim');
    const told = [edit('victim.name', 'A'), edit('fraudType', 'FALSE_AUTHORITY')];
    await one.post(`/v1/drafts/${draft.id}:save`, {edits: told});
    await one.post(`/v1/drafts/${draft.id}:stop`);
    expect(one.at()).toBe('ring');
    one.waits(20);
    expect(one.order().state).toBe('SENT');
    one.world.ring('000-9985011');
    one.goes(`/cases/${one.case().id}`);
    one.waits(20);
    // The name was misheard: the bank may not stop, and the mended order is stopped.
    expect(one.order()).toMatchObject({state: 'MISMATCHED', answer: {mismatchedField: 'name'}});
    await one.post(`/v1/stopOrders/${one.order().id}:correct`, {payee: {accountName: one.world.names.zhangSan}, transfers: []});
    one.waits(30);
    one.sees('answered');
    expect(one.at()).toBe('layer');
    one.goes(`/cases/${one.case().id}`, 'trail');
    expect(one.at()).toBe('papers');
    const first = [...one.world.orders.values()].find((each) => each.layer === 1 && each.state === 'STOPPED')!;
    expect(await one.post(`/v1/stopOrders/${first.id}:deliverPaper`)).toBe('PAPER_INCOMPLETE');
    expect((await one.upload(`/v1/stopOrders/${first.id}/papers:upload?kind=STOP_NOTICE`, 'text/html')).status).toBe(400);
    for (const kind of ['STOP_NOTICE', 'POLICE_ID_COPY']) {
      await one.upload(`/v1/stopOrders/${first.id}/papers:upload?kind=${kind}`);
    }
    await one.post(`/v1/stopOrders/${first.id}:deliverPaper`);
    await one.post(`/v1/cases/${one.case().id}:review`);
    one.goes(`/cases/${one.case().id}/receipt`);
    expect(one.play.read().mistakes).toBe(2);
    one.waits(20);
    expect(one.case().state).toBe('FILED');
  },
  'bank-liaison': async (one) => {
    await one.onDuty('LIAISON_DESK');
    one.waits(6);
    const first = one.order();
    one.goes(`/bank/orders/${first.id}`);
    const [desk] = (await one.get<{tasks: {kind: string}[]}>('/v1/tasks?desk=LIAISON_DESK')).tasks;
    expect(desk?.kind).toBe('ANSWER_STOP');
    const answered = async (id: string, name: string, fen: string, held: string) => {
      await one.post(`/v1/stopOrders/${id}:acknowledge`);
      const {transfers = [], accountNumber} = one.world.orders.get(id)!;
      const credits = [{amountFen: fen, bookingTime: transfers[0]?.transferTime}];
      const record = {accountName: name, accountNumber, credits};
      return one.post(`/v1/stopOrders/${id}:recordStop`, {record, balanceBeforeFen: held, heldFen: held, outflows: [], reason: ''});
    };
    await answered(first.id, one.world.names.zhaoLiu, '8000000', '5500000');
    expect(one.at()).toBe('outflow');
    const books = one.world.books.get(first.accountNumber)!;
    await one.post(`/v1/stopOrders/${first.id}:recordOutflows`, {outflows: books.outflows});
    one.waits(6);
    const second = [...one.world.orders.values()].find((each) => each.accountName === one.world.names.wuJiu)!;
    expect(await answered(second.id, one.world.names.wuBa, '2000000', '0')).toBe('STOP_MISMATCH');
    await one.post(`/v1/stopOrders/${second.id}:recordMismatch`, {field: 'name'});
    one.waits(8);
    const mended = one.order();
    await answered(mended.id, one.world.names.wuBa, '2000000', '0');
    await one.post(`/v1/stopOrders/${mended.id}:recordOutflows`, {outflows: one.world.books.get(mended.accountNumber)!.outflows});
    one.waits(8);
    await one.post(`/v1/stopOrders/${mended.id}:confirmLift`);
    one.waits(2);
    expect(one.at()).toBe('wait');
    one.world.pass(one.play.step()!.pass!);
    await one.post(`/v1/stopOrders/${first.id}:recordExtension`);
    await one.post('/v1/attendance:signOff', {desk: 'LIAISON_DESK'});
  },
  'bank-security-desk': async (one) => {
    const [good, poor] = [one.order(0), one.order(1)];
    await one.onDuty('SECURITY_DESK');
    one.waits(5);
    one.goes(`/security/orders/${good.id}`);
    const look = (id: string) => fetchFile(one, `/v1/stopOrders/${id}/papers/1:download`);
    await look(good.id);
    await one.post(`/v1/stopOrders/${good.id}:countersignPaper`);
    one.waits(6);
    // Signed without a look: it comes back, and counts as a slip.
    await one.post(`/v1/stopOrders/${poor.id}:countersignPaper`);
    one.waits(1);
    expect(poor.paper.state).toBe('DELIVERED');
    await look(poor.id);
    await one.post(`/v1/stopOrders/${poor.id}:refusePaper`, {defect: 'A'});
    await one.upload(`/v1/stopOrders/${poor.id}/papers:upload?kind=HAND_OVER_PHOTO`);
    await one.post(`/v1/stopOrders/${poor.id}:bookHandOver`, {paperNumber: 'A', officerNumber: '998101'});
    await one.post(`/v1/stopOrders/${poor.id}:countersignPaper`);
    expect(one.play.read().mistakes).toBe(1);
  },
  'county-approver': async (one) => {
    const fraud = one.case();
    one.goes(`/approval/cases/${fraud.id}`);
    await fetchFile(one, `/v1/cases/${fraud.id}/evidence/1:download`);
    await one.post(`/v1/cases/${fraud.id}:accept`, {reason: 'A'});
    one.waits(5);
    const quarrel = one.case();
    one.goes(`/approval/cases/${quarrel.id}`);
    expect(one.at()).toBe('decline');
    expect(await one.post(`/v1/cases/${quarrel.id}:decline`, {reason: ''})).toBe('VALIDATION_FAILED');
    await one.post(`/v1/cases/${quarrel.id}:decline`, {reason: 'A'});
    one.waits(5);
    await one.post(`/v1/traces/${[...one.world.traces.keys()][0]}:approve`);
    one.waits(6);
    one.sees('again');
    expect(one.at()).toBe('after');
    await one.post(`/v1/cases/${quarrel.id}:accept`, {reason: 'A'});
    one.goes('/board');
  },
  'station-supervisor': async (one) => {
    one.waits(20);
    one.sees('board');
    const {desks} = await one.get<{desks: {institution: string; state: string}[]}>('/v1/attendance');
    expect(desks.some((each) => each.state === 'NOBODY_THERE')).toBe(true);
    await one.get(`/v1/institutions/${one.order().bank}/roster`);
    one.world.ring('000-9985021');
    one.waits(25);
    one.sees('taken');
    expect(one.at()).toBe('pass');
    one.world.pass(one.play.step()!.pass!);
    const late = one.order();
    expect((await one.get<{clocks: {missed: boolean}[]}>('/v1/clocks')).clocks.some((each) => each.missed)).toBe(true);
    one.goes(`/cases/${late.caseId}`);
    one.world.ring('000-9985031');
    one.waits(20);
    one.sees('stopped');
    one.goes('/board');
  },
  'carrier-staff': async (one) => {
    await one.onDuty('TRACE_DESK');
    one.waits(6);
    const [trace] = [...one.world.traces.values()];
    const at = `/v1/traces/${trace!.id}/hops/2`;
    one.goes(`/carrier/traces/${trace!.id}/hops/2`);
    await one.post(`${at}:acknowledge`, {clockOffsetSeconds: 40});
    await one.post(`${at}:recordPreservation`, {preservation: {reference: 'A'}});
    const near = trace!.hops![0]!.answers![0]!.record!.incoming!;
    const answer = (cic: number) => ({
      answer: {
        code: 'UPSTREAM',
        record: {
          startTime: new Date(Date.parse(trace!.startTime!) + 42_000).toISOString(),
          clockOffsetSeconds: 40,
          incoming: {trunkGroup: one.world.names.trunkFar, cic: 77},
          outgoing: {cic, opc: {text: near.opc!.text, bits: 24}, dpc: {text: near.dpc!.text, bits: 24}},
        },
        upstream: {institution: one.world.institutions.find((each) => each.name === one.world.names.carrierTwo)!.id},
      },
    });
    expect(await one.post(`${at}:answer`, answer(30))).toBe('TRACE_ROUTE_DIFFERS');
    await one.post(`${at}:answer`, answer(31));
    one.waits(10);
    one.sees('disputed');
    expect(one.at()).toBe('mend');
    await one.post(`${at}:answer`, answer(31));
    one.waits(10);
    one.sees('landed');
    await one.post('/v1/attendance:signOff', {desk: 'TRACE_DESK'});
  },
  auditor: async (one) => {
    const log = '/v1/auditLogs/case-service/auditEntries';
    const found = await one.post<{cases: {id: string}[]}>('/v1/cases:search', {receiptNumber: one.case(0).receiptNumber});
    const subject = `cases/${(found as {cases: {id: string}[]}).cases[0]!.id}`;
    type Entries = {auditEntries: {actor: {officer: string}}[]};
    await one.get(`${log}?subject=${subject}`);
    const read = await one.get<Entries>(`${log}?subject=${subject}&outcome=READ`);
    const officer = read.auditEntries[0]!.actor.officer;
    await one.get(`${log}?officer=${officer}`);
    await one.get(`${log}?officer=${officer}&outcome=REFUSED`);
    await one.get(`/v1/auditLogs/freeze-service/auditEntries?subject=stopOrders/${one.order().id}`);
    await one.get(`${log}?fromTime=2026-11-01T00:00:00Z`);
    const own = one.world.officers.find((each) => each.officerNumber === '998007')!.id;
    const mine = await one.get<Entries>(`${log}?officer=${own}`);
    expect(mine.auditEntries.length).toBeGreaterThan(3);
  },
  administrator: async (one) => {
    const station = {name: 'A', code: '998001000001', kind: 'POLICE'};
    expect(await one.post('/v1/institutions', {institution: station})).toBe('INSTITUTION_CODE_TAKEN');
    await one.post('/v1/institutions', {institution: {...station, code: '998001000002'}});
    const bank = one.world.institutions.find((each) => each.name === one.world.names.bankTwo)!;
    const url = new URL(`/v1/institutions/${bank.id}`, 'https://example.invalid');
    const body = JSON.stringify({desks: {desks: [{desk: 'LIAISON_DESK', phone: '000-9985099'}]}});
    await new WorldNetwork(one.world, () => Promise.resolve()).fetch(new Request(url, {method: 'PATCH', body}));
    const officer = {username: 'yl.new', name: 'B', institution: bank.id};
    await one.post('/v1/officers', {officer});
    expect(await one.post('/v1/officers', {officer})).toBe('USERNAME_TAKEN');
    const leaves = one.world.officers.find((each) => each.name === one.world.names.engineerGao)!;
    await one.post(`/v1/officers/${leaves.id}:disable`, {reason: 'A'});
    one.goes('/directory/errors');
    one.goes('/directory/routes');
    const routes = one.world.routes.map((each) => (each.prefix === '990009' ? {...each, institution: bank.id} : each));
    expect(await one.post('/v1/routes:import', {routes, validateOnly: true})).toMatchObject({added: 1, removed: 1});
    expect(one.at()).toBe('replace');
    await one.post('/v1/routes:import', {routes});
  },
};

const CHINESE = /\p{Script=Han}/u;
/** Signs as Chinese is set. */
const CHINESE_SIGNS = /[\u3000-\u303f\uff00-\uffef\u2018-\u201d]/;

/** All that the pages are told by this world, but for what the trainee has typed. */
function toldBy({world}: Trainee): string {
  const told = [world.cases, world.orders, world.traces].map((each) => [...each.values()]);
  return JSON.stringify([...told, world.institutions, world.officers, world.routes, world.alarms, world.log, world.openTasks()]);
}

async function fetchFile(one: Trainee, path: string): Promise<void> {
  const response = await new WorldNetwork(one.world, () => Promise.resolve()).fetch(new URL(path, 'https://example.invalid'));
  expect(response.headers.get('Content-Type')).toBe('image/png');
}

describe('a lesson', () => {
  beforeEach(() => {
    const never = vi.fn(() => Promise.reject(new Error('something went out')));
    vi.stubGlobal('fetch', never);
    vi.stubGlobal('XMLHttpRequest', never);
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    beforeEach(() => i18n.changeLanguage(language));
    afterEach(() => i18n.changeLanguage('zh-CN'));

    it.each(TAUGHT)('can be played to its end, and nothing leaves the page: %s', async (role) => {
      const one = new Trainee(role);
      await STORIES[role](one);
      one.waits(1);
      expect(one.at()).toBe('end');
      expect(one.play.read().minutes).not.toBeNull();
      expect(globalThis.fetch).not.toHaveBeenCalled();
      expect(globalThis.XMLHttpRequest).not.toHaveBeenCalled();
      if (language === 'en') expect(toldBy(one)).not.toMatch(CHINESE);
    });

    it.each(TAUGHT)('says of each step what, why and how, and names only keys that are there: %s', async (role) => {
      const one = new Trainee(role);
      await STORIES[role](one);
      const {names} = one.world;
      for (const {key, material} of LESSONS[role].steps) {
        const texts = ['title', 'do', 'why', 'hint'].map((part) => i18n.t(`training:lesson.${role}.${key}.${part}`, names));
        for (const each of material?.(one.world) ?? []) {
          texts.push(each.label);
          if ('file' in each) texts.push(each.file.name, ...each.file.lines);
          // The bank's message is what banks send; the step says in English what it means.
          else if (key !== 'paste') texts.push(each.text);
        }
        for (const text of texts) {
          expect(text, key).not.toMatch(/^(lesson|material|drawn|file|tale)\.|\$t\(|\{\{/);
          // A key that is not there is shown by its name.
          expect(text, key).not.toMatch(/[a-z]+\.[a-zA-Z.]+[”"]/);
          if (language === 'en') expect(text.replace(/\([^()]*\)/g, ''), key).not.toMatch(CHINESE);
          if (language === 'en') expect(text, key).not.toMatch(CHINESE_SIGNS);
        }
      }
    });
  });

  it.each(TAUGHT)('goes on by nothing but what the trainee does: %s', (role) => {
    const one = new Trainee(role);
    const first = one.at();
    one.waits(600);
    expect(one.at()).toBe(first);
  });

  it('does not tick at once what was done before it was asked for', async () => {
    const one = new Trainee('county-approver');
    const fraud = one.case();
    await fetchFile(one, `/v1/cases/${fraud.id}/evidence/1:download`);
    one.goes(`/approval/cases/${fraud.id}`);
    expect(one.at()).toBe('evidence');
    await fetchFile(one, `/v1/cases/${fraud.id}/evidence/1:download`);
    expect(one.at()).toBe('file');
  });

  it('lets the trainee go on himself where he has done already what cannot be done twice', async () => {
    const one = new Trainee('station-officer');
    one.goes('/intake/new');
    const edit = (path: string, text: string) => ({path, text, seenVersion: '0'});
    const told = [edit('victim.name', 'A'), edit('fraudType', 'FALSE_AUTHORITY')];
    const draft = (await one.post<{id: string}>('/v1/drafts', {edits: told})) as {id: string};
    expect(one.at()).toBe('paste');
    const [books] = [...one.world.books];
    const paid = [
      edit('transfers[a].payee.accountNumber', books![0]),
      edit('transfers[a].amount', '50000'),
      edit('transfers[a].transferTime', '2026-11-22 11:42'),
    ];
    await one.post(`/v1/drafts/${draft.id}:save`, {edits: paid});
    one.sees('victim');
    expect(one.at()).toBe('stop');
  });
});
