import type { YearColumn } from '../../../shared/registers/year/columns.ts';

/** Why a column cannot have this name; `code`: of the column itself. */
export function nameProblem(text: string, columns: readonly YearColumn[], code?: string): string | undefined {
  const name = text.trim();
  if (name === '') return '请填写栏目名称，没有保存';
  const other = columns.find((column) => column.label === name && column.code !== code);
  if (!other) return undefined;
  return other.isHidden ? '已有这一栏，现在不显示，没有保存' : '已有这一栏，没有保存';
}
