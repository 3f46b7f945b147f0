import type { SourceTable } from '../../tables/source-table.ts';
import { halfWidth } from '../../values/typed-number.ts';
import { placesOf, textsOf } from '../import/grid.ts';
import { fullName, type Heading } from '../import/heading.ts';
import type { TableReading } from '../import/reading.ts';
import { plain } from './cheat-words.ts';
import { type Mark, MARKS, SAYS } from './headings.ts';
import type { ContestRow } from './rows.ts';
import { NOTHING } from './summary-rows.ts';

/** A table that has teams, as it was read. */
export interface TeamTable {
  readonly table: SourceTable;
  readonly reading: TableReading;
  readonly headings: readonly Heading[];
  readonly name: string;
  /** Persons with theory marks, and theory marks of whomever. */
  readonly persons: number;
  readonly theory: number;
}

const LABELS = { theory: '理论成绩', simulation: '模拟执法成绩' };
const MARK = /(?:成绩|得分|分值|分数|分)$/u;
const PRACTICE = /模拟|实操|演练|现场执法/u;
/** Made of marks, or none: 总分, 名次, 抽签号. */
const NO_MARK = /总|综合|平均|均分|名次|排名|折|占|[附加]分|扣|序号|学分|[号次别位台间期]$|(?<!分)数$/u;
const RANKED = /^(?:名次|排名|位次)$/u;
/** Beside a place it is what the place was made by. */
const SCORE = /^(?:最[终后])?(?:得分|成绩|分数)$/u;

/** What may be the marks that no row of the file was read to have: nobody is ranked by one of two. */
export function unreadMarks(tables: readonly TeamTable[], rows: readonly Pick<ContestRow, Mark>[]): string[] {
  const missing = MARKS.filter((each) => rows.every((row) => NOTHING.test(plain(row[each]))));
  const [mark, other] = missing;
  if (mark === undefined || other !== undefined) return [];
  const label = LABELS[mark];
  return tables.flatMap((each) => {
    const found = columnsIn(each, mark).map(
      (full) => `${each.name}“${full}”是不是${label}：是的请改叫“${label}”，不是的请删去`,
    );
    if (found.length > 0 || !isUnread(each) || !SAYS[mark].test(titleOf(each))) return found;
    return [
      `${each.name || '这张表'}像是${label}，没有读取：是的请把成绩一栏改叫“${label}”，不是的请删去这张表`,
    ];
  });
}

const isUnread = ({ reading }: TeamTable): boolean =>
  !Object.values(reading.columns).some((code) => code in LABELS);

const titleOf = ({ table, reading }: TeamTable): string =>
  [table.name, ...placesOf(table).slice(0, Math.max(0, reading.header)).flatMap(textsOf)].join('\n');

function columnsIn({ headings, reading }: TeamTable, mark: Mark): string[] {
  const other = mark === 'theory' ? 'simulation' : 'theory';
  const isRanked = headings.some(({ text }) => RANKED.test(text.trim()));
  const found = headings.filter((heading, at) => {
    const full = fullName(heading);
    if (reading.columns[at] !== undefined || NO_MARK.test(full)) return false;
    if (SAYS[other].test(full) && !SAYS[mark].test(full)) return false;
    if (isRanked && SCORE.test(full)) return false;
    return (MARK.test(full) || (mark === 'simulation' && PRACTICE.test(full))) && isOfNumbers(heading);
  });
  return found.map(fullName);
}

function isOfNumbers({ below }: Heading): boolean {
  const said = (below?.() ?? []).filter((text) => text !== '');
  const numbers = said.filter((text) => /^\d+(?:\.\d+)?分?$/u.test(halfWidth(text).trim()));
  return numbers.length * 2 > said.length;
}

/** Tables without names beside one that has them: each average would be one more person. */
export function summaryTables(tables: readonly TeamTable[]): string[] {
  if (!tables.some(({ persons }) => persons > 0)) return [];
  return tables
    .filter(({ reading, theory }) => theory > 0 && !Object.values(reading.columns).includes('name'))
    .map(
      ({ name }) =>
        `${name}没有“姓名”一栏，却有理论成绩，别的表是逐人的：像是汇总，请删去这张表；是逐人成绩的请加“姓名”一栏`,
    );
}
