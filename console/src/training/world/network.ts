import type {Network} from '@/api/network';
import type {Task} from '@/shared/desk/tasks';
import {Refusal, unknown} from './refusal';
import type {Route} from './route';
import {caseRoutes} from './routes/cases';
import {deskRoutes, isAt} from './routes/desks';
import {auditRoutes} from './routes/audit';
import {directoryRoutes} from './routes/directory';
import {orderRoutes} from './routes/orders';
import {traceRoutes} from './routes/traces';
import type {World} from './World';

/** As long as a quick server takes, so that what the page shows meanwhile is seen too. */
const ANSWER_MS = 60;
const ALIVE_MS = 10_000;
const KEPT_MAX = 1_000;
const WATCH = '/v1/tasks:watch';

interface Sent {
  readonly number: number;
  readonly task: Task;
}

/** All routes of this world. */
export function routesOf(world: World, watchToken: () => string): readonly Route[] {
  return [
    ...deskRoutes(world, watchToken),
    ...caseRoutes(world),
    ...orderRoutes(world),
    ...traceRoutes(world),
    ...directoryRoutes(world),
    ...auditRoutes(world),
  ];
}

/** The only network that a page of the training space has: it ends in the world beside it. */
export class WorldNetwork implements Network {
  private readonly routes: readonly Route[];
  private readonly sent: Sent[] = [];
  private count = 0;

  constructor(
    private readonly world: World,
    private readonly wait: (milliseconds: number) => Promise<void> = pause,
  ) {
    this.routes = routesOf(world, () => String(this.count));
    world.subscribe((changed) => {
      for (const task of changed) this.sent.push({number: ++this.count, task});
      this.sent.splice(0, Math.max(0, this.sent.length - KEPT_MAX));
    });
  }

  readonly fetch = async (input: Request | URL, init?: RequestInit): Promise<Response> => {
    const request = input instanceof Request ? input : new Request(input, init);
    const signal = init?.signal ?? request.signal;
    const address = new URL(request.url);
    if (address.pathname === WATCH) return this.watch(address, request.headers.get('Last-Event-ID') ?? '', signal);
    const text = request.method === 'GET' ? '' : await request.text();
    const body: unknown = text === '' ? {} : JSON.parse(text);
    return this.answer(request.method, address, body, request.headers, null);
  };

  readonly send = async (
    address: URL,
    headers: Readonly<Record<string, string>>,
    file: Blob,
    sent: (percent: number) => void,
  ): Promise<Response> => {
    for (const percent of [30, 70, 100]) {
      await this.wait(ANSWER_MS * 2);
      sent(percent);
    }
    return this.answer('POST', address, {}, new Headers(headers), file);
  };

  private async answer(method: string, address: URL, body: unknown, headers: Headers, file: Blob | null): Promise<Response> {
    const step = this.world.stepNow();
    await this.wait(ANSWER_MS);
    const language = headers.get('Accept-Language') ?? 'zh-CN';
    const {route, at} = this.find(method, address.pathname);
    const told = {...at, ...Object.fromEntries(address.searchParams)};
    const what = `${method} ${route?.path ?? address.pathname}`;
    try {
      if (route === null) throw unknown();
      const answered = await route.answer({
        at,
        query: address.searchParams,
        body,
        language,
        file,
        fileName: nameIn(headers.get('Content-Disposition') ?? ''),
      });
      // What stands in the answer is how things stood; the world goes on.
      const whole = answered instanceof Blob ? answered : JSON.stringify(answered);
      this.world.note({what, at: told, refused: null, step});
      if (method !== 'GET') this.world.changed();
      return new Response(whole, {status: 200, headers: this.headers(answered instanceof Blob ? answered.type : 'application/json')});
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      this.world.note({what, at: told, refused: failure.reason, step});
      if (method !== 'GET') this.world.changed();
      const problem = JSON.stringify(failure.problem(language));
      return new Response(problem, {status: failure.status, headers: this.headers('application/problem+json')});
    }
  }

  private headers(type: string): Record<string, string> {
    return {'Content-Type': type, Date: new Date(this.world.clock.now()).toUTCString()};
  }

  private find(method: string, path: string): {route: Route | null; at: Record<string, string>} {
    for (const route of this.routes) {
      const found = route.method === method.toLowerCase() ? route.pattern.exec(path) : null;
      if (found) return {route, at: Object.fromEntries(route.names.map((name, at) => [name, found[at + 1] ?? '']))};
    }
    return {route: null, at: {}};
  }

  /** The stream of a desk: what was missed since the token, then everything as it happens. */
  private watch(address: URL, token: string, signal: AbortSignal): Response {
    const desk = address.searchParams.get('desk') ?? '';
    const text = new TextEncoder();
    const {world} = this;
    let stop = () => undefined as void;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        let told = Number(token) || 0;
        const write = (frame: string) => controller.enqueue(text.encode(frame));
        const tell = () => {
          for (const {number, task} of this.sent) {
            if (number <= told) continue;
            told = number;
            if (!isAt(world, task, desk)) continue;
            const data = JSON.stringify({task, resumeToken: String(number), serverTime: world.clock.iso()});
            write(`id: ${number}\nevent: message\ndata: ${data}\n\n`);
          }
        };
        write(': alive\n\n');
        tell();
        const alive = setInterval(() => write(': alive\n\n'), ALIVE_MS);
        const leave = world.subscribe(tell);
        stop = () => {
          clearInterval(alive);
          leave();
        };
        signal.addEventListener('abort', () => {
          stop();
          controller.error(new DOMException('given up', 'AbortError'));
        });
      },
      cancel: () => stop(),
    });
    return new Response(body, {status: 200, headers: this.headers('text/event-stream')});
  }
}

function nameIn(disposition: string): string {
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  return decodeURIComponent(name);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
