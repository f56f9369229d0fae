import {QueryClientProvider} from '@tanstack/react-query';
import {StrictMode, Suspense} from 'react';
import type {Root} from 'react-dom/client';
import {BrowserRouter} from 'react-router';
import {answerFrom} from '@/api/network';
import {takeTokensFrom} from '@/api/token';
import {queryClient} from '@/app/queries';
import {loadTexts, startTexts} from '@/app/i18n';
import {Dressed} from '@/shared/dressed/Dressed';
import {rememberLanguage} from '@/shared/language';
import {TRAINING} from '@/shared/space';
import {ChooseRole} from './ChooseRole';
import {Frame} from './Frame';
import {Lesson} from './Lesson';
import {LESSONS} from './lessons';
import {Play} from './Play';
import {TAUGHT, type Taught} from './world/places';

/** The role that was chosen lasts as long as the page: its world does too. */
function roleAsked(): Taught | null {
  const asked = new URLSearchParams(window.location.search).get('role');
  return TAUGHT.find((role) => role === asked) ?? null;
}

/** Nothing of this page may reach a server, by whatever way: the browser itself is told so, for as long as the page lives. */
function barTheWayOut(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "connect-src 'none'";
  document.head.append(policy);
}

/** The training space: the same pages, in a world of their own. Nobody logs in. */
export async function start(root: Root): Promise<void> {
  const address = new URLSearchParams(window.location.search);
  const language = address.get('language');
  if (language === 'en' || language === 'zh-CN') rememberLanguage(language);
  if (!import.meta.env.DEV) barTheWayOut();
  answerFrom(nobody);
  takeTokensFrom({token: () => Promise.resolve(null), refused: () => undefined});
  await startTexts();
  const role = roleAsked();
  if (role === null) {
    const mine = (address.get('mine') ?? '').split(',');
    root.render(
      <Dressed>
        <Suspense fallback={null}>
          <Frame>
            <ChooseRole mine={mine} />
          </Frame>
        </Suspense>
      </Dressed>,
    );
    return;
  }
  // The world is written in the language of the page.
  await loadTexts('training');
  const lesson = LESSONS[role];
  window.history.replaceState(null, '', TRAINING + lesson.start);
  const play = new Play(lesson, () => Date.now());
  play.start();
  root.render(
    <StrictMode>
      <Dressed>
        <QueryClientProvider client={queryClient()}>
          <BrowserRouter basename={TRAINING}>
            <Suspense fallback={null}>
              <Frame>
                <Lesson play={play} />
              </Frame>
            </Suspense>
          </BrowserRouter>
        </QueryClientProvider>
      </Dressed>
    </StrictMode>,
  );
}

/** Until a lesson begins nobody answers. */
const nobody = {
  fetch: () => Promise.reject(new TypeError('nobody answers in the training space yet')),
  send: () => Promise.reject(new TypeError('nobody answers in the training space yet')),
};
