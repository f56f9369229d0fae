import {useTranslation} from 'react-i18next';

/** What a clock is called; one that is newer than this page, by its own name. */
export function useClockName(): (name: string | undefined) => string {
  const {t, i18n} = useTranslation('shared');
  return (name = '') => (i18n.exists(`shared:clockName.${name}`) ? t(`clockName.${name}`) : name);
}
