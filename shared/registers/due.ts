import { checkEntry, lastDayIn, noticeOf } from './commend/check.ts';
import { type Twice, twiceIn } from './commend/twice.ts';
import { hasText, type TextRegister } from './commend/summary.ts';
import { wrongDays, wrongDayWords } from './contradictions.ts';
import { coverageIn } from './coverage.ts';
import { type Entry, fieldOf } from './entry.ts';
import { REGISTER_NAMES, registerOf, type RegisterName } from './kinds.ts';
import { isOwned, withoutProject } from './projects/rows.ts';
import { limitOf } from './limit-day.ts';
import { nameKey } from './rollup/units.ts';
import { siteDues } from './sites/steps.ts';
import { noticeDue, noticeTitle } from './sites/told.ts';
import { apartWords, shownName } from './sites/units.ts';
import { daysLeftWords, inOrder, materialLack, monthWords, standingBy, standingOf } from './tasks.ts';
import { whenOf } from './when.ts';
import { labelIn } from './year/columns.ts';
import { entriesOf, filledEntries, isEmpty } from './year/entries.ts';
import { titleOf } from './year/entry-title.ts';
import type { Year } from './year/schema.ts';

/** What an entry asks for, in Chinese ('' for nothing), and how loud. */
export interface Due {
  readonly words: string;
  readonly tone: 'late' | 'soon' | 'calm';
}

/** Of an entry in which nothing is filled in. */
const EMPTY: Due = { words: '还没有填写，不计数', tone: 'calm' };

/** What entries of a register ask for on a day (ISO 8601), each by itself. */
export function duesIn(year: Year, name: RegisterName, today: string): (entry: Entry) => Due {
  const reached = name === 'places' ? reachedIn(year, today) : undefined;
  const further = furtherDues(year, name, today);
  const twice: Twice = hasText(name) ? twiceIn(year, name) : new Map();
  return (entry) => {
    if (isEmpty(name, entry)) return EMPTY;
    if (name === 'tasks') return taskDue(entry, today);
    if (reached) return placeDue(entry, reached, { today, year: year.year });
    if (hasText(name)) return textDue(year, name, { entry, today, twice });
    const wrong = wrongDays(name, entry, (code) => labelIn(year, name, code)).map(wrongDayWords);
    const asked = [further(entry), registerOf(name).due?.(entry, today, year.year) ?? ''];
    const words = [...asked, ...wrong].filter(Boolean).join('；');
    return { words, tone: words.includes('过期') ? 'late' : words === '' ? 'calm' : 'soon' };
  };
}

/** What an entry asks for by what else the year holds; '' for nothing. */
function furtherDues(year: Year, name: RegisterName, today: string): (entry: Entry) => string {
  if (name === 'sites') return siteDues(year, today);
  if (name === 'notices') return (entry) => noticeDue(year, entry, today);
  const ownerless = new Set(isOwned(name) ? withoutProject(year, name) : []);
  return (entry) => (ownerless.has(entry) ? '没有所属项目，请选一个' : '');
}

/** What is recommended or sent by a notice: what must be put right, and its day, until it was handed in. */
function textDue(
  year: Year,
  name: TextRegister,
  { entry, today, twice }: { readonly entry: Entry; readonly today: string; readonly twice: Twice },
): Due {
  const wrong = wrongWords(year, name, { entry, twice });
  const day = lastDayIn(year, noticeOf(year, name));
  if (fieldOf(entry, 'sent') !== '' || day === undefined)
    return { words: wrong, tone: wrong === '' ? 'calm' : 'soon' };
  const stands = standingBy({ state: '', due: day }, today);
  const words = [`报送${daysLeftWords(stands)}`, wrong].filter(Boolean).join('；');
  const { standing } = stands;
  return {
    words,
    tone: standing === 'late' ? 'late' : standing === 'soon' || wrong !== '' ? 'soon' : 'calm',
  };
}

/** 2 处要改; '' for none. */
function wrongWords(
  year: Year,
  name: TextRegister,
  { entry, twice }: { readonly entry: Entry; readonly twice: Twice },
): string {
  const errors = checkEntry(year, name, entry, twice).filter(({ severity }) => severity === 'error').length;
  return errors === 0 ? '' : `${errors} 处要改`;
}

function taskDue(entry: Entry, today: string): Due {
  const standing = standingOf(entry, today);
  const lack = materialLack(entry, today);
  const month = monthWords(entry, today);
  const words = [daysLeftWords(standing), month, lack].filter((each) => each !== '').join('；');
  // A month that is over is late by any of its days.
  const isOver = month !== '' && today > (whenOf(fieldOf(entry, 'due'))?.last ?? '');
  if (standing.standing === 'late' || isOver) return { words, tone: 'late' };
  const isNow = month !== '' && (whenOf(fieldOf(entry, 'due'))?.month ?? '') <= today.slice(0, 7);
  return { words, tone: standing.standing === 'soon' || isNow || lack !== '' ? 'soon' : 'calm' };
}

/** Names of the places that a talk of this year's own ledger has reached. */
function reachedIn(year: Year, today: string): ReadonlySet<string> {
  const { places } = coverageIn(year, [], today);
  return new Set(places.filter(({ isReached }) => isReached).map(({ name }) => nameKey(name)));
}

/** Of a place that a talk is planned for; a month is due with its last day. */
function placeDue(
  entry: Entry,
  reached: ReadonlySet<string>,
  { today, year }: { readonly today: string; readonly year: number },
): Due {
  const planned = fieldOf(entry, 'due');
  if (planned === '' || reached.has(nameKey(fieldOf(entry, 'place')))) return { words: '', tone: 'calm' };
  const limit = limitOf(planned, year);
  if (!limit) return { words: '计划完成日期看不出是哪一天，请核对', tone: 'calm' };
  const { day: due = '' } = limit;
  const stands = standingBy({ state: '', due }, today);
  if (stands.standing === 'undated') return { words: '', tone: 'calm' };
  const left = `计划${daysLeftWords(stands)}`;
  if (stands.standing === 'late') return { words: `${left}，本年度没有登记讲到`, tone: 'late' };
  return { words: left, tone: stands.standing === 'soon' ? 'soon' : 'calm' };
}

/** One line of what is to be done now. */
export interface WeekLine extends Due {
  readonly register: RegisterName;
  readonly id: string;
  /** All entries that it is of, where these are several. */
  readonly ids?: readonly string[];
  /** What the entry is called by its first words. */
  readonly title: string;
}

/** What is recommended or sent has one day for the whole list: a line of its own, and one of each entry that must be put right. */
function linesOfTexts(year: Year, register: TextRegister, today: string): WeekLine[] {
  const twice = twiceIn(year, register);
  const entries = filledEntries(year, register);
  const wrong = entries.flatMap((entry): WeekLine[] => {
    const words = wrongWords(year, register, { entry, twice });
    const title = titleOf(year, register, entry);
    return words === '' ? [] : [{ register, id: entry.id, title, words, tone: 'soon' }];
  });
  const open = entries.filter((entry) => fieldOf(entry, 'sent') === '');
  const day = lastDayIn(year, noticeOf(year, register));
  const [first] = open;
  if (!first || day === undefined) return wrong;
  const stands = standingBy({ state: '', due: day }, today);
  const { label, unit } = registerOf(register);
  const tone = stands.standing === 'late' ? 'late' : stands.standing === 'soon' ? 'soon' : 'calm';
  const title = `${label}：${open.length} ${unit}没有填${labelIn(year, register, 'sent')}`;
  const ids = open.map(({ id }) => id);
  return [...wrong, { register, id: first.id, ids, title, words: `报送${daysLeftWords(stands)}`, tone }];
}

/** All of a year that is late, due within a week or lacks what was asked for, what is most urgent first. */
export function weekOf(year: Year, today: string): WeekLine[] {
  const lines = REGISTER_NAMES.flatMap((register) => {
    if (hasText(register)) return linesOfTexts(year, register, today);
    const entries = entriesOf(year, register);
    const dueOf = duesIn(year, register, today);
    const apart = register === 'sites' ? apartWords(filledEntries(year, register)) : () => '';
    const called = (entry: Entry): string =>
      register === 'notices' ? shownName(noticeTitle(entry)) : titleOf(year, register, entry) + apart(entry);
    return (register === 'tasks' ? inOrder(entries, today) : entries).map((entry): WeekLine => ({
      ...{ register, id: entry.id, title: called(entry) },
      ...dueOf(entry),
    }));
  });
  return (['late', 'soon'] as const).flatMap((wanted) =>
    lines.filter(({ tone }) => tone === wanted).sort((a, b) => daysLeftIn(a.words) - daysLeftIn(b.words)),
  );
}

/** By what it says to its reader: the longest overdue first, what names no day last. */
function daysLeftIn(words: string): number {
  const [, over, left] = /过期(\d+)天|还有(\d+)天/u.exec(words) ?? [];
  if (over !== undefined) return -Number(over);
  if (left !== undefined) return Number(left);
  return words.includes('今天到期') ? 0 : Infinity;
}
