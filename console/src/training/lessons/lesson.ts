import type {Taught} from '../world/places';
import type {World} from '../world/World';

/** Something the trainee needs in his hand for a step: a text to copy, or a file to save. */
export type Material =
  | {readonly label: string; readonly text: string}
  | {readonly label: string; readonly file: {readonly name: string; readonly lines: readonly string[]}};

/** One thing to do. It is done when the world, or the address, says so; nobody ticks it by hand. */
export interface Step {
  /** Its texts are `lesson.<role>.<key>`. */
  readonly key: string;
  readonly done: (world: World, address: string) => boolean;
  readonly material?: (world: World) => readonly Material[];
  /** So much time the trainee may let pass here, milliseconds. */
  readonly pass?: number;
}

export interface Lesson {
  readonly role: Taught;
  /** Where it begins. */
  readonly start: string;
  /** Puts in place what is there at first, and the others who play along. */
  readonly begin: (world: World) => void;
  /** Whose texts its own name: keys are called by what is written on them. */
  readonly texts: readonly string[];
  readonly steps: readonly Step[];
}
