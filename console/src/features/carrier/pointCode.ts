/** The signalling network a point code belongs to: 24 bits is China's own, 14 bits the international one. */
export type Bits = 14 | 24;

/** An exchange's address in the signalling network of No. 7. Equal only if the network is, too. */
export interface PointCode {
  bits: Bits;
  value: number;
}

const GROUPS = /^(\d{1,3})-(\d{1,3})-(\d{1,3})$/;
const INTEGER = /^\d{1,8}$/;
/** As consoles print it in base 16: `0x0A141E`, `H'0A141E`, `0A141EH`. */
const HEXADECIMAL = /^(?:0X([0-9A-F]{1,6})|H'([0-9A-F]{1,6})'?|([0-9A-F]{1,6})H)$/;
/** Digits in the outer groups: main area and point, or zone and point; the middle one has always eight. */
const OUTER: Record<Bits, number> = {24: 8, 14: 3};

/**
 * Reads a code as people write it: `10-20-30` (main area, sub area, point), `2-100-3` (zone, network, point), or one
 * number. Null where it is no code of that many bits.
 */
export function readPointCode(text: string, bits: Bits): PointCode | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/\s*[-‐‑–—−.·]\s*/g, '-')
    .toUpperCase();
  const groups = GROUPS.exec(plain);
  if (groups !== null) return fromGroups(Number(groups[1]), Number(groups[2]), Number(groups[3]), bits);
  const base16 = HEXADECIMAL.exec(plain);
  if (base16 !== null) return inRange(Number.parseInt(base16[1] ?? base16[2] ?? base16[3] ?? '', 16), bits);
  return INTEGER.test(plain) ? inRange(Number(plain), bits) : null;
}

function inRange(value: number, bits: Bits): PointCode | null {
  return value < 2 ** bits ? {bits, value} : null;
}

function fromGroups(first: number, second: number, third: number, bits: Bits): PointCode | null {
  const outer = OUTER[bits];
  if (first >= 2 ** outer || second >= 2 ** 8 || third >= 2 ** outer) return null;
  return {bits, value: (first << (8 + outer)) | (second << outer) | third};
}

/** The groups of that network; null where the value needs more bits than it has. */
export function grouped({value}: PointCode, bits: Bits): string | null {
  if (value >= 2 ** bits) return null;
  const outer = OUTER[bits];
  return [value >> (8 + outer), (value >> outer) & 0xff, value & (2 ** outer - 1)].join('-');
}

/** In its own network's groups, as the contract takes it. */
export function written(code: PointCode): {text: string; bits: Bits} {
  return {text: grouped(code, code.bits) ?? String(code.value), bits: code.bits};
}

const CIC_MAX = 4095;

/** A circuit's number, 0 to 4095, or as system and time slot, `2/13`; null where it is none. */
export function readCic(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  const slot = /^(\d{1,3})\s*[/:]\s*(\d{1,2})$/.exec(plain);
  if (slot !== null) {
    const [system, place] = [Number(slot[1]), Number(slot[2])];
    return system < 128 && place < 32 ? system * 32 + place : null;
  }
  return /^\d{1,4}$/.test(plain) && Number(plain) <= CIC_MAX ? Number(plain) : null;
}

/** The 2 Mbit/s system and the time slot in it: 77 → `2/13`. */
export function slotOf(cic: number): string {
  return `${cic >> 5}/${cic & 31}`;
}
