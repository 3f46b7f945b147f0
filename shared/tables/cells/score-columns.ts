import { speaksOfScores } from './column-facts.ts';
import { type Guess, type Headings, isOpen } from './column-guess.ts';
import { headerWord, isCapHeading, isGrade } from './header-names.ts';
import { scoreSaid } from './score-text.ts';
import { namesUnit } from './unit-columns.ts';

/** 优 | 良 | 中 | 差 side by side, points below each. */
export function settleGrades({ roles, facts }: Guess, headings: Headings): void {
  const grades = headings.map((words) => isGrade(words.at(-1) ?? ''));
  if (grades.filter(Boolean).length < 2) return;
  grades.forEach((grade, column) => {
    const heading = headings[column]?.at(-1) ?? '';
    const isScored =
      (facts[column]?.scores ?? 0) > 0.5 || (facts[column]?.ends ?? 0) > 0.5 || scoreSaid(heading);
    if (grade) roles[column] = isScored ? 'grade' : 'fact';
  });
}

/** The column of the points, where none is named so. */
export function settleScore({ roles, facts, hasHeader, grid, headerTo }: Guess, headings: Headings): void {
  if (roles.includes('fullScore') || roles.includes('grade')) return;
  const columns = roles.map((_, column) => column);
  const points = (column: number) => facts[column]?.scores ?? 0;
  const isCap = (column: number) => isCapHeading(headings[column]?.at(-1) ?? '');
  // 3, 4 and 5 below 最高分 are no numbers of rows.
  const isScore = (column: number) => points(column) > 0.6 && (isCap(column) || !facts[column]?.isSequence);
  // 加减分, 得分: a form's own column is empty, so what is filled in is the standard's.
  const filled = columns.find(
    (column) =>
      roles[column] === 'reviewScore' &&
      isScore(column) &&
      /分/.test(headerWord(headings[column]?.at(-1) ?? '')),
  );
  const weight = columns.find((column) => roles[column] === 'weight' && isScore(column));
  const open = columns.find(
    (column) =>
      isOpen(roles[column]) &&
      isScore(column) &&
      (facts[column]?.saysPoints || isCap(column) || speaksOfScores(grid, headerTo)),
  );
  const found = filled ?? (hasHeader ? (weight ?? open) : (open ?? weight));
  if (found !== undefined) roles[found] = 'fullScore';
}

/** 分值 | 扣分标准 | 扣分值: what one fault costs is told with the criterion. 加分 | 扣分: each row has one of them. */
export function settleSides({ roles, facts }: Guess, headings: Headings): void {
  const words = headings.map((heading) => headerWord(heading.at(-1) ?? ''));
  const isCap = (column: number) => isCapHeading(words[column] ?? '');
  const found = roles.flatMap((role, column) => (role === 'fullScore' ? [column] : []));
  // 分值 | 最高分值: what one deed brings, and the most of all.
  const others = found.filter((column) => !isCap(column));
  const scores = others.length > 0 ? others : found;
  for (const column of found) if (!scores.includes(column)) roles[column] = 'fact';
  const isCost = (column: number) => /^(?:每次|单次|单项)?扣分分?值$/.test(words[column] ?? '');
  if (scores.some((column) => !isCost(column)))
    for (const column of scores) if (isCost(column)) roles[column] = 'fact';
  const [plus, minus] = [words.indexOf('加分'), words.indexOf('扣分')];
  const isScored = (column: number) => (facts[column]?.scores ?? 0) > 0.6;
  if (
    plus >= 0 &&
    minus >= 0 &&
    isScored(plus) &&
    isScored(minus) &&
    scores.every((at) => at === plus || at === minus)
  )
    for (const column of [plus, minus]) roles[column] = 'fullScore';
}

/**
 * Columns of plain numbers that no heading explains may be points as well as the one that was taken: each of a kind of unit
 * is one of the scores, any other is left unread, and so told.
 */
export function settleRivals({ roles, facts }: Guess, headings: Headings): void {
  const words = headings.map((heading) => headerWord(heading.at(-1) ?? ''));
  const isUnit = (column: number) => namesUnit(words[column] ?? '');
  const scores = roles.flatMap((role, column) => (role === 'fullScore' ? [column] : []));
  if (scores.length === 0) return;
  roles.forEach((role, column) => {
    const fact = facts[column];
    const word = words[column] ?? '';
    if (role !== undefined || word === '' || isCapHeading(word)) return;
    if (!fact?.isPlain || (fact.isSequence && column === 0)) return;
    roles[column] = [...scores, column].every(isUnit) ? 'fullScore' : 'ignore';
  });
}
