import type { SourceTable } from '../tables/source-table.ts';
import { halfWidth, readWhole } from '../values/typed-number.ts';

export interface SurveyCount {
  readonly sample: number;
  readonly satisfied: number;
  /** In Chinese: how it was counted. */
  readonly explanation: string;
}

const SAMPLE = /^(样本数?|样本量|调查(人|份)?数|有效(问卷|样本)(数|份数)?|回收份数|总(人|份)?数)$/u;
const SATISFIED = /^(满意(人|份|票)?数|满意)$/u;
const ANSWERS = /^(满意度|是否满意|答案|回答|评价|选项|总体评价|满意情况)$/u;

/** At the end of a cell: 90（含线上）. */
const REMARK = /\s*[(（][^)）]*[)）]\s*$/u;

/** Answers that count as satisfied, and those that count as an answer at all. */
const YES = new Set(['满意', '非常满意', '很满意', '十分满意', '比较满意', '较满意', '基本满意', '是']);
const NO = new Set(['一般', '不满意', '不太满意', '较不满意', '比较不满意', '很不满意', '非常不满意', '否']);

/**
 * A small table of a survey: columns 样本数 and 满意数 with one line of numbers (several are added up), or one
 * column of answers. Answers a Chinese sentence where it is neither. Pure.
 */
export function readSurveyTable(tables: readonly SourceTable[]): SurveyCount | { readonly problem: string } {
  for (const table of tables) {
    const found = countsIn(table) ?? answersIn(table);
    if (found) return found;
  }
  return { problem: '没有找到“样本数”和“满意数”两列，也没有找到“满意度”这样的一列答案' };
}

function countsIn(table: SourceTable): SurveyCount | { problem: string } | undefined {
  const sample = headIn(table, SAMPLE);
  const satisfied = headIn(table, SATISFIED);
  if (!sample || sample.row !== satisfied?.row) return undefined;
  let [all, yes, lines] = [0, 0, 0];
  for (let row = sample.row + 1; row < table.rows; row += 1) {
    const [a, b] = [writtenAt(table, row, sample.column), writtenAt(table, row, satisfied.column)];
    if ((a === '' && b === '') || isSumRow(table, row)) continue;
    const [x, y] = [wholeNumber(a), wholeNumber(b)];
    if (x === undefined || y === undefined) {
      return { problem: `第 ${row + 1} 行的样本数“${a}”、满意数“${b}”不都是整数` };
    }
    if (y > x) return { problem: `第 ${row + 1} 行的满意数${y}大于样本数${x}` };
    [all, yes, lines] = [all + x, yes + y, lines + 1];
  }
  if (all === 0) return { problem: '样本数这一列没有数，或者是 0' };
  const sum = lines > 1 ? `，由${lines}行相加` : '';
  return { sample: all, satisfied: yes, explanation: `样本${all}，满意${yes}${sum}` };
}

function answersIn(table: SourceTable): SurveyCount | { problem: string } | undefined {
  const head = headIn(table, ANSWERS);
  if (!head) return undefined;
  let [sample, satisfied, blank] = [0, 0, 0];
  for (let row = head.row + 1; row < table.rows; row += 1) {
    const answer = textAt(table, row, head.column).replace(/^[A-E][.、．]?/u, '');
    if (answer === '') blank += 1;
    else if (YES.has(answer)) satisfied += 1;
    else if (!NO.has(answer)) return { problem: `第 ${row + 1} 行的答案“${answer}”无法判断是否满意` };
    if (answer !== '') sample += 1;
  }
  if (sample === 0) return { problem: `“${head.text}”这一列没有答案` };
  const skipped = blank > 0 ? `，${blank}行空白没有计入` : '';
  return {
    sample,
    satisfied,
    explanation: `${sample}个答案，其中满意、比较满意、基本满意等${satisfied}个${skipped}`,
  };
}

function headIn({ cells }: SourceTable, pattern: RegExp) {
  return cells.find(({ text }) => pattern.test(bare(text)));
}

function textAt(table: SourceTable, row: number, column: number): string {
  return bare(writtenAt(table, row, column));
}

/** Without remarks in brackets; blanks inside stay, since 1 2 is not 12. */
function writtenAt({ cells }: SourceTable, row: number, column: number): string {
  const text = cells.find((cell) => cell.row === row && cell.column === column)?.text ?? '';
  return text.replace(REMARK, '').trim();
}

function isSumRow({ cells }: SourceTable, row: number): boolean {
  return cells.some((cell) => cell.row === row && /^(合计|总计|小计)$/u.test(bare(cell.text)));
}

function wholeNumber(text: string): number | undefined {
  const read = readWhole(text, { units: ['人', '份', '票'], most: 999_999_999 });
  return 'value' in read ? read.value : undefined;
}

/** Without blanks and remarks in brackets; full-width signs in half width. */
function bare(text: string): string {
  return halfWidth(text).replace(/\s+/gu, '').replace(REMARK, '');
}
