import { type Grid, gridOf } from './grid.ts';
import { type Guess, type Headings, isOpen, isText } from './column-guess.ts';
import { findHeader } from './header-rows.ts';
import { settleGrades, settleRivals, settleScore, settleSides } from './score-columns.ts';
import { headerMeaning, type HeaderMeaning, headerWord, isGrade } from './header-names.ts';
import { type ColumnFacts, describeColumn, groupsRows, repeatedHeaders } from './column-facts.ts';
import { gradeRows } from './grade-rows.ts';
import { pageBreakRows } from './page-breaks.ts';
import { readScoreText } from './score-text.ts';
import { namesUnit } from './unit-columns.ts';
import { squeeze } from '../rule-text/compact.ts';
import type { ColumnMap, ColumnRole } from '../column-map.ts';
import type { SourceTable } from '../source-table.ts';

const LONG_TEXT = 20;

/**
 * Where the header stands and what each column means: first by its name, then, for open names (指标, 项目, 内容) and
 * for tables without a header, by what the column holds. A filled column is never without a meaning.
 */
export function guessColumns(table: SourceTable): ColumnMap {
  const grid = gridOf(table);
  const { headerFrom, headerTo } = findHeader(grid);
  const hasHeader = headerTo > headerFrom;
  const headings = Array.from({ length: grid.columns }, (_, column) =>
    headingOf(grid, column, headerFrom, headerTo),
  );
  const apart = new Set([
    ...gradeRows(grid, headerTo),
    ...repeatedHeaders(grid, headerFrom, headerTo),
    ...pageBreakRows(grid),
  ]);
  const facts = headings.map((_, column) => describeColumn(grid, column, headerTo, apart));
  const roles = headings.map((heading, column) => meaningIn(heading, facts[column], hasHeader));
  const guess: Guess = { grid, headerTo, hasHeader, apart, facts, roles };
  settleGrades(guess, headings);
  settleScore(guess, headings);
  settleSides(guess, headings);
  settleRivals(guess, headings);
  settleNumber(guess);
  settleCriterion(inGrades(guess), headings);
  settleVetoes(guess);
  settleTexts(guess, headings);
  return { headerFrom, headerTo, roles: nameLevels(guess) };
}

/** The heading of each column, in the words of its lowest header row; '' where there is none. */
export function headingsOf(grid: Grid, { headerFrom, headerTo }: ColumnMap): string[] {
  return Array.from({ length: grid.columns }, (_, column) =>
    shownHeading(headingOf(grid, column, headerFrom, headerTo).at(-1) ?? ''),
  );
}

/** 优（80%）, ★★: what a grade stands for is part of its name. */
function shownHeading(text: string): string {
  const word = headerWord(text);
  const isShared = isGrade(text) && /[（(][^（()）]*[%％][^（()）]*[)）]/.test(text);
  return word === '' || isShared ? text.replace(/\s+/g, '') : word;
}

/** The words above a column, from the top; a cell over several columns or rows says its words once. */
function headingOf(grid: Grid, column: number, from: number, to: number): string[] {
  const words: string[] = [];
  for (let row = from; row < to; row += 1) {
    const cell = grid.cellAt(row, column);
    if (cell && cell.text.trim() !== '' && words.at(-1) !== cell.text.trim()) words.push(cell.text.trim());
  }
  if (words.length > 1 || grid.textAt(from, column) !== '' || column === 0 || to === from) return words;
  const left = headingOf(grid, column - 1, from, to);
  // A column without a heading of its own right of one that has a heading belongs to it.
  if (words.length === 0) return left;
  // So do 乡镇 | 街道 below 分值 whose merged cell was lost.
  const [over = '', ...beside] = left;
  const areUnits = beside.length > 0 && [...beside, ...words].every((word) => namesUnit(headerWord(word)));
  return areUnits ? [over, ...words] : words;
}

function meaningOf(words: readonly string[]): HeaderMeaning | undefined {
  const [top = '', bottom = ''] = [words[0], words.at(-1)];
  // 考核指标 over 一级 | 二级 says 一级考核指标; 得分 over 自评 | 复评 says 自评得分.
  return headerMeaning(bottom + top) &&
    bottom !== top &&
    /^(?:[一二三四五六]级|自评|复评|自查|考核|考评|评审)$/.test(squeeze(bottom))
    ? headerMeaning(bottom + (/^[一二三四五六]级$/.test(squeeze(bottom)) ? '指标' : '得分'))
    : (headerMeaning(bottom) ?? headerMeaning(top));
}

/** The meaning by name, unless the content cannot be that. */
function meaningIn(
  words: readonly string[],
  facts: ColumnFacts | undefined,
  hasHeader: boolean,
): HeaderMeaning | undefined {
  const meaning = meaningOf(words);
  if (!facts || facts.filled === 0) return meaning;
  if (headerWord(words.at(-1) ?? '') === '单位') return facts.isUnits ? 'fact' : meaning;
  // 目标 over 7%, 3500户 is a fact; over whole sentences it is a text.
  if (
    /目标|任务数|指标值/.test(headerWord(words.at(-1) ?? '')) &&
    facts.amounts > 0.5 &&
    meaning !== 'number'
  )
    return 'fact';
  // 考核项目及分值 over 党建工作（15分）: names that say their score.
  const isNamed = /[及和与、]分值$/.test(headerWord(words.at(-1) ?? ''));
  if (meaning === 'fullScore' && facts.scores < 0.3 && (facts.averageLength > 8 || isNamed)) return 'text';
  if (meaning === 'text' || meaning === 'criterion') {
    // Two columns under one heading, one of them of points: 赋分标准 over 30分 and its words.
    if (facts.scores > 0.6 && !facts.isSequence) return 'fullScore';
  }
  // 分值 over 乡镇 | 部门: points for each kind of unit, whatever else the word may head.
  const isPlain =
    meaning !== undefined && /^(?:department|method|evidence|deadline|appliesTo)$/.test(meaning);
  if (isPlain && facts.scores > 0.6 && !facts.isSequence) return 'fullScore';
  if (meaning === 'method' && facts.scoring > 0.3) return 'criterion';
  if ((meaning === 'note' || meaning === 'evidence') && facts.gives > 0.3) return 'criterion';
  // A long note at its foot makes no names of numbers.
  if (meaning === 'number' && facts.averageLength > 12 && facts.numbered < 0.2) return 'name';
  if (meaning === 'reviewScore' && facts.averageLength > LONG_TEXT) return 'text';
  if (meaning === 'fact' && facts.averageLength > 40) return 'text';
  if (!hasHeader && meaning === undefined && facts.scores > 0.6) return facts.isSequence ? 'number' : meaning;
  return meaning;
}

/** Beside grades, rows without a grade's points are no items: what they say of points tells nothing of the columns. */
function inGrades(guess: Guess): Guess {
  const { grid, headerTo, roles } = guess;
  const grades = roles.flatMap((role, column) => (role === 'grade' ? [column] : []));
  if (grades.length === 0) return guess;
  const apart = new Set(guess.apart);
  for (let row = headerTo; row < grid.rows; row += 1)
    if (grades.every((column) => readScoreText(grid.textAt(row, column)).kind !== 'points')) apart.add(row);
  return { ...guess, facts: guess.facts.map((_, column) => describeColumn(grid, column, headerTo, apart)) };
}

function settleNumber({ roles, facts }: Guess): void {
  if (roles.includes('number')) return;
  const number = roles.findIndex(
    (role, column) => column < 2 && isOpen(role) && (facts[column]?.numbered ?? 0) > 0.7,
  );
  if (number >= 0) roles[number] = 'number';
}

/** What is given on top, in a column beside the criterion. */
const GAINS = /^加分(?:项目?|事项|条件|情形)$/;

/** The column with most scoring words holds the criterion, whatever it is called (评分方法, 考核指标). */
function settleCriterion({ roles, facts, grid, headerTo, apart }: Guess, headings: Headings): void {
  const scoring = (column: number) => facts[column]?.scoring ?? 0;
  // A name over several rows is a level, whatever scores it has in it.
  const isLevel = (role: HeaderMeaning | undefined, column: number) =>
    role === 'name' && groupsRows(grid, column, headerTo, roles, apart);
  // 加分 | 扣分 over sentences; another such column, where nothing else says how points are given.
  roles.forEach((role, column) => {
    const says = scoring(column) > 0.3 && (facts[column]?.averageLength ?? 0) >= 5;
    const word = headerWord(headings[column]?.at(-1) ?? '');
    const isTold = roles.some((other, at) => at !== column && isText(other) && scoring(at) >= 0.15);
    const isSide =
      role === 'reviewScore' ? /^[加扣]分$/.test(word) : isOpen(role) && isTold && GAINS.test(word);
    if (says && (isSide || (role === 'reviewScore' && !isTold))) roles[column] = 'criterion';
  });
  // 加分标准 | 备注: the most that an entry may have is no criterion beside what it is given for.
  const words = headings.map((heading) => headerWord(heading.at(-1) ?? ''));
  if (words.some((word, column) => roles[column] === 'criterion' && /^(?:加分|奖励)/.test(word)))
    roles.forEach((role, column) => {
      const isNote = role === 'criterion' && headerMeaning(words[column] ?? '') === 'note';
      if (isNote && (facts[column]?.limits ?? 0) > 0.5) roles[column] = 'note';
    });
  const texts = roles.flatMap((role, column) =>
    isText(role) && (facts[column]?.filled ?? 0) > 0 && !isLevel(role, column) ? [column] : [],
  );
  const [most] = [...texts].sort(
    (a, b) => scoring(b) - scoring(a) || (facts[b]?.averageLength ?? 0) - (facts[a]?.averageLength ?? 0),
  );
  if (most === undefined || scoring(most) < 0.15) return;
  const named = texts.filter((column) => roles[column] === 'criterion');
  // A column that is called so and holds such words as well is it, rather than a fuller one beside it.
  const best = named.find((column) => scoring(column) * 2 >= scoring(most)) ?? most;
  for (const column of named) if (column !== best && scoring(column) < 0.15) roles[column] = 'text';
  roles[best] = 'criterion';
}

/** 否决项目 | 否决情形 and no score: the cases are what the table lists, not marks beside something else. */
function settleVetoes({ roles, facts }: Guess): void {
  if (roles.some((role) => /^(?:fullScore|grade|criterion|content|text)$/.test(role ?? ''))) return;
  const column = roles.findIndex((role, at) => role === 'veto' && (facts[at]?.averageLength ?? 0) >= 4);
  if (column >= 0) roles[column] = 'content';
}

/** Open names, and headings that nobody foresaw: levels where they stand for several rows, else the item's text. */
function settleTexts({ roles, facts, grid, headerTo, hasHeader, apart }: Guess, headings: Headings): void {
  const columns = roles.map((_, column) => column);
  const isFilled = (column: number) => (facts[column]?.filled ?? 0) > 0;
  const scored = roles.indexOf('fullScore');
  const namesBefore = (column: number) =>
    columns.some((other) => other < column && roles[other] !== 'number' && isFilled(other));
  for (const column of columns) {
    const meaning = roles[column];
    if (!isOpen(meaning)) continue;
    if (!isFilled(column)) roles[column] = undefined;
    else if (facts[column]?.isKinds && namesBefore(column)) roles[column] = 'fact';
    else if (scored >= 0 && meaning === undefined && (facts[column]?.scores ?? 0) > 0.6)
      roles[column] = facts[column]?.isSequence && column === 0 ? 'number' : 'fact';
    else if (groupsRows(grid, column, headerTo, roles, apart)) roles[column] = 'name';
    else if (meaning === 'text' || (meaning === undefined && hasHeader)) roles[column] = 'content';
    else roles[column] = (facts[column]?.averageLength ?? 0) > LONG_TEXT ? 'content' : 'name';
  }
  // 内容 over 出勤 | 到岗: what stands for one row each is the text, the columns before it are its levels.
  for (const column of columns) {
    const before = roles.slice(0, column).lastIndexOf('content');
    const same = before >= 0 && headings[before]?.join() === headings[column]?.join();
    if (roles[column] === 'content' && same && groupsRows(grid, before, headerTo, roles, apart))
      roles[before] = 'name';
  }
  if (!roles.includes('criterion') && !roles.includes('content')) {
    const longest = columns
      .filter((column) => roles[column] === 'name')
      .sort((a, b) => (facts[b]?.averageLength ?? 0) - (facts[a]?.averageLength ?? 0));
    // With one name column alone, the names are all that there is.
    const [first] = longest;
    if (first !== undefined && longest.length > 1 && !groupsRows(grid, first, headerTo, roles, apart))
      roles[first] = 'content';
  }
}

const LEVELS = ['level1', 'level2', 'level3', 'level4', 'level5', 'level6'] as const;

/** Open names become levels from the left, after the levels that are named as such. */
function nameLevels({ roles }: Guess): ColumnRole[] {
  const taken = new Set(roles);
  const free = LEVELS.filter((level) => !taken.has(level));
  return roles.map((meaning) => {
    if (meaning === 'name') return free.shift() ?? 'content';
    return meaning === undefined || meaning === 'text' ? 'ignore' : meaning;
  });
}
