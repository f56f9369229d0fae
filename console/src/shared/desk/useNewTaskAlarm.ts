import {useCallback, useEffect, useRef} from 'react';
import {useLiveMessage} from '@/shared/live/useLive';
import {alarm} from './alarm';
import {type Desk, type TaskMessage, tasksOf} from './tasks';

const FLASH_MS = 900;
/** What lies on the desk before is not new; only what is opened later than this before now rings. */
const NEW_WITHIN_MS = 10 * 60_000;

/**
 * Rings, and flashes the window's title until the page is looked at, for each new task of these kinds.
 *
 * @param title what flashes, e.g. 【新止付】
 */
export function useNewTaskAlarm(
  desk: Desk,
  kinds: readonly string[],
  title: string,
  onNew?: (message: TaskMessage) => void,
): void {
  const rung = useRef(new Set<string>());
  const flashing = useRef<ReturnType<typeof setInterval> | undefined>(undefined);

  const calm = useCallback(() => {
    if (flashing.current === undefined) return;
    clearInterval(flashing.current);
    flashing.current = undefined;
    document.title = document.title.replace(title, '');
  }, [title]);

  const flash = useCallback(() => {
    if (flashing.current !== undefined) return;
    flashing.current = setInterval(() => {
      const plain = document.title.replace(title, '');
      document.title = document.title === plain ? title + plain : plain;
    }, FLASH_MS);
  }, [title]);

  const hear = useCallback(
    (message: TaskMessage) => {
      const task = message.task;
      if (!task?.id || task.state !== 'OPEN' || !kinds.includes(task.kind ?? '')) return;
      const opened = Date.parse(task.openTime ?? '');
      const told = Date.parse(message.serverTime ?? '');
      if (rung.current.has(task.id) || told - opened > NEW_WITHIN_MS) return;
      rung.current.add(task.id);
      alarm.ring();
      flash();
      onNew?.(message);
    },
    [kinds, flash, onNew],
  );
  useLiveMessage(tasksOf(desk), hear);

  useEffect(() => {
    window.addEventListener('pointerdown', calm);
    window.addEventListener('keydown', calm);
    return () => {
      window.removeEventListener('pointerdown', calm);
      window.removeEventListener('keydown', calm);
      calm();
    };
  }, [calm]);
}
