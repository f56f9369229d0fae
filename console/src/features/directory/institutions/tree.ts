import type {Institution} from '@/shared/directory';
import type {Kind} from '../data';

/** An institution with those below it; without any, `children` is absent, as a table wants it. */
export interface Branch {
  readonly key: string;
  readonly institution: Institution;
  readonly children?: readonly Branch[];
}

function byCode(one: Institution, other: Institution): number {
  return (one.code ?? '').localeCompare(other.code ?? '');
}

/** Whether name, code, region or a telephone number holds the text. */
export function tells(institution: Institution, text: string): boolean {
  const phones = (institution.desks ?? []).map((each) => each.phone);
  const all = [institution.name, institution.code, institution.region, institution.phone, ...phones];
  return all.some((each) => each?.toLowerCase().includes(text));
}

/**
 * The tree of what fits, each with those above it, so that its place is seen. One whose parent is not known stands at the
 * root.
 */
export function treeOf(institutions: readonly Institution[], text: string, kind: Kind | ''): readonly Branch[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  const known = new Set(institutions.map((each) => each.id));
  const below = new Map<string, Institution[]>();
  for (const each of [...institutions].sort(byCode)) {
    const parent = each.parent && known.has(each.parent) ? each.parent : '';
    below.set(parent, [...(below.get(parent) ?? []), each]);
  }
  const grow = (parent: string): readonly Branch[] =>
    (below.get(parent) ?? []).flatMap((institution) => {
      const children = grow(institution.id ?? '');
      const fits = (kind === '' || institution.kind === kind) && (wanted === '' || tells(institution, wanted));
      if (!fits && children.length === 0) return [];
      return [{key: institution.id ?? '', institution, ...(children.length > 0 ? {children} : {})}];
    });
  return grow('');
}

/** All keys of branches that have others below them. */
export function openable(branches: readonly Branch[]): string[] {
  return branches.flatMap((each) => (each.children ? [each.key, ...openable(each.children)] : []));
}
