import type {PastedPayment} from './found';
import {readMessages} from './messages';
import {readSheet} from './sheet';

/** Most characters of a paste that are read; a day's bill is less. */
export const PASTE_MAX = 60_000;

/** Payments in a pasted text: rows of a spreadsheet, or bank messages and wallet bills. */
export function readPaste(text: string, now: Date): readonly PastedPayment[] {
  const bounded = text.slice(0, PASTE_MAX);
  return readSheet(bounded, now) ?? readMessages(bounded, now);
}
