import { deadlineFor } from '../../campaign/deadline.ts';
import type { Campaign } from '../../campaign/schema.ts';
import type { Entry } from '../entry.ts';
import { filledEntries } from '../year/entries.ts';
import { OTHER_BODY, type Year } from '../year/schema.ts';
import { checkExperience } from './experience.ts';
import { checkPerson, shareSayings } from './persons.ts';
import { advice, type Checked, error, type Saying } from './saying.ts';
import type { TextRegister } from './summary.ts';
import { checkUnit } from './units.ts';

type Recommended = Pick<Year, 'registers' | 'recommending' | 'commendationNotice' | 'experienceNotice'>;

/** The copy of the notice by which a register is kept; undefined where none was chosen. */
export function noticeOf(
  year: Pick<Year, 'commendationNotice' | 'experienceNotice'>,
  name: TextRegister,
): Campaign | undefined {
  return name === 'experiences' ? year.experienceNotice : year.commendationNotice;
}

/** What is found of one entry by the notice; nothing where none was chosen. */
export function checkEntry(year: Recommended, name: TextRegister, entry: Entry): readonly Saying[] {
  const notice = noticeOf(year, name);
  if (!notice) return [];
  switch (name) {
    case 'commendedUnits':
      return checkUnit(notice, entry);
    case 'commendedPersons':
      return checkPerson(notice, entry);
    case 'experiences':
      return checkExperience(notice, entry);
  }
}

/** What is found of a whole list and of each of its entries. */
export function checkList(year: Recommended, name: TextRegister): Checked {
  const notice = noticeOf(year, name);
  const entries = filledEntries(year, name);
  if (!notice) return { sayings: [advice({ message: '还没有选按哪个通知，要求没有核对' })], checked: [] };
  return {
    sayings: [
      ...(name === 'experiences' ? [] : quotaSayings(notice, year, name, entries.length)),
      ...(name === 'commendedPersons' ? shareSayings(notice.commendation?.division, entries) : []),
      ...entries.flatMap((entry) => checkEntry(year, name, entry)),
    ],
    checked: entries.length === 0 ? [] : checkedOf(notice, name),
  };
}

function quotaSayings(
  { commendation }: Campaign,
  { recommending }: Recommended,
  name: 'commendedUnits' | 'commendedPersons',
  count: number,
): Saying[] {
  const bodies = commendation?.bodies ?? [];
  if (bodies.length === 0) return [];
  const [what, unit] = name === 'commendedUnits' ? (['单位', '个'] as const) : (['个人', '名'] as const);
  const chosen = recommending?.body ?? '';
  const body = bodies.find(({ code }) => code === chosen);
  if (!body) {
    const message =
      chosen === OTHER_BODY
        ? `通知没有写这一类推荐单位的${what}名额，没有核对`
        : `没有选推荐单位是哪一类，${what}名额没有核对`;
    return [advice({ message })];
  }
  const { source } = body;
  const most = name === 'commendedUnits' ? body.units : body.persons;
  if (most === undefined) {
    return [advice({ source, message: `通知没有写${body.name}的${what}名额，没有核对` })];
  }
  if (count <= most) return [];
  const message = `推荐了 ${count} ${unit}${what}，${body.name}可以推荐 ${most} ${unit}，多 ${count - most} ${unit}`;
  return [error({ source, message })];
}

function checkedOf({ commendation, materials }: Campaign, name: TextRegister): string[] {
  const words = materials.some(({ limits }) => limits?.words !== undefined) ? ['字数'] : [];
  if (name === 'experiences') return [...words, 'PPT 个数'];
  const { bodies = [], rank, division, years, clean } = commendation ?? {};
  const isOfPersons = name === 'commendedPersons';
  return [
    ...(bodies.length > 0 ? ['名额'] : []),
    ...(rank ? ['级别'] : []),
    ...(isOfPersons && division ? ['处级比例'] : []),
    ...(isOfPersons && years ? ['证件或年数'] : []),
    ...words,
    '总结内容（按勾选和字样）',
    ...(clean ? ['无违法行政行为的说明'] : []),
  ];
}

/** The last day that the notice names for whoever hands in, where it is one of this year. */
export function lastDayIn(year: Pick<Year, 'year'>, notice: Campaign | undefined): string | undefined {
  const day = notice && (deadlineFor('body', notice) ?? deadlineFor('unit', notice))?.date;
  return day?.startsWith(`${year.year}-`) ? day : undefined;
}
