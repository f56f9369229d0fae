import {describe, expect, it} from 'vitest';
import {desksIn} from './desks';
import {type Branch, openable, treeOf} from './tree';

const institutions = [
  {id: 'station', code: '999001000001', name: '测试派出所甲', kind: 'POLICE', parent: 'county'},
  {id: 'county', code: '999001000000', name: '测试县公安局', kind: 'POLICE', parent: 'province'},
  {id: 'province', code: '999000000000', name: '测试省公安厅', kind: 'POLICE', parent: ''},
  {id: 'bank', code: '999100000001', name: '测试银行一', kind: 'BANK', parent: '', desks: [{desk: 'LIAISON_DESK', phone: '000-9995011'}]},
  {id: 'orphan', code: '999900000000', name: '测试孤儿', kind: 'CARRIER', parent: 'nobody'},
] as const;

function names(branches: readonly Branch[]): unknown[] {
  return branches.map((each) => (each.children ? [each.key, ...names(each.children)] : each.key));
}

describe('the tree of institutions', () => {
  it('stands by code, each below its parent, the parentless at the root', () => {
    const tree = treeOf(institutions as never, '', '');
    expect(names(tree)).toEqual([['province', ['county', 'station']], 'bank', 'orphan']);
    expect(openable(tree)).toEqual(['province', 'county']);
  });

  it('keeps those above what is looked for', () => {
    expect(names(treeOf(institutions as never, '派出所', ''))).toEqual([['province', ['county', 'station']]]);
    expect(names(treeOf(institutions as never, '９９９５０１１', 'BANK'))).toEqual(['bank']);
    expect(treeOf(institutions as never, '没有', '')).toEqual([]);
  });
});

describe('desks as they are sent', () => {
  it('are those with a number, and those that were there without one', () => {
    expect(desksIn({UNIT_DESK: ' 000-1 ', SUPERVISOR_DESK: ''}, [{desk: 'TRACE_DESK', phone: ''}])).toEqual([
      {desk: 'UNIT_DESK', phone: '000-1'},
      {desk: 'TRACE_DESK', phone: ''},
    ]);
    expect(desksIn({UNIT_DESK: ''}, [{desk: 'UNIT_DESK', phone: '000-1'}])).toEqual([]);
  });
});
