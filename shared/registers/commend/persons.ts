import { isDivision, rankOf, standsTo } from '../../campaign/ranks.ts';
import type { Campaign, Commendation } from '../../campaign/schema.ts';
import { countOf } from '../count.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { CARD, COMMENDED, SERVED } from './columns.ts';
import { advice, error, type Saying } from './saying.ts';
import { checkText, materialOf } from './summary.ts';
import { cleanSayings } from './units.ts';

/** What is found of one person who is recommended. */
export function checkPerson(notice: Campaign, entry: Entry): Saying[] {
  const { id } = entry;
  const name = fieldOf(entry, 'name').trim();
  const of = name === '' ? '这个人' : name;
  const blank = (
    [
      ['name', '姓名'],
      ['unit', '单位全称'],
    ] as const
  ).filter(([code]) => fieldOf(entry, code).trim() === '');
  const material = materialOf(notice, 'commendedPersons', entry);
  return [
    ...blank.map(([, label]) => error({ id, source: COMMENDED, message: `${of}没有写${label}` })),
    ...fitSayings(notice.commendation?.years, entry, of),
    ...rankSayings(notice.commendation?.rank, entry, of),
    ...(material ? checkText('commendedPersons', entry, material, of) : []),
    ...cleanSayings(notice.commendation?.clean, entry, of),
  ];
}

/** A 执法证, or so many years as 正式工作人员. */
function fitSayings(rule: Commendation['years'], entry: Entry, of: string): Saying[] {
  if (!rule) return [];
  const { id } = entry;
  const { least, source } = rule;
  const say = (message: string) => [error({ id, source, message: `${of}${message}` })];
  switch (fieldOf(entry, 'fits')) {
    case CARD:
      return fieldOf(entry, 'card').trim() === '' ? say('没有写执法(监督)证件号') : [];
    case SERVED: {
      const years = countOf(fieldOf(entry, 'years'), '年');
      if (years === undefined) return say('没有写履行职责的年数');
      return years < least ? say(`履行职责 ${years} 年，不到 ${least} 年`) : [];
    }
    case '':
      return say(`没有选符合哪一条：持有执法证或执法监督证，或者履行职责${least}年以上的正式工作人员`);
    default:
      return [advice({ id, source, message: `${of}“符合哪一条”看不出是哪一条，请重选` })];
  }
}

function rankSayings(rule: Commendation['rank'], entry: Entry, of: string): Saying[] {
  const highest = rankOf(rule?.highest ?? '');
  if (!rule || !highest) return [];
  const { id } = entry;
  const { source } = rule;
  const stated = [fieldOf(entry, 'post'), fieldOf(entry, 'grade')].map((each) => each.trim());
  const stands = stated.map((each) => standsTo(each, highest));
  const above = stated.find((_, at) => stands[at] === 'above');
  if (above !== undefined) {
    const isServing = fieldOf(entry, 'fits') === SERVED;
    const open = `“${highest}及以下”是不是也限制履行职责满年限的人员，通知看不清楚，请向受理机关核实`;
    return isServing
      ? [advice({ id, source, message: `${of}是“${above}”；${open}` })]
      : [error({ id, source, message: `${of}是“${above}”，推荐范围是${highest}及以下` })];
  }
  const isKnown = stands.includes('within') || fieldOf(entry, 'division') !== '';
  if (isKnown && !/巡视员/u.test(stated.join())) return [];
  const message = `${of}的职务、职级看不出是不是${highest}及以下，请核对`;
  return [advice({ id, source, message })];
}

/** Whether a person is 处级: as the user says, else as 职务 and 职级 say for certain. */
function divisionOf(entry: Pick<Entry, 'fields'>): boolean | undefined {
  const said = fieldOf(entry, 'division');
  if (said === '是' || said === '否') return said === '是';
  return isDivision(fieldOf(entry, 'post'), fieldOf(entry, 'grade'));
}

/** 处级 persons among those who are named, at most a share of them: of 10 at most 2, of 3 none. */
export function shareSayings(rule: Commendation['division'], persons: readonly Entry[]): Saying[] {
  if (!rule || persons.length === 0) return [];
  const { percent, source } = rule;
  const most = Math.floor((persons.length * percent) / 10_000);
  const known = persons.map(divisionOf);
  const many = known.filter((each) => each === true).length;
  const open = known.filter((each) => each === undefined).length;
  const base = `${percent / 100}%以推荐的 ${persons.length} 人为基数、不足1人舍去，是本软件的理解`;
  if (many > most) {
    const message = `处级个人 ${many} 人，最多 ${most} 人（${base}）`;
    return [error({ source, message })];
  }
  if (open === 0) return [];
  const told = many + open > most ? `，最多 ${most} 人` : '';
  const message = `有 ${open} 人看不出是不是处级，请在“处级”里选${told}（${base}）`;
  return [advice({ source, message })];
}
