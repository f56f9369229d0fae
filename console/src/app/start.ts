import {takeTokensFrom} from '@/api/token';
import {Login} from './auth/login';

/** The console for whoever logs in. Nothing of its pages is needed to leave for the login page, and nothing is fetched for it. */
export async function start(place: HTMLElement): Promise<void> {
  // Whoever comes back from there will be let in: what he needs is fetched while that is asked.
  const inside = Login.returning() ? import('./inside') : null;
  const pages = () => inside ?? import('./inside');
  let login: Login | 'signed-out';
  try {
    login = await Login.begin();
  } catch {
    await (await pages()).showNotStarted(place);
    return;
  }
  if (login === 'signed-out') {
    await (await pages()).showSignedOut(place);
    return;
  }
  takeTokensFrom(login);
  await (await pages()).showConsole(place, login);
}
