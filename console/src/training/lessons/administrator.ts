import {say} from '../names';
import {PLACES, RANGES, officerId} from '../world/places';
import type {World} from '../world/World';
import type {Lesson} from './lesson';

const HOUR_MS = 3_600_000;
const NEW_CODE = '998001000002';
const NEW_PHONE = '000-9985099';
const WRONG = '990009';

function begin(world: World): void {
  for (const [prefix, place] of [...RANGES, [WRONG, 'bankOne'] as const]) {
    world.routes.push({prefix, length: 19, kind: 'CARD', names: [], institution: PLACES[place].id, telephone: false});
  }
  for (const place of ['bankOne', 'bankTwo', 'bankThree'] as const) {
    const {id} = PLACES[place];
    world.routes.push({prefix: '', length: 0, kind: 'ACCOUNT_KIND_UNSPECIFIED', names: [world.names[place]], institution: id, telephone: false});
  }
  world.routingErrors.push({
    line: `${WRONG} 19 CARD`,
    table: '7',
    bank: PLACES.bankOne.id,
    prefix: WRONG,
    count: 4,
    firstTime: world.clock.iso(-70 * HOUR_MS),
    lastTime: world.clock.iso(-2 * HOUR_MS),
  });
}

/** The table as it should be: the wrong line is the second bank's. */
function table(world: World): string {
  const code = (place: keyof typeof PLACES) => PLACES[place].code ?? '';
  const cards = [...RANGES, [WRONG, 'bankTwo'] as const].map(([prefix, place]) => [prefix, '19', say('material.card'), '', code(place), '']);
  const names = (['bankOne', 'bankTwo', 'bankThree'] as const).map((place) => ['', '', '', world.names[place], code(place), '']);
  return [[say('material.tableHead')], ...cards, ...names]
    .map((cells) => cells.join('\t'))
    .join('\n');
}

function replaced(world: World): boolean {
  return world.routes.some((each) => each.prefix === WRONG && each.institution === PLACES.bankTwo.id);
}

export const administrator: Lesson = {
  role: 'administrator',
  start: '/directory/institutions',
  begin,
  texts: ['directory'],
  steps: [
    {
      key: 'station',
      material: () => [{label: say('material.code'), text: NEW_CODE}],
      done: (world) => world.institutions.some((each) => each.code === NEW_CODE),
    },
    {
      key: 'phone',
      material: () => [{label: say('material.phone'), text: NEW_PHONE}],
      done: (world) =>
        world.institutions.some(
          (each) => each.id === PLACES.bankTwo.id && each.desks?.some((desk) => desk.desk === 'LIAISON_DESK' && desk.phone === NEW_PHONE),
        ),
    },
    {key: 'officer', done: (world) => world.didNow('POST /v1/officers')},
    {
      key: 'leaves',
      done: (world) => world.officers.some((each) => each.id === officerId('carrier-staff') && each.state === 'DISABLED'),
    },
    {key: 'errors', done: (_, {address}) => address === '/directory/errors'},
    {key: 'routes', done: (_, {address}) => address === '/directory/routes'},
    {
      key: 'trial',
      material: (world) => [{label: say('material.table'), text: table(world)}],
      done: (world) => world.trials.some((each) => each.added === 1 && each.removed === 1),
    },
    {key: 'replace', done: replaced},
  ],
};
