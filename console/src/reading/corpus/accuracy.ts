import {PASTED_FIELDS, type PastedField} from '../found';
import {readPaste} from '../paste';
import type {Sample} from './corpus';

/** How one field came out over a corpus. */
export interface Tally {
  readonly field: PastedField;
  /** Texts that tell it. */
  readonly told: number;
  readonly right: number;
  /** Told and left to a person. */
  readonly empty: number;
  /** Taken, and not what the text says: the only outcome that does harm. */
  readonly wrong: number;
}

/** Reads every text and counts, field by field. */
export function tally(
  samples: readonly Sample[],
  now: Date,
  onMiss: (sample: Sample, field: PastedField, got: string) => void,
): readonly Tally[] {
  const read = samples.map((sample) => {
    const payments = readPaste(sample.text, now);
    return {
      sample,
      values: new Map((payments.length === 1 ? payments[0]?.found : [])?.map((one) => [one.field, one.value])),
    };
  });
  return PASTED_FIELDS.map((field) => {
    let [told, right, empty, wrong] = [0, 0, 0, 0];
    for (const {sample, values} of read) {
      const [want, got] = [sample.expected[field], values.get(field)];
      told += want === undefined ? 0 : 1;
      if (want === got) {
        right += want === undefined ? 0 : 1;
        continue;
      }
      onMiss(sample, field, got ?? '');
      if (got === undefined) {
        empty++;
      } else {
        wrong++;
      }
    }
    return {field, told, right, empty, wrong};
  });
}

/** The tallies as a table for people. */
export function table(tallies: readonly Tally[], heading: string): string {
  const sum = (of: (one: Tally) => number) => tallies.reduce((total, one) => total + of(one), 0);
  const line = (name: string, told: number, right: number, empty: number, wrong: number) =>
    `| ${name.padEnd(12)} | ${String(told).padStart(5)} | ${(told === 0 ? '-' : `${((100 * right) / told).toFixed(1)} %`).padStart(8)} | ` +
    `${String(empty).padStart(10)} | ${String(wrong).padStart(5)} |`;
  return [
    heading,
    '',
    '| field        |  told |    right | left empty | wrong |',
    '|--------------|------:|---------:|-----------:|------:|',
    ...tallies.map((one) => line(one.field, one.told, one.right, one.empty, one.wrong)),
    line(
      'all',
      sum((t) => t.told),
      sum((t) => t.right),
      sum((t) => t.empty),
      sum((t) => t.wrong),
    ),
  ].join('\n');
}
