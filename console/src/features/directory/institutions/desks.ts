import type {Institution} from '@/shared/directory';
import type {Desk} from '../data';

export type DeskPhones = Partial<Record<Desk, string>>;

/** The desks as they are sent: those with a number, and those that were there without one. */
export function desksIn(phones: DeskPhones | undefined, before: Institution['desks']): {desk: Desk; phone: string}[] {
  const silent = new Set((before ?? []).filter((each) => !each.phone).map((each) => each.desk));
  const all = [...new Set([...Object.keys(phones ?? {}), ...silent])] as Desk[];
  return all
    .map((desk) => ({desk, phone: phones?.[desk]?.trim() ?? ''}))
    .filter(({desk, phone}) => phone !== '' || silent.has(desk));
}

/** The desks as the form shows them. */
export function phonesOf(desks: Institution['desks']): DeskPhones {
  const phones: DeskPhones = {};
  for (const {desk, phone} of desks ?? []) if (desk) phones[desk] = phone ?? '';
  return phones;
}
