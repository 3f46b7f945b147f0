import { AUTHORITY_LABELS, type Standard } from './schema.ts';

/** What the standard is, in one line; a reference or custom standard is never left unnamed. */
export function authorityLine({ authority, statement }: Standard): string {
  return [AUTHORITY_LABELS[authority], statement].filter((part) => part !== '').join('：');
}

export type LineName = '推荐分数线' | '自查参考线';

/** What the score to reach is called: only an official standard has a line that a recommendation goes by. */
export function lineName({ authority }: Pick<Standard, 'authority'>): LineName {
  return authority === 'official' ? '推荐分数线' : '自查参考线';
}
