import { namesEvil } from '../cells/sides.ts';
import type { VetoMark } from '../cells/veto-marks.ts';
import { squeeze } from '../rule-text/compact.ts';
import { allGrowing, type GrowingNode, growingNode } from './growing-node.ts';
import type { TableState } from './table-state.ts';
import { shortly } from './warn.ts';

/** A veto beside each item whose row has the mark. */
export function vetoMarked(state: TableState, marks: readonly VetoMark[]): void {
  for (const mark of marks) {
    const rows = [state.roots, ...allGrowing(state.roots).map(({ children }) => children)].flatMap(
      (siblings) => besideMarked(state, siblings, mark),
    );
    if (rows.length > 0)
      state.warn(
        'vetoWithPoints',
        rows[0] ?? 0,
        `说明“${shortly(mark.text)}”里带“${mark.mark}”的是否决项，第${rows.join('、')}行已同时作为评分项和一票否决，请核对`,
      );
  }
}

/** What an item has to be for its mark to veto, as the remark says it. */
const FAILED = /不合格|不达标|不符合|不通过|未达标|得?(?:零|(?<!\d)0)分/;
/** A name that is the case itself. */
const CASE = /[的者]$|[未不违拒虚瞒伪假]|发生|出现|存在|造成|受到/;

/** 组织领导不合格, 组织领导得零分: a veto is ticked by its case. */
function caseOf(name: string, text: string): string {
  const failed = FAILED.exec(squeeze(text))?.[0].replace(/^(?=[零0])/, '得');
  return failed === undefined && (CASE.test(name) || namesEvil(name)) ? name : `${name}${failed ?? '不合格'}`;
}

function besideMarked(
  state: TableState,
  siblings: GrowingNode[],
  { mark, text, effect }: VetoMark,
): number[] {
  const vetoed = new Set(
    siblings.flatMap(({ kind, sourceRows }) => (kind === 'veto' ? [sourceRows[0]?.row] : [])),
  );
  const marked = siblings.filter(
    (node) =>
      node.kind === 'item' &&
      !vetoed.has(node.sourceRows[0]?.row) &&
      node.sourceRows.some(({ row }) => hasMark(state, row - 1, mark)),
  );
  for (const node of marked) {
    const name = node.title.replaceAll(mark, '').trim();
    const veto = growingNode('veto', caseOf(name, text), node.sourceRows[0]);
    veto.criterion = [node.criterion, text].filter((part) => part !== '').join('\n\n');
    veto.vetoEffect = effect;
    siblings.splice(siblings.indexOf(node) + 1, 0, veto);
  }
  return marked.map(({ sourceRows }) => sourceRows[0]?.row ?? 0);
}

/** At the start or the end of one of its cells. */
function hasMark({ reader }: TableState, row: number, mark: string): boolean {
  return reader.grid
    .cellsIn(row)
    .some(({ text }) => text.trim().startsWith(mark) || text.trim().endsWith(mark));
}
