import {describe, expect, it} from 'vitest';
import {readPaste} from './paste';
import type {PastedPayment} from './found';

const NOW = new Date('2026-11-22T14:12:30+08:00');

/** Field by field, and that each span really shows what was taken. */
function values(text: string, payment: PastedPayment | undefined): Record<string, string> {
  return Object.fromEntries(
    (payment?.found ?? []).map((one) => {
      expect(text.slice(one.span.start, one.span.end)).toBe(one.raw);
      return [one.field, one.value];
    }),
  );
}

describe('readPaste', () => {
  it('reads a spreadsheet by its titles', () => {
    const text =
      '交易时间\t收款户名\t收款账号\t收款银行\t交易金额(元)\t流水号\t余额\r\n' +
      '2026-11-06 11:30:05\t测试甲\t9900 0100 0000 0007\t测试银行一\t50,000.00\t20261106113005000001\t12.00\r\n' +
      '2026/11/6 11:41\t测试乙\t9.90001E+15\t测试银行二\t￥3万\t\t\r\n';
    const payments = readPaste(text, NOW);
    expect(payments).toHaveLength(2);
    expect(values(text, payments[0])).toEqual({
      time: '2026-11-06 11:30:05',
      payeeName: '测试甲',
      payeeNumber: '9900010000000007',
      payeeBank: '测试银行一',
      amount: '50000.00',
      serialNumber: '20261106113005000001',
    });
    // A spreadsheet has cut the number off: nothing is taken.
    expect(values(text, payments[1])).toEqual({
      time: '2026-11-06 11:41',
      payeeName: '测试乙',
      payeeBank: '测试银行二',
      amount: '30000.00',
    });
    expect(payments[1]?.doubtful).toMatchObject([{field: 'payeeNumber', raw: '9.90001E+15'}]);
  });
  it('reads CSV with quotes, and leaves alone a title that stands twice', () => {
    const text =
      '对方户名,对方账号,金额,日期,日期\n"测试甲","9900010000000007","50,000.00",2026-11-06 11:30:05,2026-11-07 11:30:05\n';
    expect(values(text, readPaste(text, NOW)[0])).toEqual({
      payeeName: '测试甲',
      payeeNumber: '9900010000000007',
      amount: '50000.00',
    });
  });
  it('reads a bank message, not its balance', () => {
    const text =
      '【测试银行】您尾号0007的储蓄卡11月6日11:30向测试甲(9900010000000007)转账支出人民币50,000.00元，余额1,234.56元。';
    expect(values(text, readPaste(text, NOW)[0])).toEqual({
      payerBank: '测试银行',
      time: '2026-11-06 11:30',
      payeeName: '测试甲',
      payeeNumber: '9900010000000007',
      amount: '50000.00',
    });
  });
  it('reads two messages as two payments and passes over a third', () => {
    const text =
      '【测试银行】您账户于2026年11月06日11时30分05秒转出5000.00元，收款人：测试甲，收款账号：9900010000000007。\n' +
      '【测试银行】您的验证码是123456，转账5000.00元，请勿告诉他人。\n' +
      '【测试银行】您账户11月6日12:01转出800.00元，收款人：测*，收款账号：9900****0007。';
    const payments = readPaste(text, NOW);
    expect(payments).toHaveLength(2);
    expect(values(text, payments[0])).toMatchObject({
      time: '2026-11-06 11:30:05',
      amount: '5000.00',
      payeeNumber: '9900010000000007',
    });
    expect(values(text, payments[1])).not.toHaveProperty('payeeNumber');
    expect(values(text, payments[1])).toMatchObject({payeeName: '测*', amount: '800.00'});
  });
  it('reads a wallet bill, label and value on one line or on two', () => {
    const text =
      '账单详情\n收款方\n测试商行\n转账金额：-3,000.00\n支付时间 2026-11-06 11:30:05\n转账单号\n1000050001202611060000000001\n当前状态 已存入零钱';
    expect(values(text, readPaste(text, NOW)[0])).toEqual({
      payeeName: '测试商行',
      amount: '3000.00',
      time: '2026-11-06 11:30:05',
      serialNumber: '1000050001202611060000000001',
    });
  });
  it('finds nothing in a story', () => {
    expect(readPaste('昨天有人自称客服打电话给我，说要退款5000元。', NOW)).toEqual([]);
  });
});
