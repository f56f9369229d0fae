import {describe, expect, it} from 'vitest';
import {outflowOf, readOutflows} from './outflowText';

const LINE = '9900020000000000017\t测试二层\t测试银行二\t18,000.00\t2026-11-21 11:35:10\tTEST0002';

describe('outflows from a clipboard', () => {
  it('are read whatever the order of their columns, without the heading', () => {
    const rows = readOutflows(`账号\t户名\t银行\t金额\t时间\t流水号\n${LINE}\n${LINE.split('\t').reverse().join('\t')}\n`);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(outflowOf(row)).toEqual({
        kind: 'TO_ACCOUNT',
        amountFen: '1800000',
        outflowTime: '2026-11-21T11:35:10+08:00',
        serialNumber: 'TEST0002',
        place: '',
        payee: {
          kind: 'CARD',
          accountNumber: '9900020000000000017',
          accountName: '测试二层',
          institutionName: '测试银行二',
        },
      });
    }
  });

  it('know a name that is written in Latin letters', () => {
    const [row] = readOutflows(LINE.replace('测试二层', 'Test Sun Qi').replace('测试银行二', 'Test Bank Two'));
    expect(row).toMatchObject({name: 'Test Sun Qi', bank: 'Test Bank Two'});
  });

  it('know cash and purchases', () => {
    const [cash, purchase] = readOutflows('ATM取现 测试网点\t5,000.00\t11:40:00\nPOS消费 测试商户\t1.2万\t11:41:00');
    expect(cash).toMatchObject({kind: 'CASH', amount: '5,000.00'});
    expect(purchase).toMatchObject({kind: 'PURCHASE', amount: '1.2万'});
    expect(outflowOf(cash!)).not.toHaveProperty('payee');
  });

  it('leave empty what is not sure, and are then not complete', () => {
    const [row] = readOutflows('测试二层\t18,000.00\t2026-11-21 11:35:10');
    expect(row).toMatchObject({account: '', name: '测试二层'});
    expect(outflowOf(row!)).toBeNull();
  });
});
