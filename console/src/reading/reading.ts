/** What became of a typed text. Nothing is guessed: what could mean two things is `unsure` and waits for a person. */
export type Reading<T, P extends string = string> =
  | {readonly state: 'empty'}
  | {readonly state: 'sure'; readonly value: T}
  /** Candidates are offered, never taken; there may be none. */
  | {readonly state: 'unsure'; readonly candidates: readonly T[]; readonly problem: P}
  | {readonly state: 'unread'; readonly problem: P};

/** Where in a source text something stands: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Full-width letters, digits and punctuation as their ordinary forms. The length stays, so that a span of the answer is a
 * span of the text.
 */
export function halfWidth(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xff01 && code <= 0xff5e) {
      out += String.fromCharCode(code - 0xfee0);
    } else if (code === 0x3000 || code === 0x00a0 || code === 0x2007 || code === 0x202f) {
      out += ' ';
    } else if (code === 0xffe5) {
      out += '¥';
    } else {
      out += text.charAt(i);
    }
  }
  return out;
}

/** A draft keeps what was typed and, after ` = `, how its author wants it read: `昨天中午 = 2026-11-21 12:00:00`. */
const SAID = /^([\s\S]*\S)\s*[=＝]\s*([^=＝]*\S)$/u;

/** The typed part of a draft's text. */
export function typedPart(text: string): string {
  return SAID.exec(text)?.[1] ?? text;
}

/** The part after ` = `, empty where the text speaks for itself. */
export function saidPart(text: string): string {
  return SAID.exec(text)?.[2] ?? '';
}

/** Text and reading as a draft keeps them; a text that already is its reading stands alone. */
export function withReading(typed: string, reading: string): string {
  return reading === '' || typed.trim() === reading ? typed : `${typed.trim()} = ${reading}`;
}
