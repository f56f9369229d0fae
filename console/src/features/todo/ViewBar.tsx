import {Button} from 'antd';
import {useTranslation} from 'react-i18next';
import {nameOf, useInstitutions} from '@/shared/directory';
import type {Task} from '@/shared/desk/tasks';
import {Choice} from '@/shared/form/Choice';
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
      <Choice
        label={t('view.kind')}
        value={view.kind}
        offers={[
          ['', t('view.allKinds', {count: tasks.length})],
          ...kinds.map(([kind, count]) => [kind, t('view.counted', {name: common(`taskKind.${kind}`), count})] as const),
        ]}
        onChoose={(kind) => onView({...view, kind})}
      />
      {(units.length > 1 || view.unit !== '') && (
        <Choice
          label={t('view.unit')}
          value={view.unit}
          offers={[
            ['', t('view.allUnits')],
            ...units.map(
              ([unit, count]) =>
                [unit, t('view.counted', {name: nameOf(institutions, unit) || unit.slice(-6), count})] as const,
            ),
          ]}
          onChoose={(unit) => onView({...view, unit})}
        />
      )}
      <Choice
        label={t('view.group')}
        value={view.group}
        offers={GROUPS.map((each) => [each, t(`view.groups.${each}`)] as const)}
        onChoose={(group) => onView({...view, group})}
      />
      <Choice
        label={t('view.sort')}
        value={view.sort}
        offers={SORTS.map((each) => [each, t(`view.sorts.${each}`)] as const)}
        onChoose={(sort) => onView({...view, sort})}
      />
      {textOf(view) !== textOf(PLAIN) && <Button onClick={() => onView(PLAIN)}>{t('view.clear')}</Button>}
    </div>
  );
}

/** What was chosen stays to be seen, also while there is none of it. */
function withChosen(counts: [string, number][], chosen: string): [string, number][] {
  return chosen === '' || counts.some(([value]) => value === chosen) ? counts : [...counts, [chosen, 0]];
}
