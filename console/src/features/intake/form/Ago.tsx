import {useTranslation} from 'react-i18next';
import {agoSaid} from '@/reading/time-text';
import {useNow} from '@/shared/clock/useNow';

/** How long ago, kept current. */
export function Ago({instant}: {instant: Date}) {
  const {i18n} = useTranslation();
  return <> · {agoSaid(instant, new Date(useNow() * 1000), i18n.language === 'en' ? 'en' : 'zh')}</>;
}
