import { legendIn } from '../cells/veto-marks.ts';
import type { ImportWarning } from '../standard-draft.ts';
import { shortly } from './warn.ts';

/** A row as it was read, by table and row of the file; `isVetoed`: a veto stands for it. */
interface MarkedRow {
  readonly table: string;
  readonly row: number;
  readonly text: string;
  readonly isVetoed: boolean;
}

/** Rows with a mark that some remark of the document explains, and that nothing was read of: a veto, or another kind of item. */
export function unreadMarks(remarks: readonly string[], rows: readonly MarkedRow[]): ImportWarning[] {
  const legends = new Map<string, string>();
  for (const text of remarks) {
    const mark = legendIn(text);
    if (mark !== undefined && !legends.has(mark)) legends.set(mark, text);
  }
  return [...legends].flatMap(([mark, text]) => {
    const marked = rows.filter((each) => each.text.includes(mark) && !each.isVetoed);
    return [...new Set(marked.map(({ table }) => table))].map((table): ImportWarning => {
      const at = marked.filter((each) => each.table === table).map(({ row }) => row);
      const message = `说明“${shortly(text)}”解释了“${mark}”，带“${mark}”的第${at.join('、')}行没有按它读，请核对；有一项不合格即否决的，请在“结构”里新增为一票否决`;
      return { code: 'markUnread', table, row: at[0] ?? 0, column: 0, message };
    });
  });
}
