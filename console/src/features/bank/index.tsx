import {useTranslation} from 'react-i18next';

/** The pages of this area. */
export default function Pages() {
  const {t} = useTranslation('bank');
  return <h1>{t('title')}</h1>;
}
