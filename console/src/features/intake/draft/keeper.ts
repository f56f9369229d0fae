import {inTraining, nameKept} from '@/shared/space';

/** What could not be sent yet. */
export interface KeptEdit {
  readonly path: string;
  readonly text: string;
  readonly seenVersion: string;
}

/** Keeps what could not be sent on this machine until it can. */
export interface Keeper {
  keep(draft: string, edits: readonly KeptEdit[]): Promise<void>;
  recall(draft: string): Promise<readonly KeptEdit[]>;
  forget(): Promise<void>;
}

/** Of the real space, and by its own name of the training space: neither sees the other's. */
const database = () => (inTraining() ? 'holdfast-training-unsent' : 'holdfast-unsent');
const STORE = 'sealed';
const KEY = 'unsent-key';

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/**
 * AES-GCM under a key that lives in this tab's session: when the tab is closed, nobody can read the copy any more, and the
 * next start removes it. A page without WebCrypto (plain http on a network) keeps nothing and says so by `able`.
 */
export class SealedKeeper implements Keeper {
  /** @param owner `sub` of who is logged in: another person on the same tab gets nothing */
  constructor(private readonly owner: string) {}

  static get able(): boolean {
    return typeof crypto.subtle === 'object' && typeof indexedDB === 'object';
  }

  async keep(draft: string, edits: readonly KeptEdit[]): Promise<void> {
    if (!SealedKeeper.able) return;
    if (edits.length === 0) return this.forget();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify({draft, edits}));
    const bytes = await crypto.subtle.encrypt({name: 'AES-GCM', iv}, await sessionKey(true), plain);
    await inStore('readwrite', (store) => store.put({iv, bytes} satisfies Sealed, this.owner));
  }

  async recall(draft: string): Promise<readonly KeptEdit[]> {
    if (!SealedKeeper.able) return [];
    const key = await sessionKey(false);
    if (key === null) {
      // The tab that could read it is gone; nobody has to wait until it is removed.
      this.forget().catch(() => undefined);
      return [];
    }
    const sealed = await inStore<Sealed | undefined>('readonly', (store) => store.get(this.owner));
    if (sealed === undefined) return [];
    try {
      const plain = await crypto.subtle.decrypt({name: 'AES-GCM', iv: sealed.iv}, key, sealed.bytes);
      const kept = JSON.parse(new TextDecoder().decode(plain)) as {draft: string; edits: KeptEdit[]};
      return kept.draft === draft ? kept.edits : [];
    } catch {
      return [];
    }
  }

  async forget(): Promise<void> {
    if (SealedKeeper.able) await inStore('readwrite', (store) => store.delete(this.owner));
  }
}

async function sessionKey(make: true): Promise<CryptoKey>;
async function sessionKey(make: false): Promise<CryptoKey | null>;
async function sessionKey(make: boolean): Promise<CryptoKey | null> {
  const stored = sessionStorage.getItem(nameKept(KEY));
  if (stored !== null) {
    const raw = Uint8Array.from(atob(stored), (each) => each.charCodeAt(0));
    return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  }
  if (!make) return null;
  const raw = crypto.getRandomValues(new Uint8Array(32));
  sessionStorage.setItem(nameKept(KEY), btoa(String.fromCharCode(...raw)));
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function inStore<Result>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<Result> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database(), 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error ?? new Error('indexedDB'));
    opening.onsuccess = () => {
      const database = opening.result;
      const request = work(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => {
        database.close();
        resolve(request.result as Result);
      };
      request.onerror = () => {
        database.close();
        reject(request.error ?? new Error('indexedDB'));
      };
    };
  });
}
