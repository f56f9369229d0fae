import {type ReactNode, useId, useLayoutEffect, useRef} from 'react';
import styles from './plain.module.css';

export interface DialogProps {
  title: ReactNode;
  /** In CSS pixels, as far as the screen has them. */
  width: number;
  children: ReactNode;
  footer?: ReactNode;
  /** The user leaves it, by Esc as well. */
  onClose: () => void;
}

/**
 * The browser's own dialog: what is behind it cannot be reached, Esc leaves it, and the focus goes back where it came
 * from. It is open for as long as it is drawn; the first field in it has the focus, or the first button.
 */
export function Dialog({title, width, children, footer, onClose}: DialogProps) {
  const id = useId();
  const place = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = place.current!;
    dialog.showModal();
    (dialog.querySelector<HTMLElement>('input, textarea') ?? dialog.querySelector<HTMLElement>('button:not([hidden])'))?.focus();
    return () => dialog.close();
  }, []);
  return (
    <dialog
      ref={place}
      className={styles.dialog}
      style={{width}}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      {footer}
    </dialog>
  );
}
