import { guessColumns } from '../cells/columns.ts';
import type { SourceTable } from '../source-table.ts';
import { isDemeritList } from './demerits.ts';

/** What to do where no table scores. */
export const NO_SCORING_REMEDY = '请确认文件里有评分表；图片形式的表格不能读取，请向发文单位要电子版。';

/** Why none of the tables is one to score by. */
export function noScoringWords(tables: readonly SourceTable[]): string {
  const demerits = tables.find((table) => isDemeritList(table, guessColumns(table)));
  if (demerits) {
    return `没有找到评分表：“${demerits.name}”列的是违规行为的记分，不是评分项的分值。如果记分就是扣分，请把“记分”改写为“扣分”再导入。`;
  }
  const spoken = tables.find(({ cells }) =>
    cells.some(({ text }) => /[扣加得计]\s*[\d.]+\s*分|扣分|每次\s*[\d.]+\s*分/.test(text)),
  );
  if (spoken) {
    return `没有找到评分表：“${spoken.name}”写了怎样加分、扣分，但没有读到每一项的分值。请给每一项补上分值（一列“分值”）再导入。`;
  }
  const names = tables.slice(0, 5).map(({ name }) => `“${name}”`);
  return `没有找到评分表：${names.join('、')}${tables.length > 5 ? ' 等' : ''}里没有读到带分值的评分项。`;
}
