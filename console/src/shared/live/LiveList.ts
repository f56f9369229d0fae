import {network} from '@/api/network';
import {authorization, tokenRefused} from '@/api/token';
import {SessionOver, isProblem, problemFrom} from '@/api/problem';
import {currentLanguage} from '@/shared/language';
import {readEvents} from './sse';

/** How the line stands. `lost`: shown to the user, and being opened again. */
export type Line = 'opening' | 'live' | 'lost';

export interface Snapshot<Item> {
  items: readonly Item[];
  line: Line;
  /** Since when the line is lost, milliseconds since the epoch of this machine. */
  lostSince: number | null;
  /** Whether the first list has come. */
  loaded: boolean;
}

/** What is followed: a list, and the stream that goes on where the list ends. */
export interface Source<Item, Message> {
  /** Everything as of now, and the token from which the stream misses nothing. */
  list(signal: AbortSignal): Promise<{items: Item[]; watchToken: string}>;
  /** Where the stream is. */
  path: string;
  /** The list after a message; the same list where it says nothing. */
  apply(items: readonly Item[], message: Message): readonly Item[];
}

/** The gateway's heartbeat is 15 s: after two and a half of them the line is dead. */
const SILENCE_MS = 40_000;
const BACKOFF_MS = [300, 1_000, 2_000, 5_000, 10_000, 15_000];
const LISTENERS_MAX = 200;

/**
 * A list that is kept current by its stream: listed once, then followed from the list's own token, taken up again after
 * the last event whenever the line breaks, listed anew only where the server has forgotten so far back.
 */
export class LiveList<Item, Message> {
  private snapshot: Snapshot<Item> = {items: [], line: 'opening', lostSince: null, loaded: false};
  private readonly readers = new Set<() => void>();
  private readonly hearers = new Set<(message: Message) => void>();
  private open = false;
  private running: AbortController | null = null;
  private token = '';
  private failures = 0;
  private wake: (() => void) | null = null;
  private line: AbortController | null = null;

  constructor(private readonly source: Source<Item, Message>) {}

  readonly read = (): Snapshot<Item> => this.snapshot;

  readonly subscribe = (reader: () => void): (() => void) => {
    if (this.readers.size >= LISTENERS_MAX) throw new Error('too many readers of one list');
    this.readers.add(reader);
    this.begin();
    return () => this.readers.delete(reader);
  };

  /** Told of each message as it arrives, after the list shows it. */
  readonly onMessage = (hearer: (message: Message) => void): (() => void) => {
    this.hearers.add(hearer);
    this.begin();
    return () => this.hearers.delete(hearer);
  };

  /** From now on the list is followed, once somebody wants it: a page that shows nothing of it does not wait for it. */
  start(): void {
    this.open = true;
    this.begin();
  }

  stop(): void {
    this.open = false;
    this.running?.abort();
    this.running = null;
    this.wake?.();
  }

  /** Does not wait for the next try: the network is back, the page is seen again. */
  hurry(): void {
    this.wake?.();
  }

  /** The machine says that it has no network: nobody need wait for the silence to tell. */
  cut(): void {
    this.failures = Math.max(this.failures, 1);
    this.line?.abort();
  }

  private begin(): void {
    if (!this.open || this.running !== null || this.readers.size + this.hearers.size === 0) return;
    this.running = new AbortController();
    void this.follow(this.running.signal);
  }

  private async follow(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      try {
        if (this.token === '') await this.listAnew(stopped);
        await this.readStream(stopped);
        this.failures = 0;
      } catch (failure) {
        if (stopped.aborted || failure instanceof SessionOver) return;
        if (failure instanceof TooOld) this.token = '';
        this.lose();
        await this.pause();
      }
    }
  }

  private async listAnew(stopped: AbortSignal): Promise<void> {
    const {items, watchToken} = await this.source.list(stopped);
    this.token = watchToken;
    this.show({items, loaded: true});
  }

  /** Returns when the server ends the stream in good order, e.g. because the access token does. */
  private async readStream(stopped: AbortSignal): Promise<void> {
    const line = new AbortController();
    this.line = line;
    const end = () => line.abort();
    stopped.addEventListener('abort', end);
    let timer = setTimeout(end, SILENCE_MS);
    let ended = false;
    try {
      const response = await network().fetch(new URL(this.source.path, window.location.origin), {
        signal: line.signal,
        headers: {
          ...(await authorization()),
          Accept: 'text/event-stream',
          'Accept-Language': currentLanguage(),
          'Last-Event-ID': this.token,
        },
      });
      if (!response.ok || response.body === null) await this.refused(response);
      const life = () => {
        clearTimeout(timer);
        timer = setTimeout(end, SILENCE_MS);
        this.failures = 0;
        if (this.snapshot.line !== 'live') this.show({line: 'live', lostSince: null});
      };
      await readEvents(
        response.body!,
        (event) => {
          if (event.type === 'end') ended = true;
          else if (event.type === 'error') this.broken(event.data);
          else this.take(event.id, JSON.parse(event.data) as Message);
        },
        life,
      );
      if (!ended) throw new Error('the line broke off');
    } finally {
      clearTimeout(timer);
      stopped.removeEventListener('abort', end);
      line.abort();
    }
  }

  private take(id: string, message: Message): void {
    const items = this.source.apply(this.snapshot.items, message);
    if (id !== '') this.token = id;
    if (items !== this.snapshot.items) this.show({items});
    this.hearers.forEach((hearer) => hearer(message));
  }

  private async refused(response: Response): Promise<never> {
    if (response.status === 401) tokenRefused();
    const failure = await problemFrom(response);
    throw forgotten(failure.problem.reason) ? new TooOld() : failure;
  }

  private broken(data: string): never {
    const problem: unknown = JSON.parse(data);
    throw isProblem(problem) && forgotten(problem.reason) ? new TooOld() : new Error('the line was ended');
  }

  private lose(): void {
    this.failures++;
    // A first stumble is mended in a moment; nobody need be told.
    if (this.failures > 1 && this.snapshot.line !== 'lost') {
      this.show({line: 'lost', lostSince: Date.now()});
    }
  }

  private pause(): Promise<void> {
    const step = BACKOFF_MS[Math.min(this.failures, BACKOFF_MS.length) - 1] ?? 300;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, step * (0.75 + Math.random() / 2));
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private show(change: Partial<Snapshot<Item>>): void {
    this.snapshot = {...this.snapshot, ...change};
    this.readers.forEach((reader) => reader());
  }
}

/** The server has forgotten so far back, or never gave this token: list again. */
class TooOld extends Error {}

function forgotten(reason: string): boolean {
  return reason === 'RESUME_TOO_OLD' || reason === 'RESUME_TOKEN_INVALID';
}
