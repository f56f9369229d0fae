import {QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {type RenderResult, configure, render} from '@testing-library/react';
import i18n, {type Resource} from 'i18next';
import {type ReactNode, Suspense} from 'react';
import {initReactI18next} from 'react-i18next';
import {MemoryRouter} from 'react-router';
import {takeTokensFrom} from '@/api/token';
import {Dressed} from '@/shared/dressed/Dressed';
import {type Role, type Session, SessionContext} from '@/shared/session';

const files = import.meta.glob<Record<string, unknown>>(
  ['../features/*/locales/*.json', '../shared/locales/*.json', '../training/locales/*.json', '../app/locales/*.json'],
  {eager: true, import: 'default'},
);

/** All texts; pages are shown in Chinese, as people see them first. */
const texts: Resource = {'zh-CN': {}, en: {}};
for (const [path, text] of Object.entries(files)) {
  const [, name = '', language = ''] = /([a-z-]+)\/locales\/([A-Za-z-]+)\.json$/.exec(path) ?? [];
  texts[language]![name] = text;
}

await i18n.use(initReactI18next).init({
  lng: 'zh-CN',
  fallbackLng: false,
  resources: texts,
  defaultNS: 'app',
  interpolation: {escapeValue: false},
});

// A test waits for a thing, never for a time: a machine with other work may need longer than a second.
configure({asyncUtilTimeout: 10_000});

takeTokensFrom({token: () => Promise.resolve('token'), refused: () => undefined});

// What a browser has and jsdom lacks; nothing is laid out here.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
const unmatched = {matches: false, addEventListener: () => undefined, removeEventListener: () => undefined};
Object.assign(window, {matchMedia: (media: string) => ({...unmatched, media})});

export function somebody(...roles: Role[]): Session {
  return {
    name: '测试某人',
    officerNumber: '999000',
    subject: 'subject-of-somebody',
    officer: 'o'.repeat(26),
    institution: 'i'.repeat(26),
    region: '999001',
    roles: new Set(roles),
    logOut: () => undefined,
    logIn: () => undefined,
    over: false,
  };
}

/** Shows a page to this person, with everything around it that pages count on. */
export function show(page: ReactNode, session: Session, at = '/'): RenderResult {
  const queries = new QueryClient({defaultOptions: {queries: {retry: false}, mutations: {retry: false}}});
  return render(
    <QueryClientProvider client={queries}>
      <SessionContext.Provider value={session}>
        <MemoryRouter initialEntries={[at]}>
          <Dressed>
            <Suspense fallback={null}>{page}</Suspense>
          </Dressed>
        </MemoryRouter>
      </SessionContext.Provider>
    </QueryClientProvider>,
  );
}

/** A call that a page has made. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/**
 * Answers calls instead of the gateway: by the method and the path, each time asked; what is not known answers an empty
 * object. The calls made so far are in the list returned.
 */
export function gateway(answers: Readonly<Record<string, (asked: Asked) => unknown>>): readonly Asked[] {
  const calls: Asked[] = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const path = new URL(request.url).pathname;
    const text = request.method === 'GET' ? '' : await request.text();
    const asked = {method: request.method, path, body: (text ? JSON.parse(text) : {}) as Record<string, unknown>};
    calls.push(asked);
    const found = answers[`${request.method} ${path}`]?.(asked) ?? {};
    if (found instanceof Response) return found;
    return new Response(JSON.stringify(found), {headers: {'Content-Type': 'application/json'}});
  };
  return calls;
}

/** A refusal as the gateway writes it. */
export function refusal(status: number, reason: string, detail: string, violations: readonly object[] = []): Response {
  return new Response(JSON.stringify({type: 'about:blank', title: reason, status, reason, detail, violations}), {
    status,
    headers: {'Content-Type': 'application/problem+json'},
  });
}
