import {type ReactNode, useId} from 'react';

/** A field with its label above and what is wrong with it below. */
export function Labelled({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: string;
  error: string | null;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div style={{marginBottom: 10}}>
      <label htmlFor={id} style={{display: 'block', marginBottom: 2}}>
        {label}
        {hint && <span style={{color: '#4a5564', fontSize: 12}}> {hint}</span>}
      </label>
      {children(id)}
      {error && (
        <div role="alert" style={{color: '#9a1f18', fontSize: 12}}>
          {error}
        </div>
      )}
    </div>
  );
}
