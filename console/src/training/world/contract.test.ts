import {describe, expect, it} from 'vitest';
import '@/testing/stage';
import document from '@/api/openapi.json?raw';
import {LESSONS} from '../lessons';
import {Play} from '../Play';
import {WorldNetwork, routesOf} from './network';
import {TAUGHT, type Taught} from './places';
import {World} from './World';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

interface Operation {
  readonly responses: Readonly<Record<string, {content?: Record<string, {schema: Schema}>}>>;
}

const contract = JSON.parse(document) as {
  paths: Record<string, Record<string, Operation>>;
  components: {schemas: Record<string, Schema>};
};

function meant(schema: Schema): Schema {
  if (schema.$ref) return meant(contract.components.schemas[schema.$ref.split('/').at(-1)!]!);
  return schema.allOf?.[0] ? meant(schema.allOf[0]) : schema;
}

/** Every field that the contract does not know, or whose kind is another. */
function strange(value: unknown, given: Schema, at: string): string[] {
  const schema = meant(given);
  if (schema.enum) return schema.enum.includes(value as string) ? [] : [`${at}: ${String(value)}`];
  if (Array.isArray(value)) return value.flatMap((each, index) => strange(each, schema.items ?? {}, `${at}[${index}]`));
  if (typeof value === 'object' && value !== null) {
    const {properties} = schema;
    if (!properties) return schema.additionalProperties ? [] : [`${at}: an object`];
    return Object.entries(value).flatMap(([name, inner]) =>
      properties[name] ? strange(inner, properties[name], `${at}.${name}`) : [`${at}.${name}: unknown`],
    );
  }
  const kind = schema.type === 'integer' ? 'number' : schema.type;
  return kind === undefined || typeof value === kind ? [] : [`${at}: a ${typeof value}`];
}

const world = (role: Taught) => new World(role, () => 1_795_000_000_000);

describe('the world', () => {
  it.each(routesOf(world('administrator'), () => '0').map((each) => [`${each.method} ${each.path}`, each] as const))(
    'answers what the contract has: %s',
    (_, route) => {
      expect(contract.paths[route.path]?.[route.method]).toBeDefined();
    },
  );

  it.each(TAUGHT)('tells only what the contract knows: %s', async (role) => {
    const play = new Play(LESSONS[role], () => 1_795_000_000_000);
    play.world.attend(play.world.institution, 'LIAISON_DESK', true);
    play.world.pass(60_000);
    const network = new WorldNetwork(play.world, () => Promise.resolve());
    const of = (map: ReadonlyMap<string, unknown>) => [...map.keys()].at(-1) ?? '';
    const ids: Record<string, string> = {
      '/v1/cases/{id}': of(play.world.cases),
      '/v1/stopOrders/{id}': of(play.world.orders),
      '/v1/traces/{id}': of(play.world.traces),
      '/v1/moneyTrails/{caseId}': of(play.world.cases),
      '/v1/institutions/{institution}/roster': play.world.institution,
    };
    for (const route of routesOf(play.world, () => '0').filter((each) => each.method === 'get')) {
      const id = ids[route.path] ?? '';
      if (route.path.includes('{') && id === '') continue;
      const response = await network.fetch(new URL(route.path.replace(/\{\w+\}/, id), 'https://example.invalid'));
      expect(response.status, route.path).toBe(200);
      const schema = contract.paths[route.path]!.get!.responses['200']!.content!['application/json']!.schema;
      expect(strange(await response.json(), schema, route.path)).toEqual([]);
    }
  });

  it('says of what it does not play that it is not part of the exercise', async () => {
    const network = new WorldNetwork(world('bank-liaison'), () => Promise.resolve());
    const response = await network.fetch(new URL('/v1/signingKeys', 'https://example.invalid'));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({reason: 'NOT_IN_TRAINING', status: 404});
  });
});
