import {recall, remember} from './remembered';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Chinese, unless English was chosen on this machine before. */
export function currentLanguage(): Language {
  return recall('language') === 'en' ? 'en' : 'zh-CN';
}

export function rememberLanguage(language: Language): void {
  remember('language', language);
}

/** Words one after the other, as this language sets them. */
export function listed(words: readonly string[], language: string): string {
  return words.join(language === 'en' ? ', ' : '、');
}

/** What is said of something: `Name: equal`. */
export function saidOf(what: string, said: string, language: string): string {
  return language === 'en' ? `${what}: ${said}` : `${what}：${said}`;
}
