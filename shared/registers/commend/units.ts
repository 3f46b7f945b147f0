import { rankOf, standsTo } from '../../campaign/ranks.ts';
import type { Campaign, Commendation } from '../../campaign/schema.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { COMMENDED } from './columns.ts';
import { advice, error, type Saying } from './saying.ts';
import { checkText, materialOf } from './summary.ts';

/** What is found of one unit that is recommended. */
export function checkUnit(notice: Campaign, entry: Entry): Saying[] {
  const { id } = entry;
  const name = fieldOf(entry, 'unit').trim();
  const of = name === '' ? '这个单位' : name;
  const material = materialOf(notice, 'commendedUnits', entry);
  return [
    ...(name === '' ? [error({ id, source: COMMENDED, message: '没有写单位全称' })] : []),
    ...rankSayings(notice.commendation?.rank, entry, of),
    ...(material
      ? checkText('commendedUnits', entry, material, of)
      : [advice({ id, message: `${of}没有选类型，总结没有核对` })]),
    ...cleanSayings(notice.commendation?.clean, entry, of),
  ];
}

function rankSayings(rule: Commendation['rank'], entry: Entry, of: string): Saying[] {
  const { id } = entry;
  const stated = fieldOf(entry, 'rank').trim();
  if (stated === '') return [error({ id, source: COMMENDED, message: `${of}没有写单位(机构)级别` })];
  const highest = rankOf(rule?.highest ?? '');
  if (!rule || !highest) return [];
  const { source } = rule;
  switch (standsTo(stated, highest)) {
    case 'within':
      return [];
    case 'above':
      return [
        error({ id, source, message: `${of}的级别“${stated}”高于${highest}，推荐范围是${highest}及以下` }),
      ];
    case 'unclear':
      return [advice({ id, source, message: `${of}的级别“${stated}”看不出是不是${highest}及以下，请核对` })];
  }
}

/** 2015年以来，单位未出现违法行政行为: a unit's and a person's. */
export function cleanSayings(rule: Commendation['clean'], entry: Entry, of: string): Saying[] {
  if (!rule) return [];
  const { id } = entry;
  const { since, source } = rule;
  switch (fieldOf(entry, 'clean')) {
    case '是':
      return [];
    case '否':
      return [error({ id, source, message: `${of}${since}年以来有违法行政行为，不符合推荐标准` })];
    default:
      return [error({ id, source, message: `${of}没有说明${since}年以来无违法行政行为` })];
  }
}
