import type {Schema} from '@/api/client';
import type {Open} from '../open';
import {Refusal, invalid, unknown} from '../refusal';
import {type Route, on} from '../route';
import type {World} from '../World';

type Institution = Open<Schema<'liaison.v1.Institution'>>;
type Line = Schema<'liaison.v1.Route'>;

const PROVISIONED_MS = 4_000;

/** Who is who, and which account belongs to whom, as the administrator keeps it. */
export function directoryRoutes(world: World): Route[] {
  let version = 7;
  const institutionAt = (id: string | undefined): Institution => {
    const found = world.institutions.find((each) => each.id === id);
    if (!found) throw unknown();
    return found;
  };
  return [
    on('post', '/v1/institutions', ({body, language}) => {
      const given = body.institution ?? {};
      const code = given.code ?? '';
      if (!/^[0-9A-Z]{12}$/.test(code)) {
        throw invalid('institution.code', 'CODE_MALFORMED', '机构代码应为 12 位。', 'A code has twelve characters.', language);
      }
      if (world.institutions.some((each) => each.code === code)) {
        throw new Refusal(
          409,
          'INSTITUTION_CODE_TAKEN',
          `机构代码 ${code} 已被使用，请核对。`,
          `An institution with the code ${code} is there already; check the code.`,
        );
      }
      const made: Institution = {...given, id: world.nextId(), etag: '1', createTime: world.clock.iso()};
      world.institutions.push(made);
      return made;
    }),
    on('patch', '/v1/institutions/{id}', ({at, body}) => {
      const place = institutionAt(at.id);
      if (body.name !== undefined) place.name = body.name;
      if (body.phone !== undefined) place.phone = body.phone;
      if (body.desks?.desks) place.desks = body.desks.desks;
      return place;
    }),
    on('post', '/v1/institutions/{id}:disable', ({at, body}) => {
      const place = institutionAt(at.id);
      place.disabled = true;
      place.switchReason = body.reason ?? '';
      return place;
    }),
    on('post', '/v1/institutions/{id}:enable', ({at, body}) => {
      const place = institutionAt(at.id);
      place.disabled = false;
      place.switchReason = body.reason ?? '';
      return place;
    }),
    on('get', '/v1/officers', ({query}) => {
      const of = query.get('institution') ?? '';
      // An auditor reads no name.
      const told = world.role === 'auditor' ? world.officers.map((each) => ({...each, name: ''})) : world.officers;
      return {officers: told.filter((each) => of === '' || each.institution === of)};
    }),
    on('post', '/v1/officers', ({body}) => {
      const given = body.officer ?? {};
      if (world.officers.some((each) => each.username === given.username)) {
        throw new Refusal(
          409,
          'USERNAME_TAKEN',
          '该登录名已被使用，请另选一个。',
          'Somebody has this username already; choose another.',
        );
      }
      const made: Open<Schema<'liaison.v1.Officer'>> = {
        ...given,
        id: world.nextId(),
        etag: '1',
        state: 'PROVISIONING',
        createTime: world.clock.iso(),
      };
      world.officers.push(made);
      world.clock.after(PROVISIONED_MS, () => (made.state = 'ACTIVE'));
      return made;
    }),
    on('post', '/v1/officers/{id}:disable', ({at}) => {
      const found = world.officers.find((each) => each.id === at.id);
      if (!found) throw unknown();
      found.state = 'DISABLED';
      return found;
    }),
    on('get', '/v1/routes', () => ({routes: world.routes, version: String(version), etag: String(version)})),
    on('post', '/v1/routes:import', ({body}) => {
      const next = body.routes ?? [];
      const known = new Set(world.routes.map(keyOf));
      const wanted = new Set(next.map(keyOf));
      const added = [...wanted].filter((key) => !known.has(key)).length;
      const removed = [...known].filter((key) => !wanted.has(key)).length;
      if (body.validateOnly === true) {
        world.trials.push({added, removed});
      } else {
        version++;
        world.routes.splice(0, world.routes.length, ...next);
      }
      return {version: String(version), added, removed, unchanged: known.size - removed, etag: String(version)};
    }),
    on('get', '/v1/routingErrors', () => ({errors: world.routingErrors})),
  ];
}

function keyOf({prefix = '', length = 0, kind = 'ACCOUNT_KIND_UNSPECIFIED', names = [], institution = '', telephone = false}: Line): string {
  return JSON.stringify([prefix, length, kind, names, institution, telephone]);
}
