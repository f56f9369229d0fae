import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {timeOfDay} from '@/shared/time';
import type {Cell} from '../draft/cell';
import {useStore} from '../draft/useDraft';
import styles from './form.module.css';

/** Several people have typed here; nobody's text is lost, and one of them counts once somebody chooses. */
export function Rivals({path, cell, label}: {path: string; cell: Cell; label: string}) {
  const store = useStore();
  const {t} = useTranslation('intake');
  const [failure, setFailure] = useState<unknown>(null);
  return (
    <div className={styles.rivals} role="group" aria-label={t('rivals.title', {label})}>
      <strong>{t('rivals.title', {label})}</strong>
      {cell.rivals.map((each) => (
        <button
          key={each.author}
          type="button"
          onClick={() => void store.settle(path, each.text ?? '').catch(setFailure)}
        >
          {each.text || t('rivals.cleared')}
          <small>
            {each.authorName} {timeOfDay(each.typeTime)}
          </small>
        </button>
      ))}
      {failure !== null && <ProblemNotice failure={failure} />}
    </div>
  );
}
