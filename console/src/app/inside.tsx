import {QueryClientProvider} from '@tanstack/react-query';
import {type ReactNode, StrictMode, Suspense} from 'react';
import {createRoot} from 'react-dom/client';
import {BrowserRouter} from 'react-router';
import {presence} from '@/shared/desk/presence';
import {Shell} from './Shell';
import {NotStarted, SignedOut} from './Outside';
import {Login} from './auth/login';
import {SessionProvider} from './auth/SessionProvider';
import {startTexts} from './i18n';
import type {Ahead} from './pages';
import {queryClient} from './queries';

/** The pages of whoever is logged in. */
export function showConsole(place: HTMLElement, login: Login, ahead: Ahead | null): Promise<void> {
  presence.limitTo(login.presenceSeconds);
  return show(
    place,
    <QueryClientProvider client={queryClient()}>
      <SessionProvider login={login}>
        <BrowserRouter>
          <Shell ahead={ahead} />
        </BrowserRouter>
      </SessionProvider>
    </QueryClientProvider>,
    ahead === null ? [] : [ahead.texts],
  );
}

export function showNotStarted(place: HTMLElement): Promise<void> {
  return show(place, <NotStarted />);
}

export function showSignedOut(place: HTMLElement): Promise<void> {
  return show(place, <SignedOut onLogIn={() => Login.again()} />);
}

async function show(place: HTMLElement, page: ReactNode, texts: readonly string[] = []): Promise<void> {
  await startTexts(texts);
  createRoot(place).render(
    <StrictMode>
      <Suspense fallback={null}>{page}</Suspense>
    </StrictMode>,
  );
}
