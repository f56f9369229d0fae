import type {Hop, RouteLeg, Trace} from './trace';

export const FIRST = '01jd3k5m7p9r1t3v5x7z9b1d3f';
export const SECOND = '01jd3k5m7p9r1t3v5x7z9b1d3g';

/** A leg by its trunk group, circuit and codes, as the service shows them. */
export function leg(trunkGroup: string, cic: number, opc: number, dpc: number): RouteLeg {
  const code = (value: number) => ({text: '', bits: 24, value});
  return {trunkGroup, cic, opc: code(opc), dpc: code(dpc)};
}

/** A made-up trace of two hops; the second is to be answered, its exchange's clock 40 s ahead. */
export function sample(): {trace: Trace; hop: Hop} {
  const hop: Hop = {
    number: 2,
    state: 'HOP_ACKNOWLEDGED',
    carrier: SECOND,
    searchKeys: {
      displayed: '+000110',
      received: '09990000110',
      calledNumber: '13999000001',
      windowStartTime: '2026-11-22T01:55:40Z',
      windowEndTime: '2026-11-22T02:05:40Z',
      windowText: '20261122095540-20261122100540 +0800',
    },
  };
  const trace: Trace = {
    id: FIRST,
    state: 'TRACING',
    displayed: '+000110',
    calledNumber: '13999000001',
    startTime: '2026-11-22T02:00:00Z',
    startToleranceSeconds: 300,
    durationSeconds: 600,
    hops: [
      {
        number: 1,
        state: 'HOP_ANSWERED',
        carrier: FIRST,
        answers: [
          {
            code: 'UPSTREAM',
            record: {
              startTime: '2026-11-22T02:00:12Z',
              durationSeconds: 603,
              callingNumberReceived: '09990000110',
              incoming: leg('测试来话群', 31, 660511, 660510),
            },
          },
        ],
      },
      hop,
    ],
  };
  return {trace, hop};
}
