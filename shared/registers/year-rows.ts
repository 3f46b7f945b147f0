import { own } from '../values/own.ts';
import { type Entry, fieldOf } from './entry.ts';
import { repeatedIn, wrongDays, wrongWords } from './contradictions.ts';
import type { Ratio } from './kind.ts';
import { ledgerNamed, registerOf, type RegisterName } from './kinds.ts';
import { showShare } from './share.ts';
import { limitOf } from './limit-day.ts';
import { whenOf } from './when.ts';
import { allColumns, changedUses, labelIn } from './year/columns.ts';
import { filledEntries } from './year/entries.ts';
import type { Year } from './year/schema.ts';

/** What of a register is counted for its year, and what is not: one and the same for ratios and for sentences. */
export interface YearRows {
  readonly label: string;
  /** All rows of the register. */
  readonly rows: number;
  /** Rows of the year until today; and those that are left out: without a day, of another year, after today. */
  readonly counted: number;
  readonly undated: number;
  readonly elsewhere: number;
  readonly ahead: number;
  /** Of a month that is not over, and of no day: whether it was done nobody can say. */
  readonly unsure: number;
  /** By which column a row is of the year: 受理日期. */
  readonly day: string;
  /** Every row is of the year, whatever its day, and what was done its state says as well. */
  readonly isList: boolean;
  /**
   * Rows of the year with something in a column that it is not for: no day, none of the choices. `own`: they say a choice that
   * the office has added, and a sentence is counted by the words of the kind alone; which, and how often.
   */
  readonly strange: { readonly label: string; readonly count: number; readonly own?: string | undefined }[];
  /** Rows of the year with a day after today in a column: what is planned was not done. */
  readonly planned: { readonly label: string; readonly count: number; readonly months: number }[];
  /** What contradicts itself or another row, and is not counted, in whole sentences. */
  readonly wrong: string[];
  /** Of columns that the program counts by: what the office calls them otherwise, which it hides. */
  readonly changed: string[];
}

/** `today`: ISO 8601. In `entries` a day after it is none: nothing is counted as done that is only planned. */
export function yearRows(
  year: Year,
  register: RegisterName,
  today: string,
): YearRows & { readonly entries: Entry[] } {
  const { month, isOfTheYear: isList = false } = registerOf(register);
  const all = filledEntries(year, register);
  const whenIn = (entry: Entry) => whenOf(fieldOf(entry, month));
  const dated = all.filter((entry) => isList || whenIn(entry) !== undefined);
  const own = dated.filter((entry) => isList || Number(whenIn(entry)?.month.slice(0, 4)) === year.year);
  const over = own.map((entry) => ({ entry, is: isList || isOver(fieldOf(entry, month), today) }));
  const done = over.filter(({ is }) => is === true).map(({ entry }) => entry);
  const again = repeatedIn(register, done);
  const entries = done.filter((entry) => !again.has(entry));
  const unsure = over.filter(({ is }) => is === undefined).length;
  // What may have been done this month is not taken for done.
  const isAhead = (entry: Entry, code: string): boolean =>
    whenOf(fieldOf(entry, code)) !== undefined && isOver(fieldOf(entry, code), today) !== true;
  const labelOf = (code: string) => labelIn(year, register, code);
  // One that is set ahead says nothing of what was done.
  const days = allColumns(year, register).filter(
    ({ kind, isOwn, planned }) => kind === 'day' && !isOwn && !planned,
  );
  return {
    ...{
      label: registerOf(register).label,
      rows: all.length,
      counted: entries.length,
      ahead: own.length - done.length - unsure,
      unsure,
    },
    ...{ undated: all.length - dated.length, elsewhere: dated.length - own.length },
    entries: entries.map((entry) =>
      withoutDays(entry, [
        ...days.filter(({ code }) => isAhead(entry, code)),
        ...wrongDays(register, entry, labelOf),
      ]),
    ),
    planned: days.flatMap(({ code, label: name }) => {
      const count = entries.filter((entry) => isAhead(entry, code)).length;
      // Of those: they say this month, and no day of it.
      const months = entries.filter((entry) => isOver(fieldOf(entry, code), today) === undefined).length;
      return count === 0 ? [] : [{ label: name, count, months }];
    }),
    ...{ day: labelIn(year, register, month), isList },
    strange: strangeIn(year, register, entries),
    wrong: wrongWords(year, register, done),
    changed: changedUses(year, register),
  };
}

/** Whether a day or a month was, by today; undefined where it is this month and no day is known. */
function isOver(text: string, today: string): boolean | undefined {
  const when = whenOf(text);
  if (!when) return false;
  const { day, month, last } = when;
  if (day !== undefined || last <= today) return (day ?? last) <= today;
  return month === today.slice(0, 7) ? undefined : false;
}

function withoutDays(entry: Entry, columns: readonly { readonly code: string }[]): Entry {
  if (columns.length === 0) return entry;
  return {
    ...entry,
    fields: { ...entry.fields, ...Object.fromEntries(columns.map(({ code }) => [code, ''])) },
  };
}

/**
 * What a register says of items that are scored by a ratio, of the rows of its year, and what of them was not counted: by one
 * pass through them, and by none where it says nothing.
 */
export function ratiosWithNotes(
  year: Year,
  register: RegisterName,
  today: string,
): { readonly ratios: readonly Ratio[]; readonly notes: readonly string[] } {
  const { ratios } = registerOf(register);
  if (!ratios) return { ratios: [], notes: [] };
  const rows = yearRows(year, register, today);
  return { ratios: ratios(rows.entries), notes: notesOn(rows) };
}

/** The ratios alone. */
export function ratiosOf(year: Year, register: RegisterName, today: string): readonly Ratio[] {
  return ratiosWithNotes(year, register, today).ratios;
}

/** "回访比例：84 ÷ 240 = 35.00%（分子：…；分母：…）", a line a ratio, and below them which rows were not counted. */
export function ratioLines(year: Year, register: RegisterName, today: string): string[] {
  const { ratios, notes } = ratiosWithNotes(year, register, today);
  if (ratios.length === 0) return [];
  const lines = ratios.map(
    ({ label, numerator, denominator, counted }) =>
      `${label}：${denominator === 0 ? '没有可以计算的' : showShare(numerator, denominator)}（分子：${counted.numerator}；分母：${counted.denominator}）`,
  );
  return [...lines, ...(notes.length > 0 ? [`${notes.join('；')}。`] : [])];
}

/** What of the rows was not counted, or is counted by a column that is called otherwise. */
export function notesOn(rows: YearRows): string[] {
  const out = leftOut(rows);
  const notes = [
    out && `${out}，没有算`,
    strangeWords(rows),
    plannedWords(rows),
    ...rows.wrong,
    ...rows.changed,
  ];
  return notes.filter((note) => note !== '');
}

/** Of the columns of the kind: nothing is counted by the office's own. */
function strangeIn(year: Year, register: RegisterName, entries: readonly Entry[]): YearRows['strange'] {
  return allColumns(year, register).flatMap(({ code, label, kind, choices = [], isOwn, planned }) => {
    if (isOwn || (kind !== 'day' && kind !== 'choice')) return [];
    const isRight = (text: string): boolean => {
      if (kind === 'choice') return choices.includes(text);
      return (planned ? limitOf(text, year.year) : whenOf(text)) !== undefined;
    };
    const texts = entries.map((entry) => fieldOf(entry, code)).filter((text) => text !== '');
    const count = texts.filter((text) => !isRight(text)).length;
    const uncounted = kind === 'choice' ? ownChoices(register, code, choices) : [];
    const added = uncounted
      .map((word) => ({ word, count: texts.filter((text) => text === word).length }))
      .filter((each) => each.count > 0);
    const words = added.map((each) => `${each.word}${each.count}行`).join('、');
    return [
      ...(count === 0 ? [] : [{ label, count }]),
      ...(words === ''
        ? []
        : [{ label, count: added.reduce((sum, each) => sum + each.count, 0), own: words }]),
    ];
  });
}

/** Choices that the office has added to a column of whose words the sentences of the kind are made: of what they mean nobody knows. */
function ownChoices(register: RegisterName, code: string, choices: readonly string[]): readonly string[] {
  const { figures, reads = {}, columns } = registerOf(register);
  if (!figures || !own(reads, code)?.includes('报告数据')) return [];
  const usual = columns.find((column) => column.code === code)?.choices ?? [];
  return choices.filter((choice) => !usual.includes(choice));
}

/** Which rows of a ledger count, why the others do not, and what in them is not known. */
export function rowsWords({
  label,
  rows,
  counted,
  undated,
  elsewhere,
  ahead,
  unsure,
  day,
  isList,
  strange,
  planned,
  wrong,
  changed,
}: YearRows): string {
  const out = leftOut({ undated, elsewhere, ahead, unsure, day });
  const rest = out === '' ? '' : `；${out}，没有算`;
  const odd = strangeWords({ strange });
  const notes = [odd, plannedWords({ planned, isList }), ...wrong, ...changed]
    .filter((note) => note !== '')
    .map((note) => `；${note}`);
  const own = isList ? `列在当年的${counted}行` : `按${day}属于当年的${counted}行`;
  return `${ledgerNamed(label)}共${rows}行，${own}${rest}${notes.join('')}`;
}

/** '' where every row of the register counts. */
function leftOut({
  undated,
  elsewhere,
  ahead,
  unsure,
  day,
}: Pick<YearRows, 'undated' | 'elsewhere' | 'ahead' | 'unsure' | 'day'>): string {
  return [
    undated > 0 && `${undated}行的${day}空着或者不是日期`,
    elsewhere > 0 && `${elsewhere}行不是当年的`,
    ahead > 0 && `${ahead}行的${day}在今天以后`,
    unsure > 0 && `${unsure}行的${day}只写到本月，没有写哪一天`,
  ]
    .filter((words) => words !== false)
    .join('，');
}

/** '' where no day lies after today. */
function plannedWords({ planned, isList }: Pick<YearRows, 'planned' | 'isList'>): string {
  if (planned.length === 0) return '';
  const also = planned.some(({ months }) => months > 0) ? '或者只写到本月' : '';
  return `${planned.map(({ label, count }) => `${count}行的“${label}”`).join('、')}在今天以后${also}，${isList ? '这个日期不算，请核对' : '按还没有办计'}`;
}

/** '' where everything is as its column is for. */
function strangeWords({ strange }: Pick<YearRows, 'strange'>): string {
  const wrong = strange.filter((each) => each.own === undefined);
  const added = strange.filter((each) => each.own !== undefined);
  const rows = (of: YearRows['strange']) => of.map(({ label, count }) => `${count}行的“${label}”`).join('、');
  return [
    ...(wrong.length > 0 ? [`${rows(wrong)}不是日期或者选项里的写法，不当作填了，请核对`] : []),
    ...added.map(
      (each) => `${rows([each])}是本单位加的选项（${each.own}），不在参考的选项里，分类和比例没有算，请核对`,
    ),
  ].join('；');
}
