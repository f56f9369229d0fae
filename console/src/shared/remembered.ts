/* eslint-disable no-restricted-globals -- the one door to it */

import {nameKept} from './space';

/** What this machine remembers between visits: how it is set up, never data, never a token. */
type Setting = 'language' | 'todo';

export function remember(setting: Setting, value: string): void {
  try {
    localStorage.setItem(nameKept(setting), value);
  } catch {
    // A browser that may not remember starts with the default next time.
  }
}

export function recall(setting: Setting): string | null {
  try {
    return localStorage.getItem(nameKept(setting));
  } catch {
    return null;
  }
}
