import styles from './carrier.module.css';

/** One of a list, or nothing. The browser's own control: it works by keyboard, by finger and aloud. */
export function Choice<Value extends string>({
  id,
  value,
  options,
  onChange,
}: {
  id: string;
  value: Value | '';
  /** Value and text. */
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value | '') => void;
}) {
  return (
    <select
      id={id}
      className={styles.select}
      value={value}
      onChange={(event) => onChange(event.target.value as Value | '')}
    >
      <option value="">—</option>
      {options.map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  );
}
