/**
 * The server's time, worked out from its answers: clocks count down by it, whatever this machine's clock says. Each
 * answer bounds the difference from both sides; the bounds are narrowed until they contradict each other, which means
 * that a clock was set.
 */
export class ServerTime {
  private low = -Infinity;
  private high = Infinity;

  /** @param local milliseconds that only ever go on, e.g. `performance.now` */
  constructor(private readonly local: () => number) {}

  /** A Date header, which is cut to the second, of an answer sent for and received at these local times. */
  hearHeader(date: string | null, sent: number, received: number): void {
    const told = date === null ? NaN : Date.parse(date);
    if (!Number.isNaN(told)) this.narrow(told - received, told + 1000 - sent);
  }

  /** A time the server wrote at some moment before now. */
  hearTime(time: string | undefined): void {
    const told = time === undefined ? NaN : Date.parse(time);
    if (!Number.isNaN(told)) this.narrow(told - this.local(), Infinity);
  }

  /** Milliseconds since the epoch. Before the first answer, this machine's. */
  now(): number {
    if (this.low === -Infinity) return Date.now();
    const offset = this.high === Infinity ? this.low : (this.low + this.high) / 2;
    return this.local() + offset;
  }

  private narrow(low: number, high: number): void {
    const nextLow = Math.max(this.low, low);
    const nextHigh = Math.min(this.high, high);
    if (nextLow <= nextHigh) {
      this.low = nextLow;
      this.high = nextHigh;
    } else {
      this.low = low;
      this.high = high;
    }
  }
}

export const serverTime = new ServerTime(() => performance.now());
