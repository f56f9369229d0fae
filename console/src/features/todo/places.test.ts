import {describe, expect, test} from 'vitest';
import contract from '@/api/openapi.json';
import type {Task} from '@/shared/desk/tasks';
import type {Role} from '@/shared/session';
import {settled} from './places';

const KINDS = contract.components.schemas['liaison.v1.TaskKind'].enum.filter((each) => each !== 'TASK_KIND_UNSPECIFIED');
const CASE = 'c'.repeat(26);
const ORDER = 's'.repeat(26);
const roles = (...each: Role[]) => new Set<Role>(each);

function task(kind: string, subject: string): Task {
  return {kind: kind as NonNullable<Task['kind']>, subject, caseId: CASE};
}

describe('where a task is settled', () => {
  test('every kind of the contract has a page, a note, or another institution that does it', () => {
    for (const kind of KINDS) {
      const {place, note} = settled(task(kind, `stopOrders/${ORDER}`), roles('station-officer'));
      const others = ['ANSWER_STOP', 'ANSWER_EXTENSION', 'CONFIRM_LIFT', 'COUNTERSIGN_PAPER', 'ANSWER_LOOKUP', 'WRONG_CALL_CODES'];
      expect(place !== null || note, kind).toBe(!others.includes(kind));
    }
  });

  test('a thing is opened in its part of the case', () => {
    const of = (kind: string, subject: string) => settled(task(kind, subject), roles('station-officer')).place;
    expect(of('MEND_STOP', `stopOrders/${ORDER}`)).toBe(`/cases/${CASE}#${ORDER}`);
    expect(of('CHASE_STOP', `accountQueries/${ORDER}`)).toBe(`/cases/${CASE}?tab=lookups`);
    expect(of('ROUTE_HOP', `traces/${ORDER}/hops/2`)).toBe(`/cases/${CASE}?tab=trace`);
    expect(of('ANSWER_HOP', `traces/${ORDER}/hops/2`)).toBe(`/carrier/paper/${ORDER}/hops/2`);
    expect(of('SERVE_NOTICE', `cases/${CASE}`)).toBe(`/cases/${CASE}`);
    expect(of('ADOPT_STOP', `stopOrders/${ORDER}`)).toBe(`/cases/adopt/${ORDER}`);
  });

  test('a decision is opened where it is made, by whoever makes it', () => {
    const filing = task('DECIDE_FILING', `cases/${CASE}`);
    expect(settled(filing, roles('county-approver')).place).toBe(`/approval/cases/${CASE}`);
    expect(settled(filing, roles('station-officer')).place).toBe(`/cases/${CASE}`);
    const paper = task('RENEW_TRACE_PAPER', `traces/${ORDER}`);
    expect(settled(paper, roles('unit-head')).place).toBe(`/approval/traces/${ORDER}`);
  });

  test('what one can do nothing about is taken note of, with its case to look at', () => {
    expect(settled(task('STOP_FAILED', `stopOrders/${ORDER}`), roles('station-officer'))).toEqual({
      place: `/cases/${CASE}#${ORDER}`,
      note: true,
    });
  });
});
