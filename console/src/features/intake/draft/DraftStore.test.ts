import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {takeTokensFrom} from '@/api/token';
import {DraftStore} from './DraftStore';
import type {KeptEdit, Keeper} from './keeper';

/** Keeps in memory what a real one seals. */
class MemoryKeeper implements Keeper {
  kept: readonly KeptEdit[] = [];
  keep(_draft: string, edits: readonly KeptEdit[]): Promise<void> {
    this.kept = edits;
    return Promise.resolve();
  }
  recall(): Promise<readonly KeptEdit[]> {
    return Promise.resolve(this.kept);
  }
  forget(): Promise<void> {
    this.kept = [];
    return Promise.resolve();
  }
}

interface Sent {
  path: string;
  body: {edits: {path: string; text: string; seenVersion: string}[]; requestId: string};
}

/** Answers like the service: what is saved is there, one version on. `away` is a dead network. */
class Server {
  away = false;
  readonly sent: Sent[] = [];
  readonly fields = new Map<string, {version: number; texts: {text: string; author: string}[]}>();

  readonly fetch = async (request: Request): Promise<Response> => {
    if (this.away) throw new TypeError('network');
    if (request.method === 'POST') {
      const body = (await request.json()) as Sent['body'];
      this.sent.push({path: new URL(request.url).pathname, body});
      for (const edit of body.edits) {
        const old = this.fields.get(edit.path);
        this.fields.set(edit.path, {version: (old?.version ?? 0) + 1, texts: [{text: edit.text, author: 'me'}]});
      }
    }
    const fields = [...this.fields].map(([path, {version, texts}]) => ({path, version: String(version), texts}));
    return new Response(JSON.stringify({id: 'd'.repeat(26), state: 'OPEN', fields}), {
      headers: {'Content-Type': 'application/json'},
    });
  };
}

let server: Server;
let keeper: MemoryKeeper;

beforeEach(() => {
  server = new Server();
  keeper = new MemoryKeeper();
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
  vi.stubGlobal('fetch', server.fetch);
  takeTokensFrom({token: () => Promise.resolve('token'), refused: () => undefined});
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('DraftStore', () => {
  it('begins a draft with the first text, then saves fields with the version that was seen', async () => {
    const store = new DraftStore('', keeper);
    store.type('victim.name', '测');
    store.type('victim.name', '测试甲');
    await store.flush();
    store.type('victim.name', '测试乙');
    await store.flush();
    expect(server.sent.map((each) => each.path)).toEqual(['/v1/drafts', `/v1/drafts/${'d'.repeat(26)}:save`]);
    expect(server.sent[1]?.body.edits).toEqual([{path: 'victim.name', text: '测试乙', seenVersion: '1'}]);
    expect(store.read()).toMatchObject({line: 'saved', id: 'd'.repeat(26)});
  });

  it('keeps what cannot be sent, and sends the same again under the same id', async () => {
    const store = new DraftStore('d'.repeat(26), keeper);
    server.away = true;
    store.type('narrative', '测试案情');
    await expect(store.flush()).rejects.toThrow('UNREACHABLE');
    expect(store.read().line).toBe('waiting');
    expect(keeper.kept).toMatchObject([{path: 'narrative', text: '测试案情'}]);
    store.type('narrative', '测试案情，续');
    server.away = false;
    await store.flush();
    expect(server.sent.map((each) => each.body.edits[0]?.text)).toEqual(['测试案情', '测试案情，续']);
    expect(server.sent[0]?.body.requestId).not.toBe(server.sent[1]?.body.requestId);
    expect(keeper.kept).toEqual([]);
    expect(store.unsent()).toBe(false);
  });

  it('takes up after a new login what this machine kept', async () => {
    keeper.kept = [{path: 'transfers[r1].amount', text: '5万', seenVersion: '0'}];
    const store = new DraftStore('d'.repeat(26), keeper);
    await store.open();
    expect(store.read().transfers).toEqual(['r1']);
    await store.flush();
    expect(server.sent[0]?.body.edits).toMatchObject([{path: 'transfers[r1].amount', text: '5万'}]);
  });

  it('shows what somebody else has typed, and never over what is being typed here', async () => {
    server.fields.set('place', {version: 3, texts: [{text: '测试路1号', author: 'other'}]});
    const store = new DraftStore('d'.repeat(26), keeper);
    await store.open();
    expect(store.cell('place').text).toBe('测试路1号');
    server.fields.set('place', {
      version: 4,
      texts: [
        {text: '测试路2号', author: 'other'},
        {text: '测试路3号', author: 'me'},
      ],
    });
    await store.refresh();
    expect(store.cell('place').rivals).toHaveLength(2);
    store.type('place', '测试路4号');
    server.fields.set('victim.name', {version: 1, texts: [{text: '测试丙', author: 'other'}]});
    await store.refresh();
    expect(store.cell('place')).toMatchObject({text: '测试路4号', dirty: true});
    expect(store.cell('victim.name').text).toBe('测试丙');
  });

  it('puts what is pasted into the row that has not been begun, and never over another', () => {
    const store = new DraftStore('d'.repeat(26), keeper);
    const first = store.addRow('transfers');
    store.fillRow('transfers', {amount: '5万'}, true);
    store.fillRow('transfers', {amount: '3万'}, true);
    const [, second] = store.read().transfers;
    expect(store.read().transfers).toHaveLength(2);
    expect(store.cell(`transfers[${first}].amount`)).toMatchObject({text: '5万', pasted: true});
    expect(store.cell(`transfers[${second}].amount`).text).toBe('3万');
  });

  it('removes a row by emptying it, and knows a pasted number from a typed one', async () => {
    const store = new DraftStore('d'.repeat(26), keeper);
    const row = store.addRow('transfers', {'payee.accountNumber': '9900010000000007'}, true);
    expect(store.cell(`transfers[${row}].payee.accountNumber`).pasted).toBe(true);
    store.type(`transfers[${row}].payee.accountNumber`, '9900010000000008');
    expect(store.cell(`transfers[${row}].payee.accountNumber`).pasted).toBe(false);
    await store.flush();
    store.dropRow('transfers', row);
    await store.flush();
    expect(store.read().transfers).toEqual([]);
    expect(server.sent.at(-1)?.body.edits).toMatchObject([{text: ''}]);
  });
});
