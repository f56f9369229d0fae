import type {paths} from '@/api/schema';

export type Method = 'get' | 'post' | 'patch';

type Call<Path extends keyof paths, Verb extends Method> = NonNullable<paths[Path][Verb & keyof paths[Path]]>;

/** What the contract says is answered. */
type Answer<C> = C extends {responses: {200: {content: {'application/json': infer Body}}}} ? Body : never;
/** What the contract says is asked with. */
type Given<C> = C extends {requestBody?: {content: {'application/json': infer Body}}} ? Body : Record<string, never>;

export interface Asked<Body> {
  /** The parts of the address that the route leaves open, by name. */
  readonly at: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly language: string;
  /** An uploaded file. */
  readonly file: Blob | null;
  readonly fileName: string;
}

export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly answer: (asked: Asked<unknown>) => unknown;
}

function patternOf(path: string): {pattern: RegExp; names: string[]} {
  const names: string[] = [];
  const text = path.replace(/\{(\w+)\}|[.*+?^$()|[\]\\]/g, (found, name: string | undefined) => {
    if (name === undefined) return `\\${found}`;
    names.push(name);
    return '([^/:]+)';
  });
  return {pattern: new RegExp(`^${text}$`), names};
}

/** A call of the contract, and how this world answers it; the compiler holds both against the contract. */
export function on<Path extends keyof paths, Verb extends Method>(
  method: Verb,
  path: Path,
  answer: (asked: Asked<Given<Call<Path, Verb>>>) => Answer<Call<Path, Verb>>,
): Route {
  return {method, path, ...patternOf(path), answer: answer as Route['answer']};
}

/** A call that is answered with the bytes of a file. */
export function onFile<Path extends keyof paths>(
  path: Path,
  answer: (asked: Asked<Record<string, never>>) => Promise<Blob>,
): Route {
  return {method: 'get', path, ...patternOf(path), answer: answer as Route['answer']};
}
