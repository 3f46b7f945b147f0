import { PACKAGE_ID_LABELS } from '../package/form.ts';
import type { SourceCell, SourceTable } from '../tables/source-table.ts';

/** One line of the score sheet in which somebody filled in 核验分 or 核验意见. */
export interface FilledRow {
  readonly code: string;
  readonly score: string;
  readonly opinion: string;
}

export interface FilledWorkbook {
  readonly rows: readonly FilledRow[];
  /** The package's number on the cover; '' where it is gone. */
  readonly packageId: string;
}

const PACKAGE_IDS: ReadonlySet<string> = new Set(PACKAGE_ID_LABELS);
const HEADS = ['编号', '核验分', '核验意见'] as const;

/** The score sheet of a 推荐材料.xlsx by its heads, wherever it stands; undefined where there is none. Pure. */
export function readFilledWorkbook(tables: readonly SourceTable[]): FilledWorkbook | undefined {
  for (const table of tables) {
    const lines = linesOf(table);
    for (const [row, line] of lines) {
      const [code, score, opinion] = HEADS.map((head) => line.find(({ text }) => bare(text) === head));
      if (code && score && opinion) {
        const below = [...lines].filter(([each]) => each > row).map(([, each]) => each);
        const columns = { code: code.column, score: score.column, opinion: opinion.column };
        const rows = withContinued(below.flatMap((each) => filledRow(each, columns)));
        return { rows, packageId: packageIdOf(tables) };
      }
    }
  }
  return undefined;
}

function filledRow(
  line: readonly SourceCell[],
  columns: { readonly code: number; readonly score: number; readonly opinion: number },
): FilledRow[] {
  const at = (column: number) => line.find((cell) => cell.column === column);
  const code = at(columns.code);
  // A subtotal's label and a text below its line go over several columns.
  if (!code || code.columnSpan > 1 || code.text === '') return [];
  const [score = '', opinion = ''] = [at(columns.score)?.text.trim(), at(columns.opinion)?.text.trim()];
  return score === '' && opinion === '' ? [] : [{ code: code.text.trim(), score, opinion }];
}

/** What follows the code where a line of a workbook goes on on the next page (profile 2). */
const CONTINUED = /\s*（续）$/u;

/** A line that goes on is one line: what was written into either part of it counts, in their order. */
function withContinued(rows: readonly FilledRow[]): FilledRow[] {
  const joined: FilledRow[] = [];
  for (const row of rows) {
    const code = row.code.replace(CONTINUED, '');
    const before = joined.at(-1);
    if (code === row.code || before?.code !== code) {
      joined.push({ ...row, code });
      continue;
    }
    const both = (one: string, other: string) => [one, other].filter((each) => each !== '').join('；');
    joined[joined.length - 1] = {
      code,
      // Two numbers for one item are for a person to sort out.
      score: both(before.score, row.score),
      opinion: both(before.opinion, row.opinion),
    };
  }
  return joined;
}

function packageIdOf(tables: readonly SourceTable[]): string {
  for (const { cells } of tables) {
    const label = cells.find(({ text }) => PACKAGE_IDS.has(bare(text)));
    const value = cells.find(({ row, column }) => label && row === label.row && column > label.column);
    if (value) return value.text.trim();
  }
  return '';
}

function linesOf({ cells }: SourceTable): Map<number, SourceCell[]> {
  const lines = new Map<number, SourceCell[]>();
  for (const cell of cells) {
    const line = lines.get(cell.row);
    if (line) line.push(cell);
    else lines.set(cell.row, [cell]);
  }
  return lines;
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
