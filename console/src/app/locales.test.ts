import {describe, expect, it} from 'vitest';

const files = import.meta.glob<Record<string, unknown>>(
  ['../features/*/locales/*.json', '../shared/locales/*.json', '../training/locales/*.json', './locales/*.json'],
  {eager: true, import: 'default'},
);

function keys(value: unknown, path: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value).flatMap(([key, inner]) => keys(inner, [...path, key]));
}

const chinese = Object.keys(files).filter((path) => path.endsWith('/zh-CN.json'));

describe('texts', () => {
  it('are found', () => {
    expect(chinese.length).toBeGreaterThanOrEqual(4);
    expect(Object.keys(files)).toHaveLength(chinese.length * 2);
  });

  it.each(chinese)('%s says the same things in English', (path) => {
    const english = files[path.replace('zh-CN.json', 'en.json')];
    const plain = (all: string[]) => [...new Set(all.map((key) => key.replace(/_(one|other)$/, '')))].sort();
    expect(plain(keys(english))).toEqual(plain(keys(files[path])));
  });

  it.each(Object.keys(files))('%s leaves nothing empty', (path) => {
    const texts = keys(files[path]).map((key) => [key, lookUp(files[path], key)] as const);
    for (const [key, text] of texts) expect(text, key).toMatch(/\S/);
  });
});

function lookUp(file: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], file);
}
