import type {RowList} from './cell';

const ROW = /^(transfers|contacts)\[([A-Za-z][A-Za-z0-9]{0,7})\]\./;

/** The row a path is in. */
export function rowOf(path: string): {list: RowList; key: string} | null {
  const found = ROW.exec(path);
  return found ? {list: found[1] as RowList, key: found[2]!} : null;
}

export function isRow(path: string, list: RowList, key: string): boolean {
  return path.startsWith(`${list}[${key}].`);
}

/** What a new row holds before anybody types: in nearly every case it is so, and it can be seen and changed. */
export const PRESET: Record<RowList, Readonly<Record<string, string>>> = {
  transfers: {},
  contacts: {direction: 'INCOMING'},
};
