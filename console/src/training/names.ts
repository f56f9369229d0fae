import i18n from 'i18next';

/** A text of the training space, in the language of the page. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return i18n.t(`training:${key}`, values);
}

/** Whoever and whatever has a name in the training space; `name` in the texts. */
export const NAMED = [
  'county', 'station', 'bankOne', 'bankTwo', 'bankThree', 'carrierOne', 'carrierTwo',
  'officerChen', 'officerLi', 'clerkQian', 'clerkZhou', 'directorHe', 'chiefSun', 'engineerGao', 'inspectorTang', 'administrator',
  'dutyOne', 'dutyTwo', 'victim',
  'zhangSan', 'liSi', 'zhaoLiu', 'sunQi', 'wuBa', 'wuJiu', 'zhengYi', 'fengEr', 'weiSi', 'jiangWu', 'hanYi', 'yangEr', 'zhuSan',
  'qinLiu', 'youQi', 'heBa',
  'exchangeVictim', 'exchangeGateway', 'exchangeInternational', 'trunkNear', 'trunkOut', 'trunkFar', 'cashPoint',
] as const;

export type Named = (typeof NAMED)[number];

export type Names = Readonly<Record<Named, string>>;

/** Everybody's name in the language of the page. A world keeps those it has begun with: its books are written with them. */
export function namesNow(): Names {
  return Object.fromEntries(NAMED.map((each) => [each, say(`name.${each}`)])) as Names;
}
