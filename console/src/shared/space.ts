/** Where the training space begins. */
export const TRAINING = '/training';

/** Whether this page is the training space: its address alone says so, from the first line that runs to the last. */
export function inTraining(): boolean {
  const path = window.location.pathname;
  return path === TRAINING || path.startsWith(`${TRAINING}/`);
}

/** A name under which this machine keeps something; what the training space keeps is its own. */
export function nameKept(name: string): string {
  return inTraining() ? `holdfast-training.${name}` : `holdfast.${name}`;
}

/** Where somebody with these roles goes to practise; he is asked which one, his own first. A name of a role is no secret. */
export function trainingFor(roles: ReadonlySet<string>, language: string): string {
  return `${TRAINING}/?${new URLSearchParams({mine: [...roles].join(','), language}).toString()}`;
}
