import {Button} from 'antd';
import {useTranslation} from 'react-i18next';
import {nameOf, useInstitutions} from '@/shared/directory';
import type {Task} from '@/shared/desk/tasks';
import styles from './todo.module.css';
import {GROUPS, PLAIN, SORTS, type View, countsOf, textOf} from './view';

/** Which tasks are shown, how they are gathered and sorted. Only what is there can be chosen, each with its number. */
export function ViewBar({view, tasks, onView}: {view: View; tasks: readonly Task[]; onView: (view: View) => void}) {
  const {t} = useTranslation('todo');
  const {t: common} = useTranslation('shared');
  const institutions = useInstitutions();
  const kinds = withChosen(countsOf(tasks, (each) => each.kind), view.kind);
  const units = withChosen(countsOf(tasks, (each) => each.institution), view.unit);
  return (
    <div className={styles.view} role="search" aria-label={t('view.label')}>
      <select
        aria-label={t('view.kind')}
        value={view.kind}
        onChange={(event) => onView({...view, kind: event.target.value})}
      >
        <option value="">{t('view.allKinds', {count: tasks.length})}</option>
        {kinds.map(([kind, count]) => (
          <option key={kind} value={kind}>
            {t('view.counted', {name: common(`taskKind.${kind}`), count})}
          </option>
        ))}
      </select>
      {(units.length > 1 || view.unit !== '') && (
        <select
          aria-label={t('view.unit')}
          value={view.unit}
          onChange={(event) => onView({...view, unit: event.target.value})}
        >
          <option value="">{t('view.allUnits')}</option>
          {units.map(([unit, count]) => (
            <option key={unit} value={unit}>
              {t('view.counted', {name: nameOf(institutions, unit) || unit.slice(-6), count})}
            </option>
          ))}
        </select>
      )}
      <select
        aria-label={t('view.group')}
        value={view.group}
        onChange={(event) => onView({...view, group: GROUPS.find((each) => each === event.target.value) ?? view.group})}
      >
        {GROUPS.map((each) => (
          <option key={each} value={each}>
            {t(`view.groups.${each}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('view.sort')}
        value={view.sort}
        onChange={(event) => onView({...view, sort: SORTS.find((each) => each === event.target.value) ?? view.sort})}
      >
        {SORTS.map((each) => (
          <option key={each} value={each}>
            {t(`view.sorts.${each}`)}
          </option>
        ))}
      </select>
      {textOf(view) !== textOf(PLAIN) && <Button onClick={() => onView(PLAIN)}>{t('view.clear')}</Button>}
    </div>
  );
}

/** What was chosen stays to be seen, also while there is none of it. */
function withChosen(counts: [string, number][], chosen: string): [string, number][] {
  return chosen === '' || counts.some(([value]) => value === chosen) ? counts : [...counts, [chosen, 0]];
}
