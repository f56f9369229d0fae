import {useId} from 'react';
import {useTranslation} from 'react-i18next';
import {useCell, useStore} from '../draft/useDraft';
import {Rivals} from './Rivals';
import styles from './form.module.css';

/** One of a list. The browser's own control: it works by keyboard, by finger and aloud. */
export function Choice({
  path,
  label,
  options,
  name,
  width = 2,
}: {
  path: string;
  label: string;
  options: readonly string[];
  name: string;
  width?: number;
}) {
  const store = useStore();
  const cell = useCell(path);
  const {t} = useTranslation('intake');
  const id = useId();
  return (
    <div className={styles.field} style={{gridColumn: `span ${width}`}} data-path={path}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={cell.text} onChange={(event) => store.type(path, event.target.value)}>
        <option value="">{t('choice.none')}</option>
        {options.map((each) => (
          <option key={each} value={each}>
            {t(`${name}.${each}`)}
          </option>
        ))}
      </select>
      <div className={styles.none}>{cell.refused}</div>
      {cell.rivals.length > 1 && <Rivals path={path} cell={cell} label={label} />}
    </div>
  );
}
