import {InMemoryWebStorage, type OidcMetadata, type User, UserManager, WebStorageStateStore} from 'oidc-client-ts';
import {network} from '@/api/network';
import {SessionOver, Unreachable} from '@/api/problem';
import type {TokenSource} from '@/api/token';
import {currentLanguage} from '@/shared/language';
import {nameKept} from '@/shared/space';
import {frameHere} from '../frame';

/** What the gateway tells before anybody has logged in. */
interface Settings {
  issuer: string;
  clientId: string;
  /** For how long a human sign of life counts. */
  presenceSeconds?: number;
}

/** What the way to the login page leaves for the way back, in this tab. Nothing of it is secret. */
interface Left {
  readonly settings: Settings;
  readonly metadata: Partial<OidcMetadata>;
  /** Where the user was bound. */
  readonly back: string;
}

const LEFT = 'left';
const CALLBACK = '/logged-in';
const SIGNED_OUT = '/signed-out';
/** A token this close to its end is renewed before it is used. */
const RENEW_SECONDS = 45;

/**
 * Code flow with PKCE. Tokens live in this object and die with the page: a reload goes by way of Keycloak, whose own
 * session brings the user back without asking. Only the verifier of a login under way lies in session storage.
 */
export class Login implements TokenSource {
  private renewal: Promise<User | null> | null = null;
  private readonly hearers = new Set<() => void>();
  private over = false;
  private readonly tabs = new BroadcastChannel(nameKept('left-all-tabs'));

  private constructor(
    private readonly manager: UserManager,
    private user: User | null,
    private readonly settings: Settings,
  ) {
    // Whoever leaves in another tab has left here too.
    this.tabs.onmessage = () => this.end();
  }

  /** For how long a human sign of life counts; null where the gateway does not tell. */
  get presenceSeconds(): number | null {
    return this.settings.presenceSeconds ?? null;
  }

  /** The address to which a login leads that ends on this page; null where none ends here. */
  static bound(): string | null {
    return window.location.pathname === CALLBACK ? (left()?.back ?? '/') : null;
  }

  /** Logs in, or comes back from it. Never resolves where the page is left for the login page. */
  static async begin(): Promise<Login | 'signed-out'> {
    const bound = Login.bound();
    const told = bound === null ? null : left();
    const settings = told?.settings ?? (await askSettings());
    const manager = new UserManager({
      authority: settings.issuer,
      // Asked for on the way there, where it tells that the login service answers.
      ...(told ? {metadata: told.metadata} : {}),
      client_id: settings.clientId,
      redirect_uri: `${window.location.origin}${CALLBACK}`,
      post_logout_redirect_uri: `${window.location.origin}${SIGNED_OUT}`,
      response_type: 'code',
      // The answer comes behind the #, which no server sees.
      response_mode: 'fragment',
      scope: 'openid',
      loadUserInfo: false,
      automaticSilentRenew: false,
      userStore: new WebStorageStateStore({store: new InMemoryWebStorage()}),
      stateStore: new WebStorageStateStore({store: window.sessionStorage, prefix: 'holdfast.login.'}),
    });
    if (window.location.pathname === SIGNED_OUT) return 'signed-out';
    if (bound === null) return leaveFor(manager, settings);
    try {
      const user = await manager.signinCallback();
      window.history.replaceState(null, '', bound);
      return new Login(manager, user ?? null, settings);
    } catch {
      // A stale answer, e.g. the back button after a login: begin anew.
      window.history.replaceState(null, '', '/');
      return leaveFor(manager, settings);
    }
  }

  /** Logs in anew from the page that says good-bye. */
  static again(): void {
    window.location.assign('/');
  }

  async token(): Promise<string> {
    if (this.over || this.user === null) throw new SessionOver();
    if ((this.user.expires_in ?? 0) > RENEW_SECONDS) return this.user.access_token;
    await this.renew();
    if (this.over) throw new SessionOver();
    return this.user.access_token;
  }

  refused(): void {
    this.renew().catch(() => undefined);
  }

  /** The claims of the access token. */
  claims(): Record<string, unknown> {
    const payload = (this.user?.access_token ?? '').split('.')[1] ?? '';
    const bytes = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (each) => each.charCodeAt(0)));
    return JSON.parse(text) as Record<string, unknown>;
  }

  readonly isOver = (): boolean => this.over;

  readonly onOver = (hearer: () => void): (() => void) => {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  };

  logIn(): void {
    void leaveFor(this.manager, this.settings);
  }

  logOut(): void {
    this.tabs.postMessage(null);
    void this.manager.signoutRedirect({...(this.user?.id_token ? {id_token_hint: this.user.id_token} : {})});
  }

  private renew(): Promise<User | null> {
    this.renewal ??= this.manager
      .signinSilent()
      .then((user) => {
        if (user === null) this.end();
        else this.user = user;
        return user;
      })
      .catch((failure: unknown) => {
        // Keycloak out of reach is not the end: the token in hand may still be good, and the next call tries again.
        if (isRefusal(failure)) this.end();
        else if (this.user?.expired ?? true) throw new Unreachable();
        return null;
      })
      .finally(() => {
        this.renewal = null;
      });
    return this.renewal;
  }

  private end(): void {
    this.over = true;
    this.hearers.forEach((hearer) => hearer());
  }
}

function isRefusal(failure: unknown): boolean {
  return failure instanceof Error && failure.name === 'ErrorResponse';
}

async function askSettings(): Promise<Settings> {
  const response = await network().fetch(new URL('/settings.json', window.location.origin), {
    headers: {Accept: 'application/json'},
  });
  if (!response.ok) throw new Error(`settings: ${response.status}`);
  return (await response.json()) as Settings;
}

function left(): Left | null {
  const kept = sessionStorage.getItem(nameKept(LEFT));
  return kept === null ? null : (JSON.parse(kept) as Left);
}

async function leaveFor(manager: UserManager, settings: Settings): Promise<never> {
  const here = window.location.pathname + window.location.search;
  const metadata = await manager.metadataService.getMetadata();
  const kept: Left = {settings, metadata, back: here === CALLBACK ? '/' : here};
  sessionStorage.setItem(nameKept(LEFT), JSON.stringify(kept));
  await frameHere();
  await manager.signinRedirect({ui_locales: currentLanguage()});
  return new Promise(() => undefined);
}
