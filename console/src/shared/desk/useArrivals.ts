import {App} from 'antd';
import {useCallback, useEffect} from 'react';
import type {Desk, Task, TaskMessage} from './tasks';
import {useNewTaskAlarm} from './useNewTaskAlarm';

interface Arrivals {
  readonly desk: Desk;
  /** What rings. */
  readonly kinds: readonly string[];
  /** What flashes in the window's title. */
  readonly flash: string;
  /** The subject that is open: it tells of itself, and need not be announced. */
  readonly selected: string | null;
  readonly titleOf: (task: Task) => string;
  readonly onOpen: (task: Task) => void;
}

const SHOWN_SECONDS = 20;

/** Rings and flashes for what arrives on a desk, and offers to open it, until it is open. */
export function useArrivals({desk, kinds, flash, selected, titleOf, onOpen}: Arrivals): void {
  const {notification} = App.useApp();
  const announce = useCallback(
    ({task}: TaskMessage) => {
      if (!task || task.subject === selected) return;
      notification.warning({
        key: task.subject ?? '',
        title: titleOf(task),
        description: task.label,
        role: 'alert',
        duration: SHOWN_SECONDS,
        onClick: () => onOpen(task),
      });
    },
    [notification, selected, titleOf, onOpen],
  );
  useEffect(() => {
    if (selected) notification.destroy(selected);
  }, [selected, notification]);
  useNewTaskAlarm(desk, kinds, flash, announce);
}
