import {describe, expect, it} from 'vitest';
import {type AnswerText, CODES, answerOf, emptyAnswer, faultsOf, offsetOf, textOf} from './answerText';
import {SECOND} from './sample';

function typed(change: Partial<AnswerText> = {}): AnswerText {
  const empty = emptyAnswer(40);
  return {
    ...empty,
    exchange: ' 测试关口局 ',
    role: 'PROVINCE_GATEWAY',
    province: '99',
    record: {
      ...empty.record,
      start: '20261122100052',
      seconds: '603',
      called: '008613999000001',
      calling: '09990000110',
      incoming: {trunkGroup: '测试群', cic: '2/13', opc: {text: '10.20.31', bits: 24}, dpc: {text: '4899', bits: 14}},
    },
    upstream: {...empty.upstream, name: '测试电信', exchange: '上级局'},
    ...change,
  };
}

describe('an answer as typed', () => {
  it('is sent as the contract takes it', () => {
    expect(faultsOf(typed(), SECOND)).toEqual({});
    expect(answerOf(typed(), SECOND)).toEqual({
      code: 'UPSTREAM',
      role: 'PROVINCE_GATEWAY',
      province: '99',
      exchange: '测试关口局',
      record: {
        startTime: '2026-11-22T10:00:52+08:00',
        durationSeconds: 603,
        clockOffsetSeconds: 40,
        calledNumber: '008613999000001',
        callingNumberReceived: '09990000110',
        redirectingNumber: '',
        incoming: {trunkGroup: '测试群', cic: 77, opc: {text: '10-20-31', bits: 24}, dpc: {text: '2-100-3', bits: 14}},
        outgoing: {trunkGroup: ''},
      },
      upstream: {institution: SECOND, exchange: '上级局'},
      reason: '',
    });
  });

  it('comes back to be corrected as it was sent', () => {
    const sent = answerOf(typed(), SECOND);
    const again = textOf(sent, (id) => (id === SECOND ? '测试电信' : ''));
    expect(answerOf(again, SECOND)).toEqual(sent);
  });

  it.each(CODES)('%s says what is missing', (code) => {
    const faults = faultsOf({...emptyAnswer(0), code}, '');
    expect(faults).toEqual(
      {
        UPSTREAM: {'record.startTime': 'required', 'upstream.institution': 'required'},
        LANDING: {'record.startTime': 'required'},
        ORIGIN: {'record.startTime': 'required'},
        FOREIGN_GATEWAY: {'record.startTime': 'required'},
        NO_RECORD: {reason: 'required'},
        RETENTION_EXPIRED: {reason: 'required'},
        NOT_OURS: {reason: 'required'},
        PORTED_TO: {'upstream.institution': 'required'},
        PAPER_INVALID: {reason: 'required'},
      }[code],
    );
  });

  it('is not sent where something cannot be read', () => {
    const text = typed();
    const record = {...text.record, start: '下午', seconds: '十', offset: '一天', incoming: {...text.record.incoming, cic: '4096'}};
    record.outgoing = {...record.outgoing, opc: {text: '300-1-1', bits: 24}};
    expect(faultsOf({...text, record}, SECOND)).toEqual({
      'record.startTime': 'unreadable',
      'record.durationSeconds': 'unreadable',
      'record.clockOffsetSeconds': 'unreadable',
      'record.incoming.cic': 'unreadable',
      'record.outgoing.opc': 'unreadable',
    });
  });

  it('names a human outside of the system in full', () => {
    const text = typed({upstream: {...typed().upstream, inside: false, outsideName: '境外测试公司'}});
    expect(faultsOf(text, '')).toEqual({
      'upstream.outside.contactName': 'required',
      'upstream.outside.contactPhone': 'required',
    });
  });

  it('keeps what another kind of answer would say, and does not send it', () => {
    const text = typed({code: 'NO_RECORD', reason: ' 测试：查无 ', ipLeg: {...typed().ipLeg, gateway: '网关'}});
    expect(answerOf(text, SECOND)).toEqual({
      code: 'NO_RECORD',
      role: 'PROVINCE_GATEWAY',
      province: '99',
      exchange: '测试关口局',
      reason: '测试：查无',
    });
    expect(answerOf({...text, code: 'LANDING'}, SECOND)).toMatchObject({ipLeg: {gateway: '网关'}, reason: ''});
  });

  it('may leave out the foreign carrier, but not half of it', () => {
    const none = typed({code: 'FOREIGN_GATEWAY', upstream: {...typed().upstream, name: ''}});
    expect(faultsOf(none, '')).toEqual({});
    expect(answerOf(none, '').upstream).toBeUndefined();
    expect(faultsOf({...none, upstream: {...none.upstream, name: '不在册'}}, '')).toEqual({
      'upstream.institution': 'unreadable',
    });
  });
});

it.each([
  ['', 0],
  ['40', 40],
  ['+40', 40],
  ['－40', -40],
  ['−40', -40],
  ['86401', null],
  ['1.5', null],
])('a clock offset of %s is %s', (text, seconds) => expect(offsetOf(text)).toBe(seconds));
