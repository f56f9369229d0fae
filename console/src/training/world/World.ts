import type {Schema} from '@/api/client';
import type {Desk, Task} from '@/shared/desk/tasks';
import {type Names, namesNow} from '../names';
import type {Draft} from './drafts';
import {WorldClock} from './clock';
import {ids} from './ids';
import type {Open} from './open';
import type {Order} from './orders';
import {PARTS, PLACES, type Part, type Taught, institutionsAtFirst, officersAtFirst} from './places';
import {tasksIn} from './tasks';

export type Case = Open<Schema<'casefile.v1.Case'>> & {id: string; receiptNumber: string};
export type Trace = Open<Schema<'liaison.v1.Trace'>> & {id: string};

/** A call that the trainee's page has made, and how it went. */
export interface Act {
  /** `POST /v1/stopOrders/{id}:acknowledge`, as the contract names it; `RING` for a telephone that was dialled. */
  readonly what: string;
  /** The parts of its address, a number that was dialled, or what was looked for. */
  readonly at: Readonly<Record<string, string>>;
  readonly refused: string | null;
  /** At which step of the lesson it was begun. */
  readonly step: number;
}

/** Something an account's books say. */
export interface Books {
  readonly name: string;
  readonly credits: readonly {readonly fen: bigint; readonly time: string; readonly serial: string}[];
  readonly balanceFen: bigint;
  readonly outflows: readonly Schema<'freezing.v1.Outflow'>[];
}

const ACTS_MAX = 5_000;
/** How long somebody who was rung takes to his desk. */
const COMES_MS = 4_000;

/**
 * The training space: everything that exists in it, and its time. It lives in this page's memory, is made anew with each
 * lesson, and knows no way out.
 */
export class World {
  readonly clock: WorldClock;
  readonly nextId = ids();
  readonly part: Part;
  readonly institution: string;
  readonly cases = new Map<string, Case>();
  readonly orders = new Map<string, Order>();
  readonly drafts = new Map<string, Draft>();
  readonly traces = new Map<string, Trace>();
  readonly names: Names = namesNow();
  readonly institutions: Open<Schema<'liaison.v1.Institution'>>[] = institutionsAtFirst(this.names);
  readonly officers: Open<Schema<'liaison.v1.Officer'>>[] = officersAtFirst(this.names);
  readonly routes: Schema<'liaison.v1.Route'>[] = [];
  readonly routingErrors: Schema<'liaison.v1.RoutingError'>[] = [];
  /** What trials of a new routing table have told. */
  readonly trials: {readonly added: number; readonly removed: number}[] = [];
  readonly alarms: Schema<'liaison.v1.Alarm'>[] = [];
  readonly log: {service: string; entry: Schema<'access.v1.AuditEntry'>}[] = [];
  /** Files by their place: `stopOrders/<id>/1`. */
  readonly files = new Map<string, () => Promise<Blob>>();
  /** What the banks' books say, by account number. */
  readonly books = new Map<string, Books>();
  /** Orders whose papers were sent back and have not been mended. */
  readonly unmended = new Set<string>();
  /** At which desks somebody is there. */
  readonly attended = new Set<string>();
  readonly acts: Act[] = [];
  /** What the trainee did that was not refused and yet was wrong. */
  readonly slips = new Set<string>();
  private tasks: readonly Task[] = [];
  private readonly taskIds = new Map<string, string>();
  private readonly hearers = new Set<(changed: readonly Task[]) => void>();
  private receipts = 0;
  private step = 0;
  private doing = false;

  /** @param real the real time, milliseconds since the epoch */
  constructor(
    readonly role: Taught,
    real: () => number,
  ) {
    this.clock = new WorldClock(real);
    this.part = PARTS[role];
    this.institution = PLACES[this.part.place].id;
  }

  /** A receipt's number of this space: `YL` stands before nothing real. */
  nextReceipt(): string {
    this.receipts++;
    const day = this.clock.iso(8 * 3_600_000).slice(0, 10).replace(/-/g, '');
    return `YL${day}${String(this.receipts).padStart(4, '0')}`;
  }

  caseOf(id: string | undefined): Case | undefined {
    return id === undefined ? undefined : this.cases.get(id);
  }

  /** Somebody dials: whoever is asleep there comes to his desk. */
  ring(phone: string): void {
    this.note({what: 'RING', at: {phone}, refused: null, step: this.step});
    const rung = this.institutions.find((each) => each.desks?.some((desk) => desk.phone === phone));
    const desk = rung?.desks?.find((each) => each.phone === phone)?.desk;
    if (rung?.id && desk) this.clock.after(COMES_MS, () => this.attend(rung.id ?? '', desk, true));
    this.changed();
  }

  /** Counts somebody as there, or as gone. */
  attend(institution: string, desk: Desk, there: boolean): void {
    const key = `${institution} ${desk}`;
    if (there) this.attended.add(key);
    else this.attended.delete(key);
  }

  isAttended(institution: string, desk: Desk): boolean {
    return this.attended.has(`${institution} ${desk}`);
  }

  /** Whether the trainee has ever done this. */
  did(what: string, fits: (act: Act) => boolean = () => true): boolean {
    return this.acts.some((act) => act.what === what && act.refused === null && fits(act));
  }

  /** Whether he has done it since the step that he is at became the one to do. */
  didNow(what: string, fits: (act: Act) => boolean = () => true): boolean {
    return this.acts.some((act) => act.step === this.step && act.what === what && act.refused === null && fits(act));
  }

  /** The next step is the one to do: what was done before does not count for it. */
  nextStep(): void {
    this.step++;
  }

  /** The step that the trainee is at, by its number. */
  stepNow(): number {
    return this.step;
  }

  /** Writes down what the trainee's page has asked; a look is a step too. */
  note(act: Act): void {
    this.acts.push(act);
    if (this.acts.length > ACTS_MAX) this.acts.shift();
    this.doing = act.step === this.step;
    this.hearers.forEach((hearer) => hearer([]));
    this.doing = false;
  }

  /** Whether what is being told now is the trainee's own doing, and not the script's. */
  isHisDoing(): boolean {
    return this.doing;
  }

  /** Commands that were refused, and slips that were not. */
  mistakes(): number {
    return this.acts.filter((act) => act.refused !== null && !act.what.startsWith('GET')).length + this.slips.size;
  }

  /** What lies open on the trainee's desks. */
  openTasks(): readonly Task[] {
    return this.tasks;
  }

  /** Something is different: desks and hearers are told. */
  changed(): void {
    const before = new Map(this.tasks.map((task) => [task.id, task]));
    this.tasks = tasksIn(this, (key) => {
      const id = this.taskIds.get(key) ?? this.nextId();
      this.taskIds.set(key, id);
      return id;
    });
    const now = new Set(this.tasks.map((task) => task.id));
    const done = [...before.values()]
      .filter((task) => !now.has(task.id))
      .map((task): Task => ({...task, state: 'DONE', doneTime: this.clock.iso()}));
    const news = this.tasks.filter((task) => JSON.stringify(before.get(task.id)) !== JSON.stringify(task));
    this.hearers.forEach((hearer) => hearer([...done, ...news]));
  }

  readonly subscribe = (hearer: (changed: readonly Task[]) => void): (() => void) => {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  };

  /** The trainee lets time pass; he is told what came of it. */
  pass(milliseconds: number): void {
    this.clock.pass(milliseconds);
    this.doing = true;
    this.changed();
    this.doing = false;
  }

  /** Looks what has fallen due. */
  tick(): void {
    if (this.clock.catchUp()) this.changed();
  }
}
