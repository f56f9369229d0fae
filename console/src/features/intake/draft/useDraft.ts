import {createContext, useContext, useEffect, useReducer, useState, useSyncExternalStore} from 'react';
import {useSession} from '@/shared/session';
import type {Cell, Meta} from './cell';
import {DraftStore} from './DraftStore';
import {SealedKeeper} from './keeper';

export const DraftContext = createContext<DraftStore | null>(null);

export function useStore(): DraftStore {
  const store = useContext(DraftContext);
  if (store === null) throw new Error('used outside of a draft');
  return store;
}

export function useCell(path: string): Cell {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => store.cell(path));
}

/** Nobody types when no key has come for this long. */
const QUIET_MS = 300;

/** Draws anew when nobody types: what asks the server, or adds up the whole form, would be in the way of every key. */
export function useQuiet(): DraftStore {
  const store = useStore();
  const [, draw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const leave = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(draw, QUIET_MS);
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [store]);
  return store;
}

/** One thing about the draft; what else changes in it draws nobody anew who has not asked for it. */
export function useMeta<Value>(pick: (meta: Meta) => Value): Value {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => pick(store.read()));
}

const OTHERS_MS = 6_000;

/** Opens a draft, keeps it current with what others type, and warns before unsent text is left behind. */
export function useOpenDraft(id: string): {store: DraftStore | null; failure: unknown} {
  const {officer} = useSession();
  const [opened, setOpened] = useState<{store: DraftStore | null; failure: unknown}>({store: null, failure: null});
  useEffect(() => {
    let gone = false;
    const store = new DraftStore(id, new SealedKeeper(officer));
    store.open().then(
      () => !gone && setOpened({store, failure: null}),
      (failure: unknown) => !gone && setOpened({store: null, failure}),
    );
    const others = setInterval(() => {
      if (document.visibilityState === 'visible') store.refresh().catch(() => undefined);
    }, OTHERS_MS);
    const online = () => store.hurry();
    const leaving = (event: BeforeUnloadEvent) => {
      // A sealed copy is kept while the network is away; a tab that closes takes its key along.
      if (store.unsent() && store.read().line !== 'over') event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leaving);
    return () => {
      gone = true;
      clearInterval(others);
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leaving);
      if (store.unsent()) store.hurry();
      store.stop();
    };
  }, [id, officer]);
  return opened;
}
