import {describe, expect, it} from 'vitest';
import type {Officer} from './data';
import {SERVICES} from './log';
import {NOTHING, fromAddress, readInstitution, readOfficer, toAddress} from './question';

const ID = '01jd3k5m7p9r1t3v5x7z9b1d3f';
const OTHER = '01jd3k5m7p9r1t3v5x7z9b1d3g';
const stations = [
  {id: ID, name: '测试派出所甲', code: '999001000001'},
  {id: OTHER, name: '测试派出所乙', code: '999001000002'},
];
const officers: Officer[] = [
  {id: ID, officerNumber: '999101', institution: ID, username: '', roles: []},
  {id: OTHER, officerNumber: 'B10001', institution: OTHER, username: '', roles: []},
  {id: 'x', officerNumber: '7', institution: ID, username: '', roles: []},
  {id: 'y', officerNumber: '7', institution: OTHER, username: '', roles: []},
];

describe('a question', () => {
  it('stands in the address and comes back, but for whom it is about', () => {
    const question = {
      ...NOTHING,
      services: [SERVICES[1]],
      subject: `stopOrders/${ID}`,
      institution: OTHER,
      action: 'freezing.RecordStop',
      outcome: 'REFUSED' as const,
      fromTime: '2026-11-22T01:00:00.000Z',
    };
    const address = toAddress({...question, officer: ID});
    expect(address.toString()).not.toContain(ID.slice(0, -1) + 'f&officer');
    expect([...address.keys()]).not.toContain('officer');
    expect(fromAddress(address)).toEqual(question);
    expect([...toAddress({...NOTHING, subject: `officers/${ID}`}).keys()]).toEqual([]);
  });

  it('is none where the address asks none, or what none of ours is', () => {
    expect(fromAddress(new URLSearchParams(''))).toBeNull();
    expect(fromAddress(new URLSearchParams('subject=测试张三&institution=x&outcome=ALL&fromTime=soon'))).toBeNull();
    expect(fromAddress(new URLSearchParams(`officer=${ID}`))).toBeNull();
  });
});

describe('an officer', () => {
  it.each([
    ['', ''],
    ['999101', ID],
    ['999101 · 测试派出所甲', ID],
    ['b10001', OTHER],
    [ID, ID],
    ['7 · 测试派出所乙', 'y'],
    ['7', null],
    ['测试张三', null],
  ])('%s is %s', (text, id) => expect(readOfficer(text, officers, stations)).toBe(id));
});

it('an institution is named by its name or code', () => {
  expect(readInstitution('测试派出所乙', stations)).toBe(OTHER);
  expect(readInstitution('999001000001', stations)).toBe(ID);
  expect(readInstitution('  ', stations)).toBe('');
  expect(readInstitution('别处', stations)).toBeNull();
});
