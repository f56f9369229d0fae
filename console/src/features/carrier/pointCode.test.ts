import {describe, expect, it} from 'vitest';
import {type Bits, type PointCode, grouped, readCic, readPointCode, slotOf, written} from './pointCode';

describe('a point code', () => {
  // The table in docs/concepts/trace-back.md, which the service holds itself to as well.
  it.each([
    ['10-20-30', 24, 660510, '10-20-30', null],
    ['2-100-3', 14, 4899, '0-19-35', '2-100-3'],
    ['16383', 14, 16383, '0-63-255', '7-255-7'],
    ['0-0-0', 24, 0, '0-0-0', '0-0-0'],
    ['255-255-255', 24, 16777215, '255-255-255', null],
    ['16383', 24, 16383, '0-63-255', '7-255-7'],
    ['16384', 24, 16384, '0-64-0', null],
  ] as const)('%s of %d bits is %d', (text, bits, value, as24, as14) => {
    const code = readPointCode(text, bits);
    expect(code).toEqual({bits, value});
    expect(grouped(code!, 24)).toBe(as24);
    expect(grouped(code!, 14)).toBe(as14);
  });

  it.each([
    ['１０－２０－３０', 24],
    [' 10 - 20 - 30 ', 24],
    ['10–20–30', 24],
    ['10.20.30', 24],
    ['0x0A141E', 24],
    ["H'0a141e", 24],
    ['0A141Eh', 24],
    ['660510', 24],
  ] as const)('%s is another way to write 10-20-30', (text, bits) => {
    expect(readPointCode(text, bits)).toEqual({bits: 24, value: 660510});
  });

  it.each([
    ['256-0-0', 24],
    ['0-256-0', 24],
    ['0-0-256', 24],
    ['16777216', 24],
    ['8-0-0', 14],
    ['0-0-8', 14],
    ['16384', 14],
    ['0x4000', 14],
    ['10-20', 24],
    ['10-20-30-40', 24],
    ['-1', 24],
    ['', 24],
    ['FF', 24],
    ['甲-乙-丙', 24],
  ] as const)('%s is none of %d bits', (text, bits) => {
    expect(readPointCode(text, bits)).toBeNull();
  });

  it('comes back from either notation as it was', () => {
    for (let value = 0; value < 2 ** 14; value += 97) comesBack({bits: 14, value});
    for (let value = 0; value < 2 ** 24; value += 65_521) comesBack({bits: 24, value});
    comesBack({bits: 24, value: 2 ** 24 - 1});
  });

  it('is written in the groups of its own network', () => {
    expect(written({bits: 14, value: 4899})).toEqual({text: '2-100-3', bits: 14});
    expect(written({bits: 24, value: 4899})).toEqual({text: '0-19-35', bits: 24});
  });
});

function comesBack(code: PointCode): void {
  const own = written(code);
  expect(readPointCode(own.text, own.bits)).toEqual(code);
  const other: Bits = code.bits === 14 ? 24 : 14;
  const there = grouped(code, other);
  expect(there === null).toBe(code.value >= 2 ** other);
  if (there !== null) expect(readPointCode(there, other)).toEqual({bits: other, value: code.value});
  expect(readPointCode(String(code.value), code.bits)).toEqual(code);
}

describe('a circuit', () => {
  it.each([
    ['0', 0],
    ['77', 77],
    ['４０９５', 4095],
    ['2/13', 77],
    ['127:31', 4095],
  ])('%s is %d', (text, cic) => expect(readCic(text)).toBe(cic));

  it.each(['', '4096', '-1', '1.5', '128/0', '0/32', 'x'])('%s is none', (text) => expect(readCic(text)).toBeNull());

  it('is told by its system and time slot', () => {
    expect(slotOf(77)).toBe('2/13');
    expect(readCic(slotOf(4095))).toBe(4095);
  });
});
