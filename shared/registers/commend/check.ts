import { deadlineFor } from '../../campaign/deadline.ts';
import { rankOf } from '../../campaign/ranks.ts';
import type { Campaign } from '../../campaign/schema.ts';
import type { Entry } from '../entry.ts';
import { filledEntries } from '../year/entries.ts';
import { OTHER_BODY, type Year } from '../year/schema.ts';
import { checkExperience } from './experience.ts';
import { checkPerson, shareRule } from './persons.ts';
import { advice, type Checked, error, ofEvery, ruled, type Saying, together } from './saying.ts';
import type { TextRegister } from './summary.ts';
import { type Twice, twiceIn } from './twice.ts';
import { checkUnit } from './units.ts';

type Recommended = Pick<
  Year,
  'year' | 'registers' | 'recommending' | 'commendationNotice' | 'experienceNotice'
>;

/** The copy of the notice by which a register is kept; undefined where none was chosen. */
export function noticeOf(
  year: Pick<Year, 'commendationNotice' | 'experienceNotice'>,
  name: TextRegister,
): Campaign | undefined {
  return name === 'experiences' ? year.experienceNotice : year.commendationNotice;
}

/** What is found of one entry by the notice; nothing where none was chosen. `twice`: as `twiceIn` says. */
export function checkEntry(
  year: Recommended,
  name: TextRegister,
  entry: Entry,
  twice: Twice = twiceIn(year, name),
): readonly Saying[] {
  const notice = noticeOf(year, name);
  return notice ? [...entryRules(notice, name, entry).sayings, ...(twice.get(entry.id) ?? [])] : [];
}

function entryRules(notice: Campaign, name: TextRegister, entry: Entry): Checked {
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
  if (!notice) return ruled(undefined, [advice({ message: '还没有选按哪个通知，要求没有核对' })]);
  const twice = twiceIn(year, name);
  const { sayings, checked } = together([
    ruled(undefined, noticeSayings(year, notice, name)),
    name === 'experiences' ? ruled(undefined) : quotaRule(notice, year, name, entries.length),
    name === 'commendedPersons' ? shareRule(notice.commendation?.division, entries) : ruled(undefined),
    ofEvery(
      entries.map((entry) =>
        together([entryRules(notice, name, entry), ruled(undefined, twice.get(entry.id))]),
      ),
    ),
  ]);
  return { sayings, checked: entries.length === 0 ? [] : checked };
}

/** What keeps the notice from being the measure of this year. */
function noticeSayings({ year }: Recommended, notice: Campaign, name: TextRegister): Saying[] {
  const { rank } = notice.commendation ?? {};
  const of = yearOf(notice);
  const another = `通知是${of}年的，这里是${year}年的工作，请核对是不是按这个通知`;
  const unread = `通知的最高级别“${rank?.highest ?? ''}”认不出来，级别没有核对`;
  return [
    ...(of !== undefined && of !== year ? [advice({ message: another })] : []),
    ...(name !== 'experiences' && rank && !rankOf(rank.highest)
      ? [advice({ source: rank.source, message: unread })]
      : []),
  ];
}

/** The year of the notice's day, or that which its title names. */
function yearOf(notice: Campaign): number | undefined {
  const day = (deadlineFor('body', notice) ?? deadlineFor('unit', notice))?.date ?? '';
  const [, named = ''] = /(20\d\d)年/u.exec(notice.title) ?? [];
  const found = day === '' ? named : day.slice(0, 4);
  return found === '' ? undefined : Number(found);
}

function quotaRule(
  { commendation }: Campaign,
  { recommending }: Recommended,
  name: 'commendedUnits' | 'commendedPersons',
  count: number,
): Checked {
  const bodies = commendation?.bodies ?? [];
  if (bodies.length === 0) return ruled(undefined);
  const [what, unit] = name === 'commendedUnits' ? (['单位', '个'] as const) : (['个人', '名'] as const);
  const chosen = recommending?.body ?? '';
  const body = bodies.find(({ code }) => code === chosen);
  if (!body) {
    const message =
      chosen === OTHER_BODY
        ? `通知没有写这一类推荐单位的${what}名额，没有核对`
        : `没有选推荐单位是哪一类，${what}名额没有核对`;
    return ruled(undefined, [advice({ message })]);
  }
  const { source } = body;
  const most = name === 'commendedUnits' ? body.units : body.persons;
  if (most === undefined)
    return ruled(undefined, [advice({ source, message: `通知没有写${body.name}的${what}名额，没有核对` })]);
  if (count <= most) return ruled('名额');
  const message = `推荐了 ${count} ${unit}${what}，${body.name}可以推荐 ${most} ${unit}，多 ${count - most} ${unit}`;
  return ruled('名额', [error({ source, message })]);
}

/** The last day that the notice names for whoever hands in, where it is one of this year. */
export function lastDayIn(year: Pick<Year, 'year'>, notice: Campaign | undefined): string | undefined {
  const day = notice && (deadlineFor('body', notice) ?? deadlineFor('unit', notice))?.date;
  return day?.startsWith(`${year.year}-`) ? day : undefined;
}
