import { rankOf, standsTo } from '../../campaign/ranks.ts';
import type { Campaign, Commendation } from '../../campaign/schema.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { advice, type Checked, error, ruled, together } from './saying.ts';
import { asksUnits, checkText, materialOf } from './summary.ts';

/** What is found of one unit that is recommended. */
export function checkUnit(notice: Campaign, entry: Entry): Checked {
  const { id } = entry;
  const name = fieldOf(entry, 'unit').trim();
  const of = name === '' ? '这个单位' : name;
  const source = notice.commendation?.table?.source;
  return together([
    ruled(undefined, name === '' ? [error({ id, source, message: '没有写单位全称' })] : []),
    rankRule(notice, entry, of),
    textRule(notice, entry, of),
    cleanRule(notice.commendation?.clean, entry, of),
  ]);
}

function rankRule({ commendation }: Campaign, entry: Entry, of: string): Checked {
  const { id } = entry;
  const { rank: rule, table } = commendation ?? {};
  const stated = fieldOf(entry, 'rank').trim();
  if (stated === '')
    return ruled('级别', [error({ id, source: table?.source, message: `${of}没有写单位(机构)级别` })]);
  const highest = rankOf(rule?.highest ?? '');
  if (!rule || !highest) return ruled(undefined);
  const { source } = rule;
  switch (standsTo(stated, highest)) {
    case 'within':
      return ruled('级别');
    case 'above': {
      const message = `${of}的级别“${stated}”高于${highest}，推荐范围是${highest}及以下`;
      return ruled('级别', [error({ id, source, message })]);
    }
    case 'unclear': {
      const message = `${of}的级别“${stated}”看不出是不是${highest}及以下，请核对`;
      return ruled(undefined, [advice({ id, source, message })]);
    }
  }
}

/** Of a 法治机构 and of an 执法单位（机构） another summary is asked for, or of one of them none. */
function textRule(notice: Campaign, entry: Entry, of: string): Checked {
  const material = materialOf(notice, 'commendedUnits', entry);
  if (material) return checkText('commendedUnits', entry, material, of);
  const isOpen = fieldOf(entry, 'type') === '' && asksUnits(notice);
  return ruled(undefined, isOpen ? [advice({ id: entry.id, message: `${of}没有选类型，总结没有核对` })] : []);
}

/** 2015年以来，单位未出现违法行政行为: a unit's and a person's. */
export function cleanRule(rule: Commendation['clean'], entry: Entry, of: string): Checked {
  if (!rule) return ruled(undefined);
  const { id } = entry;
  const { since, source } = rule;
  const say = (message: string) => ruled(CLEAN, [error({ id, source, message: `${of}${message}` })]);
  switch (fieldOf(entry, 'clean')) {
    case '是':
      return ruled(CLEAN);
    case '否':
      return say(`${since}年以来有违法行政行为，不符合推荐标准`);
    default:
      return say(`没有说明${since}年以来无违法行政行为`);
  }
}

const CLEAN = '无违法行政行为的说明';
