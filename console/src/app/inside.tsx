import {QueryClientProvider} from '@tanstack/react-query';
import {type ReactNode, StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {BrowserRouter} from 'react-router';
import {presence} from '@/shared/desk/presence';
import {Dressed} from './Dressed';
import {Shell} from './Shell';
import {NotStarted, SignedOut} from './Outside';
import {Login} from './auth/login';
import {SessionProvider} from './auth/SessionProvider';
import {startTexts} from './i18n';
import {queryClient} from './queries';

/** The pages of whoever is logged in. */
export function showConsole(place: HTMLElement, login: Login): Promise<void> {
  presence.limitTo(login.presenceSeconds);
  return show(
    place,
    <QueryClientProvider client={queryClient()}>
      <SessionProvider login={login}>
        <BrowserRouter>
          <Shell />
        </BrowserRouter>
      </SessionProvider>
    </QueryClientProvider>,
  );
}

export function showNotStarted(place: HTMLElement): Promise<void> {
  return show(place, <NotStarted />);
}

export function showSignedOut(place: HTMLElement): Promise<void> {
  return show(place, <SignedOut onLogIn={() => Login.again()} />);
}

async function show(place: HTMLElement, page: ReactNode): Promise<void> {
  await startTexts();
  createRoot(place).render(
    <StrictMode>
      <Dressed>{page}</Dressed>
    </StrictMode>,
  );
}
