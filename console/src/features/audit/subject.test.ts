import {describe, expect, it} from 'vitest';
import {readSubject} from './subject';

const ID = '01jd3k5m7p9r1t3v5x7z9b1d3f';

describe('what is asked about', () => {
  it.each([
    [ID, 'cases', `cases/${ID}`],
    [ID, 'stopOrders', `stopOrders/${ID}`],
    [`stopOrders/${ID}`, 'cases', `stopOrders/${ID}`],
    [`https://holdfast.example/cases/${ID}`, 'stopOrders', `cases/${ID}`],
    [`/bank/orders/${ID}`, 'cases', `stopOrders/${ID}`],
    [`/carrier/traces/${ID}/hops/2`, 'cases', `traces/${ID}`],
    [`/intake/${ID}`, 'cases', `drafts/${ID}`],
    [' cases ', 'stopOrders', 'cases'],
    ['routes/table', 'cases', 'routes/table'],
  ] as const)('%s as one of %s is %s', (text, kind, subject) => {
    expect(readSubject(text, kind)).toEqual({is: 'subject', subject});
  });

  it('is found by the number on a receipt', () => {
    expect(readSubject('A-999001-000001', 'cases')).toEqual({is: 'number', receipt: 'A-999001-000001', order: null});
    expect(readSubject('A-999001-000001-02', 'stopOrders')).toEqual({
      is: 'number',
      receipt: 'A-999001-000001',
      order: 'A-999001-000001-02',
    });
  });

  it.each([
    ['测试张三', 'cases'],
    ['A-1 2', 'cases'],
    ['12345', 'officers'],
    ['123', 'cases'],
    ['A999', 'stopOrders'],
  ] as const)('%s among %s is nothing that a log names', (text, kind) => {
    expect(readSubject(text, kind)).toEqual({is: 'unreadable'});
  });

  it('is nothing where nothing is typed', () => expect(readSubject('  ', 'cases')).toEqual({is: 'nothing'}));
});
