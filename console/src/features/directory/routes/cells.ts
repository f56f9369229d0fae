/** One row of a pasted or uploaded table, with the line it begins on, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of tab-separated text or CSV; a cell in double quotes may hold separators, line ends and doubled quotes. */
export function rowsOf(text: string): readonly Row[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = plain.includes('\t') ? '\t' : /^[^\n"]*;/.test(plain) && !/^[^\n"]*,/.test(plain) ? ';' : ',';
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endRow = () => {
    cells.push(cell.trim());
    if (cells.some((each) => each !== '')) rows.push({line: begun, cells});
    cells = [];
    cell = '';
  };
  for (let at = 0; at < plain.length; at++) {
    const c = plain.charAt(at);
    if (quoted) {
      if (c === '"' && plain.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (c === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (c === '\n') {
      endRow();
    } else {
      cell += c;
    }
    if (c === '\n') {
      line++;
      if (!quoted) begun = line;
    }
  }
  endRow();
  return rows;
}

/** A file as text: UTF-8, else GB 18030, as spreadsheets in China still write CSV. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
