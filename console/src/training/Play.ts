import {answerFrom} from '@/api/network';
import type {Lesson, Step} from './lessons/lesson';
import {WorldNetwork} from './world/network';
import {World} from './world/World';

const TICK_MS = 500;
const MINUTE_MS = 60_000;

/** How far the trainee has come. */
export interface Progress {
  /** Steps done, in their order; the next one is the one to do. */
  readonly done: number;
  readonly mistakes: number;
  /** Minutes from the start to the end; null while it goes on. */
  readonly minutes: number | null;
}

/** One lesson being played: its world, and how far one has come in it. */
export class Play {
  readonly world: World;
  private progress: Progress = {done: 0, mistakes: 0, minutes: null};
  private address = '';
  private readonly begun: number;
  private readonly readers = new Set<() => void>();

  constructor(
    readonly lesson: Lesson,
    private readonly real: () => number,
  ) {
    this.world = new World(lesson.role, real);
    this.begun = real();
    lesson.begin(this.world);
    this.world.subscribe(() => this.look());
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

  /** The trainee has gone to another page. */
  at(address: string): void {
    this.address = address;
    this.look();
  }

  step(): Step | undefined {
    return this.lesson.steps[this.progress.done];
  }

  private look(): void {
    let {done, minutes} = this.progress;
    const {steps} = this.lesson;
    while (steps[done]?.done(this.world, this.address)) done++;
    if (done === steps.length) minutes ??= Math.max(1, Math.round((this.real() - this.begun) / MINUTE_MS));
    const mistakes = minutes === null || this.progress.minutes === null ? this.world.mistakes() : this.progress.mistakes;
    if (done === this.progress.done && mistakes === this.progress.mistakes && minutes === this.progress.minutes) return;
    this.progress = {done, mistakes, minutes};
    this.readers.forEach((reader) => reader());
  }
}
