import {MutationCache, QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {BrowserRouter} from 'react-router';
import {ProblemError} from '@/api/problem';
import {takeTokensFrom} from '@/api/token';
import {Dressed} from './Dressed';
import {Shell} from './Shell';
import {NotStarted, SignedOut} from './Outside';
import {Login} from './auth/login';
import {SessionProvider} from './auth/SessionProvider';
import {startTexts} from './i18n';
import './main.css';

const RETRIES_MAX = 2;

const queries: QueryClient = new QueryClient({
  // What was refused was decided on what is no longer so: look again.
  mutationCache: new MutationCache({
    onError: (failure) => {
      if (failure instanceof ProblemError) void queries.invalidateQueries();
    },
  }),
  defaultOptions: {
    queries: {
      // A refusal stays one; a network that is away may come back.
      retry: (count, failure) =>
        count < RETRIES_MAX && !(failure instanceof ProblemError && failure.problem.status < 500),
      refetchOnWindowFocus: true,
      staleTime: 2_000,
    },
    mutations: {retry: false},
  },
});

async function start(): Promise<void> {
  const root = createRoot(document.getElementById('root')!);
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
        <QueryClientProvider client={queries}>
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

void start();
