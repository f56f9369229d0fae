import {describe, expect, it} from 'vitest';
import {type Entry, type Page, type Read, type Service, begin, more, nextPage} from './log';

/** Logs kept in memory: pages of one size, each entry's time its place from the newest. */
class Logs {
  readonly asked: string[] = [];

  constructor(
    private readonly size: number,
    private readonly all: Partial<Record<Service, readonly string[]>>,
  ) {}

  readonly fetch = ({service, next}: Read): Promise<{entries: readonly Entry[]; next: string | null}> => {
    this.asked.push(`${service} ${next}`);
    const times = this.all[service] ?? [];
    const from = Number(next);
    const to = from + this.size;
    const entries = times.slice(from, to).map((time, at) => ({id: `${service}-${from + at}`, time}));
    return Promise.resolve({entries, next: to < times.length ? String(to) : null});
  };
}

function seconds(...all: number[]): string[] {
  return all.map((each) => `2026-11-22T01:00:${String(each).padStart(2, '0')}Z`);
}

async function everything(logs: Logs, services: readonly Service[]): Promise<Page[]> {
  const pages: Page[] = [];
  let reads = begin(services);
  while (more(reads)) {
    const page = await nextPage(reads, logs.fetch);
    pages.push(page);
    reads = page.reads;
  }
  return pages;
}

const BOTH = ['case-service', 'freeze-service'] as const;

describe('several logs read as one', () => {
  it('come newest first, none lost, none twice', async () => {
    const logs = new Logs(2, {
      'case-service': seconds(50, 40, 30, 5),
      'freeze-service': seconds(59, 58, 57, 35, 1),
    });
    const pages = await everything(logs, BOTH);
    const times = pages.flatMap((page) => page.found.map(({entry}) => entry.time));
    expect(times).toEqual(seconds(59, 58, 57, 50, 40, 35, 30, 5, 1));
    const ids = pages.flatMap((page) => page.found.map(({entry}) => entry.id));
    expect(new Set(ids).size).toBe(9);
  });

  it('are read on page by page', async () => {
    const long = Array.from({length: 220}, (_, at) => new Date(1_800_000_000_000 - at * 1000).toISOString());
    const logs = new Logs(50, {'case-service': long, 'freeze-service': []});
    const pages = await everything(logs, BOTH);
    expect(pages.map((page) => page.found.length)).toEqual([100, 100, 20]);
    expect(logs.asked.filter((each) => each.startsWith('freeze-service'))).toHaveLength(1);
  });

  it('tells entries of one millisecond apart', async () => {
    const logs = new Logs(10, {
      'case-service': ['2026-11-22T01:00:00.123456Z'],
      'freeze-service': ['2026-11-22T01:00:00.123789Z', '2026-11-22T01:00:00.123Z'],
    });
    const [page] = await everything(logs, BOTH);
    expect(page?.found.map(({service}) => service)).toEqual(['freeze-service', 'case-service', 'freeze-service']);
  });

  it('of which none has anything are one empty page', async () => {
    const pages = await everything(new Logs(10, {}), BOTH);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.found).toEqual([]);
  });

  it('goes past an empty page that is not the last', async () => {
    const entries = [{id: 'x', time: seconds(1)[0]!}];
    const answers = [
      {entries: [], next: '1'},
      {entries, next: null},
    ];
    const page = await nextPage(begin(['case-service']), () => Promise.resolve(answers.shift()!));
    expect(page.found.map(({entry}) => entry.id)).toEqual(['x']);
    expect(more(page.reads)).toBe(false);
  });
});
