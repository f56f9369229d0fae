import {describe, expect, it} from 'vitest';
import {ProblemError} from '@/api/problem';
import {type PhoneText, emptyPhone, faultsOf, openingOf, refusalOf, totalFen, withTold, withoutTold} from './phoneText';

const STATION = '01jd3k5m7p9r1t3v5x7z9b1d3f';

function typed(change: Partial<PhoneText> = {}): PhoneText {
  return {
    ...emptyPhone(),
    stationName: '测试派出所甲',
    callerName: '测试陈警官',
    callerNumber: '999101',
    callTime: '2026-11-22 10:05',
    account: '9900 0100 0000 0000 018',
    name: '测试收款人',
    told: [{amount: '1万', time: '2026-11-22 09:50', serial: ''}],
    record: {
      name: '测试收款人',
      account: '9900010000000000018',
      credits: [{amount: '10,000.00', time: '2026-11-22 09:50:03', serial: ''}],
    },
    balance: '9000',
    ...change,
  };
}

describe('a stop on the spoken word', () => {
  it('is sent as the contract takes it', () => {
    expect(faultsOf(typed(), STATION)).toEqual({});
    expect(openingOf(typed(), STATION, '', {name: '测试钱联络'})).toEqual({
      station: STATION,
      caller: {name: '测试陈警官', officerNumber: '999101'},
      callTime: '2026-11-22T10:05:00+08:00',
      victimPresent: false,
      callCode: '',
      payee: {kind: 'CARD', accountNumber: '9900010000000000018', accountName: '测试收款人'},
      transfers: [
        {
          payee: {kind: 'CARD', accountNumber: '9900010000000000018', accountName: '测试收款人'},
          amountFen: '1000000',
          transferTime: '2026-11-22T09:50:00+08:00',
          serialNumber: '',
        },
      ],
      stop: {
        record: {
          accountName: '测试收款人',
          accountNumber: '9900010000000000018',
          credits: [{amountFen: '1000000', bookingTime: '2026-11-22T09:50:03+08:00', serialNumber: ''}],
        },
        balanceBeforeFen: '900000',
        heldFen: '900000',
        reason: '',
        operator: {name: '测试钱联络'},
        outflows: [],
      },
      lateReason: '',
      confirmTimes: false,
    });
  });

  it('says what is missing', () => {
    expect(faultsOf(emptyPhone(), '')).toEqual({
      station: 'required',
      callTime: 'required',
      caller: 'required',
      account: 'required',
      'told.0.amount': 'required',
      'told.0.time': 'required',
      balance: 'required',
      record: 'required',
    });
    expect(faultsOf(typed({stationName: '别处'}), '')).toEqual({station: 'unreadable'});
  });

  it('needs no officer where the victim is there', () => {
    const present = typed({callerName: '', callerNumber: '', victimPresent: true});
    expect(faultsOf(present, STATION)).toEqual({});
    expect(openingOf(present, STATION, '', {name: ''}).caller).toBeUndefined();
  });

  it('takes a call back only whole', () => {
    const half = typed({callback: {dialled: '', time: '', answeredBy: '测试值班员', confirmed: ''}});
    expect(faultsOf(half, STATION)).toEqual({'callback.dialled': 'required', 'callback.confirmed': 'required'});
    const whole = typed({callback: {dialled: '000-9991101', time: '2026-11-22 10:06', answeredBy: '', confirmed: 'no'}});
    expect(openingOf(whole, STATION, '', {name: ''}).callback).toEqual({
      dialledPhone: '000-9991101',
      callbackTime: '2026-11-22T10:06:00+08:00',
      answeredBy: '',
      confirmed: false,
    });
    // The directory's number is shown ready to dial: shown is not yet dialled.
    const shown = typed({callback: {dialled: '000-9991101', time: '', answeredBy: '', confirmed: ''}});
    expect(openingOf(shown, STATION, '', {name: ''}).callback).toBeUndefined();
  });

  it('has as many lines in the books as payments were told', () => {
    const two = withTold(typed());
    expect([two.told.length, two.record.credits.length]).toEqual([2, 2]);
    expect(faultsOf(two, STATION)).toMatchObject({'told.1.amount': 'required', record: 'required'});
    expect(withoutTold(two, 1)).toEqual(typed());
    expect(totalFen(two)).toBeNull();
    expect(totalFen(typed())).toBe(1_000_000n);
  });
});

it('a refusal stands beside its field', () => {
  const refused = (reason: string) =>
    new ProblemError({type: '', title: '', status: 400, detail: '请更正。', reason});
  expect(refusalOf(refused('PHONED_TIME_IMPOSSIBLE'))).toEqual({field: 'confirmTimes', detail: '请更正。'});
  expect(refusalOf(refused('SOMETHING_ELSE'))).toBeNull();
  expect(refusalOf(null)).toBeNull();
});
