import {describe, expect, it} from 'vitest';
import contract from '@/api/openapi.json';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';

const PACKAGES = ['casefile', 'freezing', 'liaison'] as const;
const WORDS = {'zh-CN': zh, en} as const;

interface Operation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
}

const OPERATIONS = Object.values<Record<string, Operation>>(contract.paths as never).flatMap((path) =>
  Object.values(path).filter((each) => each.operationId !== undefined),
);

describe.each(['zh-CN', 'en'] as const)('what stands in a log, in %s', (language) => {
  it('has a word for every call of the contract, and every thing', () => {
    const {action, kind} = WORDS[language];
    const worded = new Set(PACKAGES.flatMap((each) => Object.keys(action[each])));
    expect(OPERATIONS.map((each) => each.operationId?.split('_')[1] ?? '').filter((each) => !worded.has(each))).toEqual([]);
    const things = OPERATIONS.flatMap((each) => each.tags ?? []).map((tag) => tag[0]!.toLowerCase() + tag.slice(1));
    expect([...new Set(things)].filter((each) => !(each in kind))).toEqual([]);
  });

  it('has a word for every role', () => {
    const roles = contract.components.schemas['access.v1.Role'].enum
      .filter((each) => each !== 'ROLE_UNSPECIFIED')
      .map((each) => each.toLowerCase().replaceAll('_', '-'));
    expect(roles.filter((each) => !(each in WORDS[language].role))).toEqual([]);
  });
});
