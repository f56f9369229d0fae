import {useCallback, useState} from 'react';

/** Forms one has begun; the one begun longest ago is forgotten beyond this many. */
const KEPT_MAX = 50;

const kept = new Map<string, unknown>();

/**
 * What is typed about one thing, kept in this page's memory alone while another is looked at; gone with the page, and with
 * the answer.
 */
export function useKept<Value>(
  key: string,
  begin: () => Value,
): {value: Value; set: (value: Value) => void; forget: () => void} {
  const [value, show] = useState<Value>(() => (kept.has(key) ? (kept.get(key) as Value) : begin()));
  const set = useCallback(
    (next: Value) => {
      kept.delete(key);
      kept.set(key, next);
      if (kept.size > KEPT_MAX) kept.delete(kept.keys().next().value!);
      show(next);
    },
    [key],
  );
  const forget = useCallback(() => void kept.delete(key), [key]);
  return {value, set, forget};
}
