import type {Schema} from '@/api/client';
import type {Desk} from '@/shared/desk/tasks';
import {bankOf} from '../orders';
import {unknown} from '../refusal';
import {type Route, on} from '../route';
import type {World} from '../World';
import {advice} from './advice';

type Attendance = Schema<'liaison.v1.DeskAttendance'>;

/** Who is who, who is there, and what lies on the desks. */
export function deskRoutes(world: World, watchToken: () => string): Route[] {
  const attendance = (institution: string, desk: Desk): Attendance => {
    const there = world.isAttended(institution, desk);
    const place = world.institutions.find((each) => each.id === institution);
    return {
      institution,
      desk,
      state: there ? 'ATTENDED' : 'NOBODY_THERE',
      people: there ? 1 : 0,
      systemConnected: false,
      deskPhone: place?.desks?.find((each) => each.desk === desk)?.phone ?? '',
      sinceTime: world.clock.iso(),
    };
  };
  return [
    on('get', '/v1/institutions', () => ({institutions: world.institutions})),
    on('get', '/v1/advice', ({query}) => advice(query.get('fraudType') ?? '')),
    on('get', '/v1/tasks', ({query}) => ({
      tasks: tasksAt(world, query.get('desk') ?? ''),
      watchToken: watchToken(),
    })),
    on('post', '/v1/attendance:report', ({body}) => {
      const desk = body.desk ?? 'UNIT_DESK';
      world.attend(world.institution, desk, body.state === 'PAGE_VISIBLE' && body.soundTested === true);
      return attendance(world.institution, desk);
    }),
    on('post', '/v1/attendance:signOff', ({body}) => {
      const desk = body.desk ?? 'UNIT_DESK';
      world.attend(world.institution, desk, false);
      return attendance(world.institution, desk);
    }),
    on('get', '/v1/attendance', ({query}) => ({
      desks: world.institutions
        .filter((each) => !each.disabled && (query.get('institution') ?? each.id) === each.id)
        .flatMap((each) => (each.desks ?? []).map((desk) => attendance(each.id ?? '', desk.desk ?? 'UNIT_DESK'))),
    })),
    on('get', '/v1/institutions/{institution}/roster', ({at}) => {
      const place = world.institutions.find((each) => each.id === at.institution);
      if (!place) throw unknown();
      const desk = place.desks?.[0];
      return {
        institution: at.institution ?? '',
        etag: '1',
        duties: (['OFFICER_A', 'OFFICER_B'] as const).map((role) => ({
          desk: desk?.desk ?? 'LIAISON_DESK',
          role,
          name: role === 'OFFICER_A' ? world.names.dutyOne : world.names.dutyTwo,
          phone: desk?.phone ?? '',
        })),
      };
    }),
    on('post', '/v1/routes:find', ({body}) => {
      const bank = bankOf(body.account?.accountNumber ?? '');
      const found = world.institutions.find((each) => each.id === bank);
      return found ? {institution: bank, institutionName: found.name ?? '', reason: 'BY_NUMBER'} : {};
    }),
    on('get', '/v1/clocks', () => ({clocks: clocksOf(world)})),
    on('get', '/v1/alarms', () => ({alarms: world.alarms.slice(0, 50)})),
  ];
}

/** What lies on this desk of the trainee's; a supervisor's is the county's. */
function tasksAt(world: World, desk: string): Schema<'liaison.v1.Task'>[] {
  return world.openTasks().filter((task) => isAt(world, task, desk));
}

export function isAt(world: World, task: Schema<'liaison.v1.Task'>, desk: string): boolean {
  return task.desk === desk && (desk === 'SUPERVISOR_DESK' || task.institution === world.institution);
}

function clocksOf(world: World): Schema<'liaison.v1.BoardClock'>[] {
  const ofOrders = [...world.orders.values()].flatMap((order) =>
    order.clocks
      .filter((clock) => clock.state !== 'MET')
      .map((clock): Schema<'liaison.v1.BoardClock'> => ({
        id: `${order.id}${clock.name}`,
        name: clock.name ?? '',
        subject: `stopOrders/${order.id}`,
        caseId: order.caseId,
        holder: clock.name === 'paper' ? order.station : order.bank,
        holderDesk: clock.name === 'paper' ? 'UNIT_DESK' : clock.name === 'countersign' ? 'SECURITY_DESK' : 'LIAISON_DESK',
        startTime: clock.startTime ?? world.clock.iso(),
        dueTime: clock.dueTime ?? world.clock.iso(),
        missed: clock.state === 'MISSED',
        basis: clock.basis ?? '',
      })),
  );
  const ofCases = [...world.cases.values()].flatMap((whole) =>
    (whole.clocks ?? [])
      .filter((clock) => clock.state === 'CLOCK_RUNNING')
      .map((clock): Schema<'liaison.v1.BoardClock'> => ({
        id: `${whole.id}${clock.name}`,
        name: clock.name ?? '',
        subject: `cases/${whole.id}`,
        caseId: whole.id,
        holder: whole.station ?? '',
        holderDesk: 'UNIT_DESK',
        startTime: clock.startTime ?? world.clock.iso(),
        dueTime: clock.dueTime ?? world.clock.iso(),
        missed: false,
        basis: clock.basis ?? '',
      })),
  );
  return [...ofOrders, ...ofCases];
}
