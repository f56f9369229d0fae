import {describe, expect, test} from 'vitest';
import {NOTHING_SAID, boundTo, payerOf, saidOf, spokenAccount, spokenAmount, spokenCode, spokenTime} from './callText';

const BANK = 'b'.repeat(26);

describe('what is said on the telephone', () => {
  test('an order is said with the sum of all that was paid to the account', () => {
    const said = saidOf(
      {
        accountNumber: '9900010000000000018',
        accountName: '测试收款人',
        amountFen: '1',
        transfers: [
          {amountFen: '5000000', transferTime: '2026-11-21T03:30:00Z'},
          {amountFen: '100050', transferTime: '2026-11-21T03:40:00Z'},
        ],
      },
      '测试银行一',
    );
    expect(said.amount).toBe('51,000.50');
    expect(said.time).toBe('2026-11-21 11:30:00、2026-11-21 11:40:00');
    expect(boundTo(said, BANK)).toEqual({bank: BANK, accountNumber: '9900010000000000018', amountFen: '5100050'});
  });

  test('times are said in words, and as typed where they cannot be read', () => {
    const now = new Date('2026-11-22T14:00:00+08:00');
    const said = {...NOTHING_SAID, time: '2026-11-06 11:30:00、昨天中午前后'};
    expect(spokenTime(said, now, 'zh')).toBe('十一月六日上午十一点三十分、昨天中午前后');
    expect(spokenTime({...said, time: '11.6 11:30'}, now, 'en')).toBe('6 November, eleven thirty in the morning');
    expect(spokenTime(NOTHING_SAID, now, 'zh')).toBe('');
  });

  test('the payer is said once, as far as he is known', () => {
    const paid = {payerInstitutionName: '测试银行三', payerAccountName: '测试事主', payerAccountNumber: '9900030000000016'};
    expect(payerOf({transfers: [paid, paid]}, '测试受害人')).toBe('测试银行三 测试事主 9900 0300 0000 0016');
    expect(payerOf({transfers: [{payerInstitutionName: '测试银行三'}]}, '测试受害人')).toBe('测试银行三 测试受害人');
    expect(payerOf({transfers: [{}]}, '测试受害人')).toBe('测试受害人');
    expect(payerOf({}, '')).toBe('');
  });

  test('a code is bound to bank, account and a sum above nothing', () => {
    const whole = {...NOTHING_SAID, account: '9900 0100-0000 0018', amount: '5万'};
    expect(boundTo(whole, BANK)?.accountNumber).toBe('9900010000000018');
    expect(boundTo(whole, BANK)?.amountFen).toBe('5000000');
    expect(boundTo(whole, '')).toBeNull();
    expect(boundTo({...whole, account: ' '}, BANK)).toBeNull();
    expect(boundTo({...whole, amount: '0'}, BANK)).toBeNull();
    expect(boundTo({...whole, amount: '约五万'}, BANK)).toBeNull();
  });

  test('numbers are read in fours, sums with their capitals', () => {
    expect(spokenAccount({...NOTHING_SAID, account: '9900010000000018'})).toBe('9900 0100 0000 0018');
    expect(spokenAmount({...NOTHING_SAID, amount: '5万'})).toBe('50,000.00（伍万元整）');
    expect(spokenAmount({...NOTHING_SAID, amount: '不详'})).toBe('不详');
    expect(spokenCode('15303106')).toBe('1530 3106');
  });
});
