import {useSyncExternalStore} from 'react';
import {serverTime} from './serverTime';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = 0;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    const now = Math.floor(serverTime.now() / 1000);
    if (now !== second) {
      second = now;
      listeners.forEach((each) => each());
    }
  }, 200);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function read(): number {
  if (listeners.size === 0) second = Math.floor(serverTime.now() / 1000);
  return second;
}

/** The server's time in whole seconds since the epoch; draws anew each second. One timer for the whole page. */
export function useNow(): number {
  return useAt((now) => now);
}

/** What follows from the server's time, in whole seconds since the epoch; draws anew only when that changes. */
export function useAt<Value extends number | string | boolean>(follows: (now: number) => Value): Value {
  return useSyncExternalStore(subscribe, () => follows(read()));
}
