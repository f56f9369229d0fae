import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {takeTokensFrom} from '@/api/token';
import {LiveList} from './LiveList';
import {readEvents, type ServerEvent} from './sse';

interface Message {
  add: string;
}

function stream(...pieces: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
}

/** A line that stays open until it is given up. */
function open(signal: AbortSignal | null | undefined, ...pieces: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      signal?.addEventListener('abort', () => controller.error(new DOMException('given up', 'AbortError')));
    },
  });
}

function added(id: string, item: string): string {
  return `event: message\nid: ${id}\ndata: {"add":"${item}"}\n\n`;
}

function problem(status: number, reason: string): Response {
  return new Response(JSON.stringify({type: `/problems/${reason}`, status, reason}), {status});
}

describe('the reader of events', () => {
  it('puts pieces together, wherever they were cut, and takes comments as signs of life', async () => {
    const events: ServerEvent[] = [];
    let signs = 0;
    const text = new TextEncoder().encode(': alive\n\nevent: message\r\nid: 7\r\ndata: {"name":"测试"}\r\n\r\ndata: a\ndata: b\n\n');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of text) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    await readEvents(body, (event) => events.push(event), () => signs++);
    expect(events).toEqual([
      {type: 'message', id: '7', data: '{"name":"测试"}'},
      {type: 'message', id: '', data: 'a\nb'},
    ]);
    expect(signs).toBe(text.length);
  });
});

describe('a live list', () => {
  const fetched = vi.fn<typeof fetch>();
  const asked = () => fetched.mock.calls.map(([, init]) => new Headers(init?.headers).get('Last-Event-ID'));
  let listed = 0;
  let list: LiveList<string, Message>;

  beforeEach(() => {
    vi.stubGlobal('fetch', fetched);
    fetched.mockReset();
    takeTokensFrom({token: () => Promise.resolve('token'), refused: () => undefined});
    listed = 0;
    list = new LiveList<string, Message>({
      list: () => {
        listed++;
        return Promise.resolve({items: [`listed ${listed}`], watchToken: `list-${listed}`});
      },
      path: '/v1/things:watch',
      apply: (items, message) => (items.includes(message.add) ? items : [...items, message.add]),
    });
  });

  afterEach(() => {
    list.stop();
    vi.unstubAllGlobals();
  });

  it('goes on from where the list ends, and after a break from the last event', async () => {
    fetched
      .mockResolvedValueOnce(new Response(stream(added('e1', 'one'), 'id: e2\ndata: {"add":"tw')))
      .mockImplementation((_, init) => Promise.resolve(new Response(open(init?.signal, added('e2', 'two')))));
    list.subscribe(() => undefined);
    list.start();
    await vi.waitFor(() => expect(list.read().items).toEqual(['listed 1', 'one', 'two']));
    expect(asked()).toEqual(['list-1', 'e1']);
    expect(list.read().line).toBe('live');
    expect(listed).toBe(1);
  });

  it('takes the end of a token for no loss', async () => {
    fetched
      .mockResolvedValueOnce(new Response(stream(added('e1', 'one'), 'event: end\ndata: {"reason":"TOKEN_EXPIRED"}\n\n')))
      .mockImplementation((_, init) => Promise.resolve(new Response(open(init?.signal, added('e2', 'two')))));
    const lines: string[] = [];
    list.subscribe(() => lines.push(list.read().line));
    list.start();
    await vi.waitFor(() => expect(list.read().items).toContain('two'));
    expect(lines).not.toContain('lost');
  });

  it('asks for nothing until somebody wants it, and goes on when nobody does', async () => {
    fetched.mockImplementation(() => new Promise(() => undefined));
    list.start();
    await Promise.resolve();
    expect(listed).toBe(0);
    const leave = list.subscribe(() => undefined);
    await vi.waitFor(() => expect(list.read().items).toEqual(['listed 1']));
    leave();
    list.onMessage(() => undefined);
    expect(listed).toBe(1);
  });

  it('lists anew where the server has forgotten so far back', async () => {
    fetched
      .mockResolvedValueOnce(problem(400, 'RESUME_TOO_OLD'))
      .mockImplementation((_, init) => Promise.resolve(new Response(open(init?.signal, added('e9', 'nine')))));
    list.subscribe(() => undefined);
    list.start();
    await vi.waitFor(() => expect(list.read().items).toEqual(['listed 2', 'nine']));
    expect(asked()).toEqual(['list-1', 'list-2']);
  });

  it('says that the line is lost, tries again by itself, and tells its hearers', async () => {
    fetched
      .mockRejectedValueOnce(new TypeError('network'))
      .mockRejectedValueOnce(new TypeError('network'))
      .mockImplementation((_, init) => Promise.resolve(new Response(open(init?.signal, added('e1', 'one')))));
    const heard: string[] = [];
    list.onMessage((message) => heard.push(message.add));
    list.start();
    await vi.waitFor(() => expect(list.read().line).toBe('lost'), {timeout: 5_000});
    expect(list.read().lostSince).not.toBeNull();
    list.hurry();
    await vi.waitFor(() => expect(list.read().line).toBe('live'), {timeout: 5_000});
    await vi.waitFor(() => expect(heard).toEqual(['one']));
  });
});
