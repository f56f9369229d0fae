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
