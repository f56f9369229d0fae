import {expect, it} from 'vitest';
import {TEMPLATES_VERSION} from '../messages';
import {table, tally} from './accuracy';
import {corpus} from './corpus';

const NOW = new Date('2026-11-22T14:12:30+08:00');

// `npm run accuracy` prints the table; what is taken wrongly would stop somebody else's account, so the bar is there.
it('takes next to nothing wrongly from texts the templates were not written from', () => {
  const misses = new Map<string, string>();
  const samples = corpus(20261122, 40, NOW);
  const tallies = tally(samples, NOW, (sample, field, got) => {
    misses.set(
      `form ${sample.form + 1} ${field} ${got === '' ? 'left empty' : 'wrong'}`,
      `${sample.expected[field] ?? 'nothing'} / ${got}`,
    );
  });
  const lines = [...misses].map(([what, example]) => `${what}: ${example}`);
  if (import.meta.env.MODE === 'accuracy')
    console.log(
      `${table(tallies, `${samples.length} synthetic texts, table ${TEMPLATES_VERSION}`)}\n\n${lines.join('\n')}`,
    );
  const total = (of: (one: (typeof tallies)[number]) => number) => tallies.reduce((sum, one) => sum + of(one), 0);
  expect(total((t) => t.wrong) / total((t) => t.right)).toBeLessThan(0.01);
  expect(total((t) => t.right) / total((t) => t.told)).toBeGreaterThan(0.8);
});
