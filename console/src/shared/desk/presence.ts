import {type Schema, answer, api} from '@/api/client';
import {serverTime} from '@/shared/clock/serverTime';
import {uuid} from '@/shared/uuid';
import {alarm} from './alarm';
import type {Desk} from './tasks';

export type Attendance = Schema<'liaison.v1.DeskAttendance'>;
type PageState = Schema<'liaison.v1.PageState'>;

/** The least time between two signs of life that change nothing. */
const SIGN_EVERY_MS = 15_000;
/** So much of the limit is left when the page warns. */
const WARN_PART = 1 / 4;
/** How often the page asks whether the desk still counts as attended. */
const ASK_EVERY_MS = 20_000;

export interface PresenceView {
  /** The desks' attendance as the service sees it. */
  desks: ReadonlyMap<Desk, Attendance>;
  /** Whether somebody has begun his shift on this page. */
  onShift: boolean;
  /** Whether this page could be seen and heard, so that its reader may count. */
  counts: boolean;
  /** Until when the last sign of life counts, server's time in milliseconds; null where nothing says how long one does. */
  until: number | null;
  /** When the page warns of that; null as well. */
  warn: number | null;
}

/**
 * Signs of life from this page: when its user has done something, when he presses 我在岗, and whenever the page is
 * hidden, shown, muted or put to sleep. A hidden, silent or sleeping page says that nobody is there.
 */
class Presence {
  private readonly page = uuid();
  private view: PresenceView = {desks: new Map(), onShift: false, counts: false, until: null, warn: null};
  private readonly readers = new Set<() => void>();
  private mine: readonly Desk[] = [];
  private active = false;
  private lastSign = 0;
  private asleep = false;
  private limitMs: number | null = null;
  private wakeLock: {release(): Promise<void>} | null = null;

  readonly read = (): PresenceView => this.view;

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  /** For how long a human sign of life counts. */
  limitTo(seconds: number | null): void {
    this.limitMs = seconds === null ? null : seconds * 1_000;
  }

  /**
   * Watches the page for these desks until the returned function is called.
   *
   * @param institution whose attendance is asked for; null for who may not ask and knows it from his own signs alone
   */
  attend(mine: readonly Desk[], institution: string | null): () => void {
    this.mine = mine;
    const stops = [
      this.on(document, 'visibilitychange', () => this.changed()),
      this.on(window, 'pagehide', () => this.sleep(true)),
      this.on(document, 'freeze', () => this.sleep(true)),
      this.on(document, 'resume', () => this.sleep(false)),
      this.on(window, 'pageshow', () => this.sleep(false)),
      ...['pointerdown', 'keydown', 'wheel'].map((type) => this.on(window, type, () => this.touched())),
      alarm.subscribe(() => this.changed()),
    ];
    const asking = setInterval(() => void this.ask(institution), ASK_EVERY_MS);
    void this.ask(institution);
    return () => {
      stops.forEach((stop) => stop());
      clearInterval(asking);
      this.mine = [];
    };
  }

  /** 我在岗: the shift begins, or goes on. */
  async here(): Promise<void> {
    this.show({onShift: true});
    void this.stayAwake();
    await this.sign();
  }

  /** The shift ends, on all of the user's pages. */
  async leave(): Promise<void> {
    this.show({onShift: false, until: null, warn: null});
    void this.wakeLock?.release();
    this.wakeLock = null;
    for (const desk of this.mine) {
      this.hear(desk, await answer(api.POST('/v1/attendance:signOff', {body: {desk, requestId: uuid()}})));
    }
  }

  private touched(): void {
    this.active = true;
    const {onShift, warn} = this.view;
    const warned = warn !== null && serverTime.now() >= warn;
    if (onShift && (warned || Date.now() - this.lastSign >= SIGN_EVERY_MS)) void this.sign();
  }

  private sleep(asleep: boolean): void {
    this.asleep = asleep;
    this.changed();
  }

  private changed(): void {
    if (this.view.onShift) void this.sign();
  }

  private state(): PageState {
    if (this.asleep) return 'PAGE_ASLEEP';
    return document.visibilityState === 'visible' ? 'PAGE_VISIBLE' : 'PAGE_HIDDEN';
  }

  private async sign(): Promise<void> {
    this.active = false;
    this.lastSign = Date.now();
    const state = this.state();
    const soundTested = alarm.audible();
    const counts = state === 'PAGE_VISIBLE' && soundTested;
    this.show(counts ? {counts} : {counts, until: null, warn: null});
    for (const desk of this.mine) {
      try {
        const body = {desk, page: this.page, state, soundTested, requestId: uuid()};
        // keepalive: the last word of a page that goes away must still arrive.
        this.hear(desk, await answer(api.POST('/v1/attendance:report', {body, keepalive: true})));
      } catch {
        // Not heard: the service will count this page out by itself, and the next sign corrects it.
        this.lastSign = 0;
      }
    }
  }

  private async ask(institution: string | null): Promise<void> {
    if (this.active && this.view.onShift) {
      await this.sign();
      return;
    }
    if (institution === null) return;
    try {
      const list = await answer(api.GET('/v1/attendance', {params: {query: {institution}}}));
      for (const desk of list.desks ?? []) if (desk.desk) this.hear(desk.desk, desk);
    } catch {
      // Asked again in a while; the line's own state tells of a lost connection.
    }
  }

  private async stayAwake(): Promise<void> {
    const lock = (navigator as {wakeLock?: {request(type: 'screen'): Promise<{release(): Promise<void>}>}}).wakeLock;
    try {
      this.wakeLock ??= (await lock?.request('screen')) ?? null;
    } catch {
      // A machine on low battery may refuse; the page then says that it sleeps.
    }
  }

  private hear(desk: Desk, attendance: Attendance): void {
    const desks = new Map(this.view.desks).set(desk, attendance);
    this.show({desks, ...this.lasts(desks)});
  }

  /** Until when the desks count as attended by what the service knows: the one that lapses first. */
  private lasts(desks: ReadonlyMap<Desk, Attendance>): Pick<PresenceView, 'until' | 'warn'> {
    const signs = this.mine.map((desk) => Date.parse(desks.get(desk)?.lastSignTime ?? ''));
    const first = Math.min(...signs);
    if (this.limitMs === null || !this.view.onShift || !this.view.counts || Number.isNaN(first)) return {until: null, warn: null};
    const until = first + this.limitMs;
    return {until, warn: until - this.limitMs * WARN_PART};
  }

  private show(change: Partial<PresenceView>): void {
    this.view = {...this.view, ...change};
    this.readers.forEach((reader) => reader());
  }

  private on(target: EventTarget, type: string, hear: () => void): () => void {
    target.addEventListener(type, hear, {passive: true});
    return () => target.removeEventListener(type, hear);
  }
}

export const presence = new Presence();
