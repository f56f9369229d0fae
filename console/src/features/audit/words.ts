import {useTranslation} from 'react-i18next';
import {type Entry, SERVICES} from './log';
import {isAction} from './question';

/** Whose package an action's name begins with. */
const PACKAGES = {'case-service': 'casefile', 'freeze-service': 'freezing', 'liaison-service': 'liaison'} as const;

export interface Words {
  /** What was done, e.g. 查看案件; the log's own name where there is no word. */
  action(name: string | undefined): string;
  /** All actions in words, to choose from, each once. */
  actions: readonly string[];
  /** The log's name of an action, from its word or its name; null where it is neither. */
  read(text: string): string | null;
  /** An action as `read` takes it. */
  chosen(name: string): string;
  reason(entry: Entry): string;
  roles(entry: Entry): string;
}

/** The log's names in the reader's words. */
export function useWords(): Words {
  const {t, i18n} = useTranslation('audit');
  const known = (key: string) => (i18n.exists(`audit:${key}`) ? t(key) : null);
  const action = (name = '') => known(`action.${name}`) ?? name;
  const names = new Map<string, string>();
  const twice = new Set<string>();
  const all = SERVICES.flatMap((service) => {
    const words: unknown = t(`action.${PACKAGES[service]}`, {returnObjects: true});
    const listed = typeof words === 'object' && words !== null ? Object.entries(words) : [];
    return listed.map(([name, word]) => ({service, name: `${PACKAGES[service]}.${name}`, word: String(word)}));
  });
  const seen = new Set<string>();
  for (const {word} of all) (seen.has(word) ? twice : seen).add(word);
  // Where two logs have an action of the same words, the log says which.
  for (const {service, name, word} of all) names.set(twice.has(word) ? `${word} · ${t(`service.${service}`)}` : word, name);
  return {
    action,
    actions: [...names.keys()].sort((one, other) => one.localeCompare(other, i18n.language)),
    read: (text) => {
      const plain = text.trim();
      return names.get(plain) ?? (isAction(plain) ? plain : null);
    },
    chosen: (name) => [...names].find(([, each]) => each === name)?.[0] ?? name,
    reason: (entry) => known(`reason.${entry.reason}`) ?? entry.reason ?? '',
    roles: (entry) => (entry.actor?.roles ?? []).map((role) => known(`role.${role}`) ?? role).join(' · '),
  };
}
