import i18n, {type BackendModule, type ResourceKey} from 'i18next';
import {initReactI18next} from 'react-i18next';
import {LANGUAGES, currentLanguage, rememberLanguage, type Language} from '@/shared/language';

/** One file per feature (and one of the training space) and language, fetched when the feature is shown: `features/<name>/locales/<language>.json`. */
const files = import.meta.glob<{default: ResourceKey}>([
  '../features/*/locales/*.json',
  '../shared/locales/*.json',
  '../training/locales/*.json',
  './locales/*.json',
]);

const FILE = /(?:features\/([a-z-]+)|(shared|training)|^\.)\/locales\/([A-Za-z-]+)\.json$/;

const texts = new Map<string, () => Promise<{default: ResourceKey}>>();
for (const [path, load] of Object.entries(files)) {
  const [, feature, shared, language] = FILE.exec(path) ?? [];
  texts.set(`${language}/${feature ?? shared ?? 'app'}`, load);
}

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = texts.get(`${language}/${namespace}`);
    if (load === undefined) {
      done(new Error(`no texts for ${language}/${namespace}`), null);
      return;
    }
    load().then(
      (file) => done(null, file.default),
      (failure: Error) => done(failure, null),
    );
  },
};

/**
 * Texts for the language remembered on this machine; Chinese where none is.
 *
 * @param more features whose pages are shown at once
 */
export async function startTexts(more: readonly string[] = []): Promise<void> {
  await i18n
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: currentLanguage(),
      supportedLngs: [...LANGUAGES],
      fallbackLng: false,
      load: 'currentOnly',
      ns: ['app', 'shared', ...more],
      defaultNS: 'app',
      interpolation: {escapeValue: false},
      react: {useSuspense: true},
    });
  document.documentElement.lang = currentLanguage();
}

/** Begins to fetch these texts; whoever needs them finds them under way. */
export async function fetchTexts(namespace: string): Promise<void> {
  await texts.get(`${currentLanguage()}/${namespace}`)?.();
}

/** Has these texts ready before a page asks for them. */
export async function loadTexts(namespace: string): Promise<void> {
  await i18n.loadNamespaces(namespace);
}

export async function switchLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}
