import {QueryClientProvider} from '@tanstack/react-query';
import {StrictMode} from 'react';
import type {Root} from 'react-dom/client';
import {BrowserRouter} from 'react-router';
import {takeTokensFrom} from '@/api/token';
import {Dressed} from './Dressed';
import {Shell} from './Shell';
import {NotStarted, SignedOut} from './Outside';
import {Login} from './auth/login';
import {SessionProvider} from './auth/SessionProvider';
import {startTexts} from './i18n';
import {queryClient} from './queries';

/** The console for whoever logs in. */
export async function start(root: Root): Promise<void> {
  await startTexts();
  let login: Login | 'signed-out';
  try {
    login = await Login.begin();
  } catch {
    root.render(<Dressed><NotStarted /></Dressed>);
    return;
  }
  if (login === 'signed-out') {
    root.render(<Dressed><SignedOut onLogIn={() => Login.again()} /></Dressed>);
    return;
  }
  takeTokensFrom(login);
  root.render(
    <StrictMode>
      <Dressed>
        <QueryClientProvider client={queryClient()}>
          <SessionProvider login={login}>
            <BrowserRouter>
              <Shell />
            </BrowserRouter>
          </SessionProvider>
        </QueryClientProvider>
      </Dressed>
    </StrictMode>,
  );
}
