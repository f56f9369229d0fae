import {describe, expect, it} from 'vitest';
import {rowsOf, textOf} from './cells';
import {difference, readTable, writeTable} from './table';

const BANK = {id: 'b'.repeat(26), code: '999100000001', name: '测试银行一', kind: 'BANK'} as const;
const PAY = {id: 'p'.repeat(26), code: '999200000001', name: '测试支付', kind: 'PAYMENT_FIRM'} as const;
const KNOWN = [BANK, PAY];

describe('a pasted routing table', () => {
  it('is read by its titles, whatever their order', () => {
    const {routes, faults} = readTable('机构\t号段\t账户种类\n测试支付\t9909\t支付账户\n999100000001\t９９０００１\t\n', KNOWN);
    expect(faults).toEqual([]);
    expect(routes).toMatchObject([
      {prefix: '9909', kind: 'WALLET', institution: PAY.id, length: 0, telephone: false},
      {prefix: '990001', kind: 'ACCOUNT_KIND_UNSPECIFIED', institution: BANK.id},
    ]);
  });

  it('is read as CSV with quotes, names parted, lines kept', () => {
    const text = 'prefix,names,institution,telephone\r\n,"测试一行、Test Bank, One",测试银行一,\r\n86139990,,999100000001,是\r\n';
    const {routes, lines, faults} = readTable(text, KNOWN);
    expect(faults).toEqual([]);
    expect(routes[0]).toMatchObject({prefix: '', names: ['测试一行', 'Test Bank, One']});
    expect(routes[1]).toMatchObject({prefix: '86139990', telephone: true});
    expect(lines).toEqual([2, 3]);
  });

  it('tells each line that cannot be sent', () => {
    const text = ['号段,位数,账户种类,机构代码', '62A,,,999100000001', '99,41,,999100000001', '99,,玉,999100000001', '99,,,测试别行', ',,,999100000001'];
    expect(readTable(text.join('\n'), KNOWN).faults.map((each) => [each.line, each.kind])).toEqual([
      [2, 'prefix'],
      [3, 'length'],
      [4, 'kind'],
      [5, 'institution'],
      [6, 'nothing'],
    ]);
  });

  it('without titles or lines is none', () => {
    expect(readTable('990001,999100000001', KNOWN).faults).toMatchObject([{kind: 'noTitles'}]);
    expect(readTable('  ', KNOWN).faults).toMatchObject([{kind: 'empty'}]);
    expect(readTable('号段,机构', KNOWN).faults).toMatchObject([{kind: 'empty'}]);
  });

  it('does not choose between two institutions of one name', () => {
    const twin = {...PAY, id: 't'.repeat(26), code: '999200000002'};
    expect(readTable('号段,机构\n9909,测试支付', [...KNOWN, twin]).faults).toMatchObject([{kind: 'institution'}]);
  });

  it('is written as it is read', () => {
    const routes = readTable('号段,位数,账户种类,名称,机构,电话号段\n990001,19,银行卡,,测试银行一,\n,,,一行、首行,测试银行一,\n8613,,,,测试支付,是', KNOWN).routes;
    for (const separator of ['\t', ',']) {
      expect(readTable(writeTable(routes, KNOWN, separator), KNOWN)).toMatchObject({routes, faults: []});
    }
  });

  it('differs by what its lines say, not by how names are written', () => {
    const before = [
      {prefix: '990001', institution: BANK.id},
      {prefix: '', names: ['testbankone'], institution: BANK.id},
    ];
    const after = [
      {prefix: '', names: ['Test Bank-One'], institution: BANK.id, length: 0},
      {prefix: '990002', institution: BANK.id},
    ];
    expect(difference(before, after)).toEqual({added: [after[1]], removed: [before[0]]});
  });
});

describe('cells', () => {
  it('keep line ends and quotes within quotes, and know where a row begins', () => {
    expect(rowsOf('a,b\n"1\n""x""",2\n\n3,4')).toEqual([
      {line: 1, cells: ['a', 'b']},
      {line: 2, cells: ['1\n"x"', '2']},
      {line: 5, cells: ['3', '4']},
    ]);
  });

  it('come out of UTF-8 and GB 18030 alike', () => {
    const utf8 = new TextEncoder().encode('号段');
    const gb = new Uint8Array([0xba, 0xc5, 0xb6, 0xce]);
    expect(textOf(utf8.buffer)).toBe('号段');
    expect(textOf(gb.buffer)).toBe('号段');
  });
});
