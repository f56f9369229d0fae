import {answerFrom} from '@/api/network';
import type {Lesson, Place, Step} from './lessons/lesson';
import {WorldNetwork} from './world/network';
import {World} from './world/World';

const TICK_MS = 500;
const MINUTE_MS = 60_000;

/** How far the trainee has come. */
export interface Progress {
  /** Steps done, in their order; the next one is the one to do. */
  readonly done: number;
  /**
   * What the step to do is after has come about, and not by what the trainee did since it is the one to do: the script's
   * doing, or his own of before. He looks at it and goes on himself.
   */
  readonly there: boolean;
  readonly mistakes: number;
  /** Minutes from the start to the end; null while it goes on. */
  readonly minutes: number | null;
}

/** One lesson being played: its world, and how far one has come in it. */
export class Play {
  readonly world: World;
  private progress: Progress = {done: 0, there: false, mistakes: 0, minutes: null};
  private at: Place = {address: '', tab: ''};
  private readonly begun: number;
  private readonly readers = new Set<() => void>();

  constructor(
    readonly lesson: Lesson,
    private readonly real: () => number,
  ) {
    this.world = new World(lesson.role, real);
    this.begun = real();
    lesson.begin(this.world);
    this.world.subscribe(() => this.look(this.world.isHisDoing()));
  }

  /** Everything that the pages ask is answered by this world from now on, and its time goes on for as long as the page lives. */
  start(): void {
    answerFrom(new WorldNetwork(this.world));
    this.world.changed();
    setInterval(() => this.world.tick(), TICK_MS);
  }

  readonly read = (): Progress => this.progress;

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  /** The trainee has gone to another page, or to another tab of it. */
  goes(address: string, tab = ''): void {
    this.at = {address, tab};
    this.look(true);
  }

  /** He has seen what has come about without him. */
  goOn(): void {
    if (this.progress.there) this.next();
  }

  step(): Step | undefined {
    return this.lesson.steps[this.progress.done];
  }

  /** @param his whether what has happened is the trainee's own doing */
  private look(his: boolean): void {
    const {done, there} = this.progress;
    if (!this.holds(done)) this.show(done, false);
    else if (his && !there) this.next();
    else this.show(done, true);
  }

  private next(): void {
    const done = this.progress.done + 1;
    this.world.nextStep();
    this.show(done, this.holds(done));
  }

  private holds(step: number): boolean {
    return this.lesson.steps[step]?.done(this.world, this.at) ?? false;
  }

  private show(done: number, there: boolean): void {
    const before = this.progress;
    const over = done === this.lesson.steps.length;
    const minutes = over ? (before.minutes ?? Math.max(1, Math.round((this.real() - this.begun) / MINUTE_MS))) : null;
    const mistakes = before.minutes === null ? this.world.mistakes() : before.mistakes;
    if (done === before.done && there === before.there && mistakes === before.mistakes && minutes === before.minutes) return;
    this.progress = {done, there, mistakes, minutes};
    this.readers.forEach((reader) => reader());
  }
}
