import {takeTokensFrom} from '@/api/token';
import {Login} from './auth/login';
import {fetchFrame} from './frame';
import {fetchAhead} from './pages';

/** The console for whoever logs in. Nothing of its pages is needed to leave for the login page. */
export async function start(place: HTMLElement): Promise<void> {
  // Whoever comes back from there will be let in: what he needs is fetched while that is asked. What cannot be fetched
  // now is asked for again, and told, where it is needed.
  const bound = Login.bound();
  const inside = bound === null ? null : fetchFrame();
  const ahead = bound === null ? null : fetchAhead(bound).catch(() => null);
  const pages = () => inside ?? fetchFrame();
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
  const {showConsole} = await pages();
  await showConsole(place, login, await ahead);
}
