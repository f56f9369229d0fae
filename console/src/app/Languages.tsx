import {useTranslation} from 'react-i18next';
import {LANGUAGES, type Language} from '@/shared/language';
import {switchLanguage} from './i18n';
import styles from './Shell.module.css';

/** Each language by its own name. */
const NAMES: Readonly<Record<Language, string>> = {'zh-CN': '中文', en: 'EN'};

/** The language of the pages; it is remembered. */
export function Languages() {
  const {t, i18n} = useTranslation();
  return (
    <div className={styles.languages} role="group" aria-label={t('language')}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={i18n.language === each}
          onClick={() => void switchLanguage(each)}
        >
          {NAMES[each]}
        </button>
      ))}
    </div>
  );
}
