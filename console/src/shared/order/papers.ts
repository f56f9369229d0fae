const OWING: readonly string[] = ['OWED', 'OVERDUE', 'REFUSED'];

/** Whether the police still owe papers in this state: not delivered yet, or sent back. */
export function owesPapers(state: string | undefined): boolean {
  return OWING.includes(state ?? '');
}
