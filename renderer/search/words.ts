import type { Searched } from '../../shared/search/line.ts';

const UNITS = { assessment: '份自评', year: '份年度工作', rollup: '份汇总', desk: '个核验台' } as const;

/** What is looked through, and what is not. */
export function lookedThrough(documents: readonly Searched[], unread: number): string {
  const count = (name: Searched['document']) => documents.filter(({ document }) => document === name).length;
  const names = Object.keys(UNITS) as Searched['document'][];
  const parts = names.filter((name) => count(name) > 0).map((name) => `${count(name)} ${UNITS[name]}`);
  const lines = documents.reduce((sum, each) => sum + each.lines.length, 0);
  const through =
    parts.length === 0
      ? '数据文件夹里还没有内容。'
      : `查找范围：${parts.join('、')}，里面共 ${lines} 条；电话等个人信息不查。`;
  return unread === 0 ? through : `${through}有 ${unread} 个文件夹读不出来，没有查。`;
}
