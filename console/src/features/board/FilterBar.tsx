import {Button} from 'antd';
import {useTranslation} from 'react-i18next';
import {nameOf, useInstitutions} from '@/shared/directory';
import {Choice} from '@/shared/form/Choice';
import {type BoardClock, type Filter, NO_FILTER} from './rows';
import {useClockName} from './useClockName';
import styles from './board.module.css';

const KINDS = ['POLICE', 'BANK', 'PAYMENT_FIRM', 'CARRIER', 'INTERNET_FIRM'] as const;

interface Props {
  filter: Filter;
  /** All clocks on the board: only who and what is there can be chosen. */
  clocks: readonly BoardClock[];
  onFilter: (filter: Filter) => void;
}

export function FilterBar({filter, clocks, onFilter}: Props) {
  const {t} = useTranslation('board');
  const institutions = useInstitutions();
  const clockName = useClockName();
  const there = (values: readonly (string | undefined)[], chosen: string) =>
    [...new Set([...values, chosen])].filter((each): each is string => !!each);
  const holders = there(clocks.map((each) => each.holder), filter.institution)
    .map((id) => [id, nameOf(institutions, id) || id] as const)
    .sort(([, one], [, other]) => one.localeCompare(other, 'zh-CN'));
  const names = there(clocks.map((each) => each.name), filter.clock).sort();
  return (
    <div className={styles.filter} role="search" aria-label={t('filter.label')}>
      <Choice
        label={t('filter.kind')}
        value={filter.kind}
        offers={[['', t('filter.allKinds')], ...KINDS.map((each) => [each, t(`kind.${each}`)] as const)]}
        onChoose={(kind) => onFilter({...filter, kind})}
      />
      <Choice
        label={t('filter.institution')}
        value={filter.institution}
        offers={[['', t('filter.allInstitutions')], ...holders]}
        onChoose={(institution) => onFilter({...filter, institution})}
      />
      <Choice
        label={t('filter.clock')}
        value={filter.clock}
        offers={[['', t('filter.allClocks')], ...names.map((each) => [each, clockName(each)] as const)]}
        onChoose={(clock) => onFilter({...filter, clock})}
      />
      {filter !== NO_FILTER && <Button onClick={() => onFilter(NO_FILTER)}>{t('filter.clear')}</Button>}
    </div>
  );
}
