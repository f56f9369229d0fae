import {useTranslation} from 'react-i18next';
import {listed, saidOf} from '@/shared/language';
import type {Review} from './review';

/** What a transfer wants before its account can be stopped. */
export function Lacking({number, lacks}: Pick<Review['lacking'][number], 'number' | 'lacks'>) {
  const {t, i18n} = useTranslation('intake');
  const words = lacks.map((lack) => t(`lack.${lack}`));
  return saidOf(t('transfer.number', {number}), listed(words, i18n.language), i18n.language);
}
