import {fetchTexts} from './i18n';

/** Whoever has a slow line and nothing of the console yet sees the login page at the latest after this. */
const PATIENCE_MS = 5_000;

/** What is around every page, and its texts. */
export function fetchFrame() {
  for (const each of ['app', 'shared']) fetchTexts(each).catch(() => undefined);
  return import('./inside');
}

/**
 * The frame's files, which index.html asks for: a page that is left drops what is on its way, and would ask for it again
 * when it comes back.
 */
export async function frameHere(): Promise<void> {
  const files = [...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]')]
    .filter((link) => performance.getEntriesByName(link.href).length === 0)
    .map(
      (link) =>
        new Promise((done) => {
          link.addEventListener('load', done);
          link.addEventListener('error', done);
        }),
    );
  await Promise.race([Promise.all(files), new Promise((done) => setTimeout(done, PATIENCE_MS))]);
}
