import {type ReactNode, memo, useId, useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {serverTime} from '@/shared/clock/serverTime';
import {typedPart, withReading} from '@/reading/reading';
import {useCell, useStore} from '../draft/useDraft';
import {Ago} from './Ago';
import {Rivals} from './Rivals';
import {type FieldKind, type ReadBack, forDraft, readBack} from './readBack';
import {useAfterPaint} from './useAfterPaint';
import styles from './form.module.css';

export interface FieldProps {
  path: string;
  label: string;
  kind?: FieldKind;
  /** Several lines. */
  lines?: number;
  /** Columns of twelve. */
  width?: number;
  hint?: string;
  /** Names to choose from, or to type over. */
  list?: readonly string[];
  onChosen?: (text: string) => void;
  /** What else is known of it, in the line below. */
  note?: ReactNode;
}

/** One field of the draft: what was typed, how it is read, and what somebody else has typed in the same place. */
export function Field({path, label, kind = 'text', lines, width = 3, hint, list, onChosen, note}: FieldProps) {
  const store = useStore();
  const cell = useCell(path);
  const {t, i18n} = useTranslation('intake');
  const id = useId();
  const [pasting, setPasting] = useState(false);
  const tongue = i18n.language === 'en' ? 'en' : 'zh';
  const read = useAfterPaint(cell.text);
  const back = useMemo(() => readBack(kind, read, new Date(serverTime.now()), t, tongue), [kind, read, t, tongue]);
  const change = (text: string) => {
    store.type(path, forDraft(kind, text, new Date(serverTime.now())), pasting || (cell.pasted && text === ''));
    setPasting(false);
    onChosen?.(text);
  };
  const common = {
    id,
    value: kind === 'text' ? cell.text : typedPart(cell.text),
    placeholder: hint,
    autoComplete: 'off',
    spellCheck: false,
    'aria-describedby': `${id}-read`,
    'aria-invalid': cell.refused !== '' || back.tone === 'bad' || undefined,
    onPaste: () => setPasting(true),
  };
  return (
    <div
      className={width === 12 ? `${styles.field} ${styles.wide}` : styles.field}
      style={{gridColumn: `span ${width}`}}
      data-path={path}
    >
      <label htmlFor={id}>{label}</label>
      {lines === undefined ? (
        <input
          {...common}
          className={kind === 'account' ? styles.number : undefined}
          list={list ? `${id}-list` : undefined}
          inputMode={kind === 'phone' ? 'tel' : undefined}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <textarea {...common} rows={lines} onChange={(event) => change(event.target.value)} />
      )}
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      <ReadLine field={id} path={path} text={read} back={back} refused={cell.refused} note={note} />
      {cell.rivals.length > 1 && <Rivals path={path} cell={cell} label={label} />}
    </div>
  );
}

interface ReadLineProps {
  /** The id of the field that is read. */
  field: string;
  path: string;
  /** What was read. */
  text: string;
  back: ReadBack;
  refused: string;
  note: ReactNode;
}

/** How the text is read, and what it could mean where that is not sure. */
const ReadLine = memo(function ReadLine({field, path, text, back, refused, note}: ReadLineProps) {
  const store = useStore();
  const {t} = useTranslation('intake');
  return (
    <div id={`${field}-read`} className={styles[refused ? 'bad' : back.tone]} aria-live="polite">
      {refused || back.text}
      {note}
      {back.instant && <Ago instant={back.instant} />}
      {back.offers.map((offer) => (
        <button
          key={offer.said}
          type="button"
          className={styles.offer}
          onClick={() => {
            store.type(path, withReading(typedPart(text), offer.said));
            // The button goes: whoever pressed it goes on from the field.
            document.getElementById(field)?.focus();
          }}
        >
          {t('reading.take', {value: offer.label})}
        </button>
      ))}
    </div>
  );
});
