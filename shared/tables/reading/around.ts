import type { Paragraphs } from './paragraphs.ts';
import { strayWords } from './remarks.ts';
import type { TableState } from './table-state.ts';
import { shortly } from './warn.ts';

/** The paragraphs around the table: what vetoes, and remarks (of no row). */
export function readAround(state: TableState, said: Paragraphs): void {
  const { vetoes, notes, scoring, unread, open, strays, leftOut } = said;
  state.roots.push(...vetoes);
  const known = new Set(state.notes.map(({ text }) => text));
  for (const text of notes) if (!known.has(text)) state.notes.push({ row: -1, text });
  for (const text of scoring)
    state.warn(
      'scoresAround',
      0,
      `表外的文字“${shortly(text)}”写有加分、扣分或得分的限制，只保留为说明，不计分；要计分的请在“结构”里新增`,
    );
  for (const text of unread)
    state.warn(
      'vetoesUnread',
      0,
      `表外的“${shortly(text)}”下面没有读到否决的情形，请核对；有的，请在“结构”里新增为一票否决`,
    );
  for (const text of open)
    state.warn(
      'vetoInRemark',
      0,
      `表外的“${shortly(text)}”写有否决的情形，只保留为说明；需要时请在“结构”里新增为一票否决`,
    );
  for (const text of strays) state.warn('vetoesUnread', 0, strayWords('表外的', text));
  if (leftOut > 0) state.warn('paragraphsLeftOut', 0, `表格前后的文字太多，后面${leftOut}段没有作为说明保留`);
}
