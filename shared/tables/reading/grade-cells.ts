import type { Points } from '../../values/points.ts';
import type { Grid } from '../cells/grid.ts';
import { readScoreText, scoreSaid, type ScoreText } from '../cells/score-text.ts';
import type { ColumnMap } from '../column-map.ts';

/** A grade of an item where grades have columns of their own. */
export interface GradeCell {
  /** The grade, with what it is given for where its cell says that. */
  readonly label: string;
  readonly text: string;
  readonly score: ScoreText;
}

/** What the grades of a table's rows are read by. */
interface GradeColumns {
  readonly grid: Grid;
  readonly map: ColumnMap;
  readonly headings: readonly string[];
  readonly gradePoints: ReadonlyMap<number, Points>;
}

/** The grades of a row: points of their own (10, 规范（10分）), or those of their heading (优秀（10分）), for whatever words. */
export function gradesIn(
  { grid, map, headings, gradePoints }: GradeColumns,
  row: number,
  isAcross: boolean,
): GradeCell[] {
  return map.roles.flatMap((role, column): GradeCell[] => {
    const cell = grid.cellAt(row, column);
    const isOwnCell = cell?.row === row && cell.column === column;
    const text = isOwnCell ? cell.text.trim() : '';
    if (role !== 'grade' || (text === '' && (isAcross || !gradePoints.has(column)))) return [];
    const label = headings[column] ?? '';
    const own = readScoreText(text);
    const isOwn = own.kind === 'points' && !(gradePoints.has(column) && (own.percent || own.isMost));
    if (isOwn) return [{ label, text, score: own }];
    const said = scoreSaid(text);
    const points = said?.points ?? gradePoints.get(column);
    if (points === undefined) return [{ label, text, score: own }];
    // 好（8—10分）: a range is for the evaluator to decide.
    const heading = grid.textAt(map.headerTo - 1, column);
    const isMost = RANGE.test(said ? text : heading);
    const score = { kind: 'points', points, sign: '', percent: false, isMost } as const;
    if (isMost) return [{ label: said ? label : heading.trim(), text, score }];
    const words = said?.rest ?? text;
    return [{ label: words === '' ? label : `${label}：${words}`, text, score }];
  });
}

/** At the end, the points themselves: not 30-50万15分. */
const RANGE = /\d\s*分?\s*[-—–~～至到]+\s*\d+(?:\.\d+)?\s*分?\s*[)）]?\s*$/;

/** Columns of grades whose heading says what each is worth: 优秀（10分）. */
export function pointsOfGrades(grid: Grid, { roles, headerFrom, headerTo }: ColumnMap): Map<number, Points> {
  const points = new Map<number, Points>();
  roles.forEach((role, column) => {
    const heading = role === 'grade' && headerTo > headerFrom ? grid.textAt(headerTo - 1, column) : '';
    const said = scoreSaid(heading);
    if (said) points.set(column, said.points);
  });
  return points;
}
