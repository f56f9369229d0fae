import {type ReactNode, useId} from 'react';

/** A field with its label above; below it what helps to fill it in, and what is wrong with it: fields side by side stay in line. */
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
      </label>
      {children(id)}
      {hint && (
        <label htmlFor={id} style={{color: '#4a5564', display: 'block', fontSize: 12}}>
          {hint}
        </label>
      )}
      {error && (
        <div role="alert" style={{color: '#9a1f18', fontSize: 12}}>
          {error}
        </div>
      )}
    </div>
  );
}
