import {type Doubtful, type Found, PASTED_FIELDS, type PastedField, type PastedPayment, settle} from './found';
import {halfWidth, type Span} from './reading';
import table from './templates.json';

interface Template {
  readonly id: string;
  readonly anchor: string;
  readonly refuse: string;
  readonly fields?: Partial<Record<PastedField, readonly string[]>>;
  readonly labels?: Partial<Record<PastedField, readonly string[]>>;
}

interface Piece {
  readonly raw: string;
  readonly span: Span;
}

/** The version of the table of templates. */
export const TEMPLATES_VERSION = table.version;

/** The templates that look at labels go first: a bill has them, a message has not. */
const TEMPLATES: readonly Template[] = [...(table.templates as readonly Template[])].sort(
  (a, b) => Number(b.labels !== undefined) - Number(a.labels !== undefined),
);

/** Reads bank messages and wallet bills. A message that tells of money coming in, or of none, is passed over. */
export function readMessages(text: string, now: Date): readonly PastedPayment[] {
  return messages(text).flatMap((message) => {
    const body = halfWidth(text.slice(message.start, message.end));
    const template = TEMPLATES.find(
      (one) =>
        new RegExp(one.anchor, 'u').test(body) &&
        (one.fields !== undefined || labelled(one, body, 0, 'amount').length > 0),
    );
    if (!template || new RegExp(template.refuse, 'u').test(body)) {
      return [];
    }
    const payment = read(template, text, body, message.start, now);
    // An amount alone is in every second message.
    return payment.found.length >= 2 ? [payment] : [];
  });
}

/** A message ends at an empty line, or where the next one's 【…】 begins a line. */
function messages(text: string): readonly Span[] {
  const spans: Span[] = [];
  const breaks = /\n[ \t\r]*\n|\n(?=[ \t]*[【[])/gu;
  let start = 0;
  for (const found of [...text.matchAll(breaks)]) {
    spans.push({start, end: found.index});
    start = found.index + found[0].length;
  }
  spans.push({start, end: text.length});
  return spans.filter((span) => text.slice(span.start, span.end).trim() !== '');
}

function read(template: Template, text: string, body: string, offset: number, now: Date): PastedPayment {
  const found: Found[] = [];
  const doubtful: Doubtful[] = [];
  for (const field of PASTED_FIELDS) {
    const pieces = template.labels ? labelled(template, body, offset, field) : matched(template, body, offset, field);
    const read = pieces.map((piece) => {
      const raw = text.slice(piece.span.start, piece.span.end);
      return settle(field, raw, piece.span, now);
    });
    const values = new Set(read.map((one) => one?.value ?? ''));
    const [first] = read;
    if (first && values.size === 1) {
      found.push(first);
    } else if (pieces[0]) {
      doubtful.push({field, raw: pieces[0].raw, span: pieces[0].span});
    }
  }
  return {found, doubtful, template: `${table.version}/${template.id}`};
}

/** What the first pattern that matches at all names, wherever it matches; several different values are a doubt. */
function matched(template: Template, body: string, offset: number, field: PastedField): readonly Piece[] {
  for (const pattern of template.fields?.[field] ?? []) {
    const pieces = [...body.matchAll(new RegExp(pattern, 'gdu'))].flatMap((found) => {
      const place = found.indices?.groups?.['v'];
      const raw = found.groups?.['v'];
      const before = body.slice(Math.max(0, found.index - 4), found.index);
      return place && raw !== undefined && !/余额|额度/u.test(before)
        ? [{raw, span: {start: offset + place[0], end: offset + place[1]}}]
        : [];
    });
    if (pieces.length > 0) {
      return pieces;
    }
  }
  return [];
}

/** Lines `收款方 张测试`, `收款方：张测试`, or the label on one line and its value on the next. */
function labelled(template: Template, body: string, offset: number, field: PastedField): readonly Piece[] {
  const pieces: Piece[] = [];
  const lines = [...body.matchAll(/[^\n]+/gu)];
  lines.forEach((line, index) => {
    const label = (template.labels?.[field] ?? []).find((one) => line[0].trim().startsWith(one));
    if (label === undefined) {
      return;
    }
    const from = line[0].indexOf(label) + label.length;
    const rest = line[0].slice(from);
    const value = rest.replace(/^[\s::|]+/u, '');
    if (value.trim() !== '' && rest !== value) {
      pieces.push(piece(value, offset + line.index + from + rest.length - value.length));
    } else if (rest.replace(/[\s::]/gu, '') === '') {
      const next = lines[index + 1];
      if (next) {
        pieces.push(piece(next[0], offset + next.index));
      }
    }
  });
  return pieces;
}

function piece(line: string, at: number): Piece {
  const raw = line.trim();
  const start = at + line.indexOf(raw);
  return {raw, span: {start, end: start + raw.length}};
}
