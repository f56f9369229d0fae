/** Where access tokens come from; src/app/auth fills it in. They are kept in memory only. */
export interface TokenSource {
  /**
   * One that is good for some time yet, renewed where needed; rejects when the session is over. Null where nobody is asked
   * who he is: in the training space.
   */
  token(): Promise<string | null>;
  /** The server has refused the token. */
  refused(): void;
}

let source: TokenSource | null = null;

export function takeTokensFrom(tokens: TokenSource): void {
  source = tokens;
}

/** The header by which a call says whose it is. */
export async function authorization(): Promise<Record<string, string>> {
  if (source === null) throw new Error('nobody is logged in');
  const token = await source.token();
  return token === null ? {} : {Authorization: `Bearer ${token}`};
}

export function tokenRefused(): void {
  source?.refused();
}
