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

describe('an English text', () => {
  const english = Object.keys(files).filter((path) => path.endsWith('/en.json'));

  it.each(english)('%s is set with English signs', (path) => {
    for (const key of keys(files[path])) {
      // A Chinese document is cited by its own number.
      const text = String(lookUp(files[path], key)).replace(/〔\d{4}〕/g, '');
      expect(text, key).not.toMatch(/[\u3000-\u303f\uff00-\uffef\u201c\u201d]/);
    }
  });
});

function lookUp(file: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], file);
}
