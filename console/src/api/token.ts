/** Where access tokens come from; src/app/auth fills it in. They are kept in memory only. */
export interface TokenSource {
  /** One that is good for some time yet, renewed where needed; rejects when the session is over. */
  token(): Promise<string>;
  /** The server has refused the token. */
  refused(): void;
}

let source: TokenSource | null = null;

export function takeTokensFrom(tokens: TokenSource): void {
  source = tokens;
}

export function bearer(): Promise<string> {
  return source === null ? Promise.reject(new Error('nobody is logged in')) : source.token();
}

export function tokenRefused(): void {
  source?.refused();
}
