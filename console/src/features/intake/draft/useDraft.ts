import {createContext, useContext, useEffect, useState, useSyncExternalStore} from 'react';
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

export function useMeta(): Meta {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.read);
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
