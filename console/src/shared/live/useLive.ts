import {useEffect, useSyncExternalStore} from 'react';
import type {LiveList, Snapshot} from './LiveList';

/** The list as it stands, current to the last event; draws anew with each change. */
export function useLive<Item, Message>(list: LiveList<Item, Message>): Snapshot<Item> {
  return useSyncExternalStore(list.subscribe, list.read);
}

/** Calls back for each message as it arrives. */
export function useLiveMessage<Item, Message>(
  list: LiveList<Item, Message>,
  hear: (message: Message) => void,
): void {
  useEffect(() => list.onMessage(hear), [list, hear]);
}
