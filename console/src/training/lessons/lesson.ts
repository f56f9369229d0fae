import type {Taught} from '../world/places';
import type {World} from '../world/World';

/** Something the trainee needs in his hand for a step: a text to copy, or a file to save. */
export type Material =
  | {readonly label: string; readonly text: string}
  | {readonly label: string; readonly file: {readonly name: string; readonly lines: readonly string[]}};

/** Where the trainee is: the page's address, and the tab he has open there. */
export interface Place {
  readonly address: string;
  readonly tab: string;
}

/**
 * One thing to do. It is done when the world, or the place, says so after something the trainee did while it was the one to
 * do; what comes about otherwise he looks at, and goes on.
 */
export interface Step {
  /** Its texts are `lesson.<role>.<key>`. */
  readonly key: string;
  readonly done: (world: World, at: Place) => boolean;
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
