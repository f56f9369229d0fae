/** What a choice offers: its value, and what it is called. */
type Offer<Value extends string> = readonly [value: Value, name: string];

/** One of several, chosen by the browser's own list. */
export function Choice<Value extends string>({
  label,
  value,
  offers,
  onChoose,
}: {
  label: string;
  value: Value;
  offers: readonly Offer<Value>[];
  onChoose: (value: Value) => void;
}) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = offers.find(([each]) => each === event.target.value);
        if (chosen) onChoose(chosen[0]);
      }}
    >
      {offers.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </select>
  );
}
