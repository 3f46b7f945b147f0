import { isDivision, type Rank, rankOf, ranksBy, standingOf } from '../../campaign/ranks.ts';
import type { Campaign, Commendation } from '../../campaign/schema.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { textKey } from '../text-key.ts';
import { CARD_ALONE, cardProblem, isNoCard, personalShape } from './card.ts';
import { CARD, SERVED } from './columns.ts';
import { dutyMonths, dutyWords } from './duty.ts';
import { advice, type Checked, error, ruled, type Saying, together } from './saying.ts';
import { checkText, materialOf } from './summary.ts';
import { cleanRule } from './units.ts';

/** What is found of one person who is recommended. */
export function checkPerson(notice: Campaign, entry: Entry): Checked {
  const name = fieldOf(entry, 'name').trim();
  const of = name === '' ? '这个人' : name;
  const material = materialOf(notice, 'commendedPersons', entry);
  return together([
    ruled(undefined, blankSayings(notice, entry, of)),
    ruled(undefined, contradictions(notice.commendation, entry, of)),
    rankRule(notice.commendation?.rank, entry, of),
    ruled(undefined, cardSayings(notice, entry, of)),
    fitRule(notice.commendation?.years, entry, of),
    material ? checkText('commendedPersons', entry, material, of) : ruled(undefined),
    cleanRule(notice.commendation?.clean, entry, of),
  ]);
}

/** Columns of the notice's own table in which nothing stands. */
function blankSayings({ commendation }: Campaign, entry: Entry, of: string): Saying[] {
  const { id } = entry;
  const source = commendation?.table?.source;
  const blank = (codes: readonly (readonly [string, string])[]) =>
    codes.filter(([code]) => fieldOf(entry, code).trim() === '').map(([, label]) => label);
  const open = blank([
    ['office', '处(科)室名称'],
    ['post', '职务'],
    ['grade', '职级'],
  ]);
  return [
    ...blank([
      ['name', '姓名'],
      ['unit', '单位全称'],
    ]).map((label) => error({ id, source, message: `${of}没有写${label}` })),
    ...(open.length > 0
      ? [advice({ id, source, message: `${of}没有写${open.join('、')}，汇总表里空着` })]
      : []),
  ];
}

const isNone = (card: string): boolean => isNoCard(textKey(card) ?? '');

/** Of a number that is written, whether it is needed or not: it is printed in the notice's own table. */
function cardSayings({ commendation }: Campaign, entry: Entry, of: string): Saying[] {
  const written = fieldOf(entry, 'card').trim();
  const isSaid = fieldOf(entry, 'fits') === CARD && isNone(written);
  if (isSaid || cardProblem(entry) === '') return [];
  const { id } = entry;
  const source = commendation?.table?.source;
  const shape = personalShape(written);
  if (shape === '') {
    const message = `${of}的执法(监督)证件号“${written}”看不出是不是证件号，汇总表里空着；${CARD_ALONE}`;
    return [advice({ id, source, message })];
  }
  const column = shape === '身份证号' ? shape : '电话';
  const message = `${of}的执法(监督)证件号是${shape}的样子，不是证件号；汇总表里空着，请改到“${column}”一栏`;
  return [error({ id, source, message })];
}

/** A 执法证, or so many years as 正式工作人员. */
function fitRule(rule: Commendation['years'], entry: Entry, of: string): Checked {
  if (!rule) return ruled(undefined);
  const { id } = entry;
  const { least, source } = rule;
  const say = (message: string) => ruled('证件或年数', [error({ id, source, message: `${of}${message}` })]);
  const ask = (message: string) => ruled(undefined, [advice({ id, source, message: `${of}${message}` })]);
  const fits = fieldOf(entry, 'fits');
  if (fits === '')
    return say(`没有选符合哪一条：持有执法证或执法监督证，或者履行职责${least}年以上的正式工作人员`);
  if (fits === CARD) {
    const written = fieldOf(entry, 'card').trim();
    if (written === '') return say('没有写执法(监督)证件号');
    if (isNone(written)) return say(`的执法(监督)证件号“${written}”不是证件号`);
    return ruled('证件或年数');
  }
  if (fits !== SERVED) return ask('“符合哪一条”看不出是哪一条，请重选');
  const written = fieldOf(entry, 'years').trim();
  if (written === '') return say('没有写履行职责的年数');
  const months = dutyMonths(written);
  if (months === undefined) return ask(`的履行职责年数“${written}”看不出是几年，请写成“${least}年”这样`);
  return months < 12 * least ? say(`履行职责 ${dutyWords(months)}，不到 ${least} 年`) : ruled('证件或年数');
}

/** The ranks that the person can have by all that the row says. */
function ranksOf(entry: Pick<Entry, 'fields'>): readonly Rank[] {
  const said = fieldOf(entry, 'division');
  const isSaid = said === '是' || said === '否';
  return ranksBy([fieldOf(entry, 'post'), fieldOf(entry, 'grade')], isSaid ? said === '是' : undefined);
}

/** What the row says of the rank in one place and denies in another. */
function contradictions(rules: Campaign['commendation'], entry: Entry, of: string): Saying[] {
  const rule = rules?.rank ?? rules?.division;
  if (!rule || ranksOf(entry).length > 0) return [];
  const said = (
    [
      ['post', '职务'],
      ['grade', '职级'],
      ['division', '处级'],
    ] as const
  ).flatMap(([code, label]) => {
    const text = fieldOf(entry, code).trim();
    return text === '' ? [] : [`${label}“${text}”`];
  });
  const message = `${of}的${said.join('、')}互相矛盾，级别没有核对，请核对`;
  return [advice({ id: entry.id, source: rule.source, message })];
}

function rankRule(rule: Commendation['rank'], entry: Entry, of: string): Checked {
  const highest = rankOf(rule?.highest ?? '');
  if (!rule || !highest) return ruled(undefined);
  const { id } = entry;
  const { source } = rule;
  const stated = [fieldOf(entry, 'post'), fieldOf(entry, 'grade')].map((each) => each.trim());
  const above = stated.find((each) => standingOf(ranksBy([each, '']), highest) === 'above');
  if (above !== undefined) {
    const isServing = fieldOf(entry, 'fits') === SERVED;
    const open = `“${highest}及以下”是不是也限制履行职责满年限的人员，通知看不清楚，请向受理机关核实`;
    const found = isServing
      ? advice({ id, source, message: `${of}是“${above}”；${open}` })
      : error({ id, source, message: `${of}是“${above}”，推荐范围是${highest}及以下` });
    return ruled('级别', [found]);
  }
  const possible = ranksOf(entry);
  // Said already: what contradicts itself.
  if (possible.length === 0) return ruled(undefined);
  if (standingOf(possible, highest) === 'within') return ruled('级别');
  const message = `${of}的职务、职级看不出是不是${highest}及以下，请在职务、职级后写明级别，如“科长（正科级）”`;
  return ruled(undefined, [advice({ id, source, message })]);
}

/** 处级 persons among those who are named, at most a share of them: of 10 at most 2, of 3 none. */
export function shareRule(rule: Commendation['division'], persons: readonly Entry[]): Checked {
  if (!rule || persons.length === 0) return ruled(undefined);
  const { percent, source } = rule;
  const most = Math.floor((persons.length * percent) / 10_000);
  const known = persons.map((entry) => isDivision(ranksOf(entry)));
  const many = known.filter((each) => each === true).length;
  const open = known.filter((each) => each === undefined).length;
  const base = `${percent / 100}%以推荐的 ${persons.length} 人为基数、不足1人舍去，是本软件的理解`;
  if (many > most) {
    const message = `处级个人 ${many} 人，最多 ${most} 人（${base}）`;
    return ruled('处级比例', [error({ source, message })]);
  }
  if (open === 0) return ruled('处级比例');
  const told = many + open > most ? `，最多 ${most} 人` : '';
  const message = `有 ${open} 人看不出是不是处级，请在“处级”里选${told}（${base}）`;
  return ruled(undefined, [advice({ source, message })]);
}
