import { readScoreText } from '../cells/score-text.ts';
import type { Points } from '../../values/points.ts';
import { entriesOf } from './block-limits.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import type { TableState } from './table-state.ts';

/** What one merged cell says beside several entries. Rows are indexed from 0. */
export interface SharedLimit {
  readonly row: number;
  readonly text: string;
  readonly entries: readonly GrowingNode[];
  /** The most that they may count, where a cell of points says it. */
  readonly declared: Points | undefined;
}

/** The cells that may limit several entries: 最高加5分 in a remark that is merged over them, 5 below 最高加分. */
export function sharedLimits({ table, map, reader, roots, groups }: TableState): SharedLimit[] {
  const { item, most } = reader.scores;
  const entries = entriesOf(allGrowing(roots));
  return table.cells.flatMap(({ row, column, rowSpan, text }): SharedLimit[] => {
    const isScore = column === (most < 0 ? item : most);
    const isNote = map.roles[column] === 'note';
    if (rowSpan < 2 || row < map.headerTo || !(isScore || isNote)) return [];
    if (groups.some(({ from }) => from === row)) return [];
    const beside = entries.filter(({ sourceRows }) =>
      sourceRows.some((at) => at.row > row && at.row <= row + rowSpan),
    );
    const isOne = new Set(beside.map(({ sourceRows }) => sourceRows[0]?.row)).size < 2;
    if (isOne) return [];
    if (isNote) return [{ row, text: text.trim(), entries: beside, declared: undefined }];
    const score = readScoreText(text);
    if (score.kind !== 'points') return [];
    const said = `${reader.headings[column] ?? ''}：${text.trim()}`;
    return [{ row, text: said, entries: beside, declared: score.points }];
  });
}
