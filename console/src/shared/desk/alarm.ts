/**
 * The sound of a new urgent order. A browser lets a page sound only after somebody has touched it, so nothing counts as
 * audible before the sound test was heard.
 */
class Alarm {
  private context: AudioContext | null = null;
  private heard = false;
  private silent = false;
  private readonly hearers = new Set<() => void>();

  /** Plays the alarm once; call it from a click. Resolves to whether the browser let it sound. */
  async test(): Promise<boolean> {
    this.context ??= this.listenTo(new AudioContext());
    await this.context.resume().catch(() => undefined);
    if (this.context.state !== 'running') return false;
    this.sound();
    return true;
  }

  /** The person says that he heard the test. */
  confirm(): void {
    this.heard = true;
    this.tell();
  }

  mute(silent: boolean): void {
    this.silent = silent;
    this.tell();
  }

  readonly muted = (): boolean => this.silent;

  /** Whether an alarm would be heard now: tested since the page was opened, not muted, not put to sleep by the browser. */
  readonly audible = (): boolean => this.heard && !this.silent && this.context?.state === 'running';

  readonly tested = (): boolean => this.heard;

  readonly subscribe = (hearer: () => void): (() => void) => {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  };

  /** Three rising pairs of tones, a second and a half. */
  ring(): void {
    if (this.audible()) this.sound();
  }

  private sound(): void {
    const context = this.context!;
    const volume = context.createGain();
    volume.gain.value = 0.25;
    volume.connect(context.destination);
    for (let at = 0; at < 6; at++) {
      const tone = context.createOscillator();
      const begin = context.currentTime + at * 0.25;
      tone.type = 'triangle';
      tone.frequency.value = at % 2 === 0 ? 660 : 990;
      tone.connect(volume);
      tone.start(begin);
      tone.stop(begin + 0.18);
    }
  }

  private listenTo(context: AudioContext): AudioContext {
    context.addEventListener('statechange', () => this.tell());
    return context;
  }

  private tell(): void {
    this.hearers.forEach((hearer) => hearer());
  }
}

export const alarm = new Alarm();
