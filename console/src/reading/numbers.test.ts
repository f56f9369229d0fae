import {describe, expect, it} from 'vitest';
import {inFours, readAccount} from './account';
import {readIdNumber} from './id-number';
import {readPhone} from './phone';
import {saidPart, typedPart, withReading} from './reading';

const NOW = new Date('2026-11-22T14:12:30+08:00');

describe('readPhone', () => {
  it.each([
    ['+86 138-0000-0000', 'mobile', '+8613800000000'],
    ['008613800000000', 'mobile', '+8613800000000'],
    ['１３８　００００　００００', 'mobile', '+8613800000000'],
    ['(010) 8888-0000', 'fixed', '+861088880000'],
    ['075588880000', 'fixed', '+8675588880000'],
    ['400-000-0000', 'service', '+864000000000'],
    ['+852 5555 0000', 'overseas', '+85255550000'],
    ['0085255550000', 'overseas', '+85255550000'],
    ['110', 'short', ''],
    ['95588', 'short', ''],
    ['+86110', 'odd', ''],
    ['00861', 'odd', ''],
    ['+8610 88880000', 'fixed', '+861088880000'],
    ['+864000000000', 'service', '+864000000000'],
    ['1380000000', 'odd', ''],
  ])('reads %s', (text, kind, e164) => {
    expect(readPhone(text)).toMatchObject({state: 'sure', value: {kind, e164}});
  });
  it('tells the number range and the place', () => {
    expect(readPhone('13800000000')).toMatchObject({value: {carrier: 'mobile', grouped: '138 0000 0000'}});
    expect(readPhone('0755-88880000')).toMatchObject({value: {place: '广东深圳'}});
    expect(readPhone('95588')).toMatchObject({value: {place: '工商银行'}});
    expect(readPhone('+86110')).toMatchObject({value: {place: '公安报警'}});
  });
  it('does not read a name', () => {
    expect(readPhone('QQ 12345')).toMatchObject({state: 'unread', problem: 'letters'});
    expect(readPhone('12')).toMatchObject({state: 'unread', problem: 'length'});
  });
});

describe('readAccount', () => {
  it('drops spaces, hyphens and full width, and groups by four', () => {
    expect(readAccount(' ６２２２ 0000-0000 0000 ')).toMatchObject({
      value: {number: '6222000000000000', grouped: '6222 0000 0000 0000'},
    });
    expect(inFours('62220000000000007')).toBe('6222 0000 0000 0000 7');
  });
  it('tells a card from a slip, a wallet and another account', () => {
    expect(readAccount('9900010000000007')).toMatchObject({state: 'sure'});
    expect(readAccount('6222000000000006')).toMatchObject({value: {looks: 'slip'}});
    expect(readAccount('6222000000000000')).toMatchObject({value: {looks: 'slip'}});
    expect(readAccount('4000000000000002')).toMatchObject({value: {looks: 'card'}});
    expect(readAccount('13800000000')).toMatchObject({value: {looks: 'wallet'}});
    expect(readAccount('ceshi@example.cn')).toMatchObject({value: {looks: 'wallet'}});
    expect(readAccount('02000123456')).toMatchObject({value: {looks: 'other'}});
  });
  it.each([
    ['6222****0007', 'masked'],
    ['12345', 'short'],
    ['测试', 'characters'],
    ['1'.repeat(41), 'long'],
  ])('does not take %s for an account', (text, problem) => {
    expect(readAccount(text)).toEqual({state: 'unread', problem});
  });
});

describe('readIdNumber', () => {
  it('reads the sample of GB 11643', () => {
    expect(readIdNumber('11010519491231002x', NOW)).toMatchObject({
      state: 'sure',
      value: {kind: 'resident', birth: '1949-12-31', age: 76, sex: 'female', province: '北京'},
    });
  });
  it('reads a credit code', () => {
    expect(readIdNumber('91350100M000100Y43', NOW)).toMatchObject({state: 'sure', value: {kind: 'company'}});
  });
  it('tells what is wrong', () => {
    expect(readIdNumber('110105194912310021', NOW)).toEqual({state: 'unread', problem: 'checkDigit'});
    expect(readIdNumber('110105491231002', NOW)).toEqual({state: 'unread', problem: 'fifteen'});
    expect(readIdNumber('1234', NOW)).toEqual({state: 'unread', problem: 'length'});
    expect(readIdNumber('测试', NOW)).toEqual({state: 'unread', problem: 'characters'});
    expect(readIdNumber('E00000000', NOW)).toMatchObject({state: 'sure', value: {kind: 'other'}});
  });
});

describe('a draft keeps text and reading', () => {
  it('takes them apart again', () => {
    const text = withReading('昨天中午', '2026-11-21 12:00');
    expect(text).toBe('昨天中午 = 2026-11-21 12:00');
    expect(typedPart(text)).toBe('昨天中午');
    expect(saidPart(text)).toBe('2026-11-21 12:00');
    expect(withReading('50000.00', '50000.00')).toBe('50000.00');
    expect(saidPart('50000')).toBe('');
  });
});
