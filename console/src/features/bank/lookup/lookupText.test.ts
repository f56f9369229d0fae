import {describe, expect, test} from 'vitest';
import {EMPTY_LOOKUP, foundOf, isComplete, textOf} from './lookupText';

const operator = {name: '测试钱联络'};

describe('an answer to a lookup', () => {
  test('of a payee wants institution, number and name; the serial number where it is known', () => {
    const typed = {...EMPTY_LOOKUP, number: '9900 0100-0000 0000 018', name: ' 测试收款人 ', institution: '测试银行一'};
    expect(isComplete(typed)).toBe(true);
    expect(isComplete({...typed, name: ' '})).toBe(false);
    expect(foundOf(typed, operator)).toEqual({
      payee: {
        payee: {
          kind: 'CARD',
          accountNumber: '9900010000000000018',
          accountName: '测试收款人',
          institutionName: '测试银行一',
        },
        serialNumber: '',
        operator,
      },
    });
    expect(foundOf({...typed, number: 'wx-测试'}, operator)).toMatchObject({payee: {payee: {kind: 'WALLET'}}});
  });

  test('of a further institution wants the number by which that finds it', () => {
    const typed = {...EMPTY_LOOKUP, kind: 'onward' as const, institution: '测试支付'};
    expect(isComplete(typed)).toBe(false);
    expect(foundOf({...typed, serial: 'T1'}, operator)).toEqual({
      onward: {institutionName: '测试支付', serialNumber: 'T1', operator},
    });
  });

  test('that nothing can be told says why', () => {
    const typed = {...EMPTY_LOOKUP, kind: 'nothing' as const, unable: 'PAYER_NOT_OURS' as const};
    expect(isComplete(typed)).toBe(true);
    expect(foundOf(typed, operator)).toEqual({nothing: {reason: 'PAYER_NOT_OURS', operator}});
  });

  test('to be corrected starts from what was answered', () => {
    const told = textOf({
      state: 'LOOKUP_TOLD',
      payee: {accountNumber: '9900010000000000018', accountName: '测试甲', institutionName: '测试银行一'},
      serialNumber: 'S1',
    });
    expect(told).toMatchObject({kind: 'payee', number: '9900010000000000018', serial: 'S1'});
    expect(textOf({state: 'LOOKUP_PASSED_ON', onwardInstitutionName: '测试支付', serialNumber: 'T1'})).toMatchObject({
      kind: 'onward',
      institution: '测试支付',
    });
    expect(textOf({state: 'LOOKUP_UNABLE', unableReason: 'CONSENT_MISSING'})).toMatchObject({
      kind: 'nothing',
      unable: 'CONSENT_MISSING',
    });
    expect(textOf(undefined)).toEqual(EMPTY_LOOKUP);
  });
});
