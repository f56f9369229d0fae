import i18n from 'i18next';
import {type Language, listed} from '@/shared/language';
import {dateTime} from '@/shared/time';

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
const UNITS = ['day', 'hour', 'minute', 'second'] as const;

/** `PT15M` → `15分钟`, `15 minutes`; null where it is no ISO 8601 duration. */
export function durationInWords(iso: string, language: Language): string | null {
  const found = DURATION.exec(iso);
  if (found === null) return null;
  // Seconds are 秒, not 秒钟.
  const display = language === 'en' ? 'long' : 'short';
  const parts = UNITS.flatMap((unit, at) => {
    const count = found[at + 1];
    if (count === undefined || Number(count) === 0) return [];
    return [new Intl.NumberFormat(language, {style: 'unit', unit, unitDisplay: display}).format(Number(count))];
  });
  if (parts.length > 0) return parts.join(language === 'en' ? ' ' : '');
  return /\d/.test(iso) ? new Intl.NumberFormat(language, {style: 'unit', unit: 'second', unitDisplay: display}).format(0) : null;
}

/** One parameter of a refusal as people say it; as it is where it is one of theirs already. */
function inWords(value: string, language: Language): string {
  if (INSTANT.test(value)) return dateTime(value);
  const flags = value.split(', ').map((each) => `shared:notice.flag.${each}`);
  if (flags.every((each) => i18n.exists(each))) return listed(flags.map((each) => i18n.t(each)), language);
  return durationInWords(value, language) ?? value;
}

/** A sentence of a service with its parameters (a duration, an instant, a time's flags) in people's words. */
export function sentenceInWords(
  sentence: string,
  parameters: Readonly<Record<string, string>> | undefined,
  language: Language,
): string {
  return Object.values(parameters ?? {})
    .filter((value) => value !== '')
    .reduce((said, value) => said.replaceAll(value, inWords(value, language)), sentence);
}
