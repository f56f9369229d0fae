/** What happens by itself later on. */
interface Due {
  readonly at: number;
  readonly order: number;
  readonly act: () => void;
}

/** Longest that is played through at once: two stops in a row and some more. */
const PASS_MAX_MS = 8 * 24 * 3_600_000;
const DUE_MAX = 500;

/** The world's time: the real one, and ahead of it by what the trainee has let pass. */
export class WorldClock {
  private ahead = 0;
  private count = 0;
  private waiting: Due[] = [];
  /** While what was due is played through, the time at which it was due. */
  private playing: number | null = null;

  /** @param real milliseconds since the epoch */
  constructor(private readonly real: () => number) {}

  now(): number {
    return this.playing ?? this.real() + this.ahead;
  }

  /** RFC 3339, so many milliseconds from now. */
  iso(fromNow = 0): string {
    return new Date(this.now() + fromNow).toISOString();
  }

  after(milliseconds: number, act: () => void): void {
    if (this.waiting.length >= DUE_MAX) throw new Error('too much is waiting to happen');
    this.waiting.push({at: this.now() + milliseconds, order: this.count++, act});
    this.waiting.sort((one, other) => one.at - other.at || one.order - other.order);
  }

  /** Lets time pass; what falls due meanwhile happens in its order and at its time. */
  pass(milliseconds: number): void {
    this.ahead += Math.min(milliseconds, PASS_MAX_MS);
    this.catchUp();
  }

  /** Whether anything had fallen due. */
  catchUp(): boolean {
    const now = this.real() + this.ahead;
    let any = false;
    for (let next = this.waiting[0]; next !== undefined && next.at <= now; next = this.waiting[0]) {
      this.waiting.shift();
      this.playing = next.at;
      next.act();
      any = true;
    }
    this.playing = null;
    return any;
  }
}
