import { type Points, showPoints } from '../../values/points.ts';
import { passScoreOf } from '../import/pass-score.ts';
import { compact } from '../rule-text/compact.ts';
import { type Limit, limitsIn } from '../rule-text/limits.ts';
import type { SourceTable } from '../source-table.ts';
import type { StandardDraft, TextSpan } from '../standard-draft.ts';
import { type CapSide, capWords } from './block-caps.ts';
import { allNodes } from './nodes.ts';

type Place = Omit<CapWords, 'spans'>;

/** The text that the cap of a block, or the line, was read from. */
export interface CapWords {
  readonly text: string;
  readonly spans: readonly TextSpan[];
  /** Of the tables its own; row and column as people count them, where it stands in a cell and not around the table. */
  readonly table: string;
  readonly cell?: { readonly row: number; readonly column: number };
}

/** Where the original says a cap; undefined where no words of its own do (several caps make one, a block's own score). */
export function capWordsIn(
  tables: readonly SourceTable[],
  { nodes }: Pick<StandardDraft, 'nodes'>,
  side: CapSide,
  cap: Points,
): CapWords | undefined {
  const found = placesOf(tables, nodes).flatMap((place) => {
    const limits = [...limitsIn(place.text), ...limitsIn(place.text, { name: true })];
    const isIt = ({ scope, points }: Limit) => scope === 'block' && points === cap;
    const said = limits.find((limit) => isIt(limit) && limit.sides.includes(side));
    const open = limits.find((limit) => isIt(limit) && limit.sides.length === 0);
    const limit = said ?? open;
    return limit ? [{ place, limit, isSaid: said !== undefined }] : [];
  });
  const first = found.find(({ isSaid }) => isSaid) ?? found[0];
  if (!first) return undefined;
  const { place, limit } = first;
  return { ...place, spans: [{ ...placeOf(place.text, limit), meaning: capWords(side, cap) }] };
}

/** What stands around the tables, and in cells that hold for more than one row. */
function placesOf(tables: readonly SourceTable[], nodes: StandardDraft['nodes']): Place[] {
  const scored = new Set(
    allNodes(nodes).flatMap(({ kind, sourceRows }) =>
      kind === 'section' ? [] : sourceRows.map(({ table, row }) => `${table}:${row}`),
    ),
  );
  return tables.flatMap(({ id, before = [], after = [], cells }) => [
    ...[...before, ...after].map((text) => ({ table: id, text })),
    // What stands in one row alone limits that row.
    ...cells
      .filter(({ row, rowSpan }) => rowSpan > 1 || !scored.has(`${id}:${row + 1}`))
      .map(({ row, column, text }) => ({ table: id, text, cell: { row: row + 1, column: column + 1 } })),
  ]);
}

/** Where the original draws the line at `points`; undefined where it was not read there. */
export function lineWordsIn(
  tables: readonly SourceTable[],
  { nodes }: Pick<StandardDraft, 'nodes'>,
  points: Points,
): CapWords | undefined {
  for (const place of placesOf(tables, nodes)) {
    const from = place.text.search(/[^\s。；;]/);
    for (const sentence of place.text.matchAll(/[^。；;\n]+/g)) {
      if (passScoreOf([sentence[0]]) !== points) continue;
      const at = { from: Math.max(from, sentence.index), to: sentence.index + sentence[0].length };
      return { ...place, spans: [{ ...at, meaning: `推荐分数线：${showPoints(points)}分` }] };
    }
  }
  return undefined;
}

/** Where the words of a limit stand in its text, as many of them as stand there together; else all of it. */
function placeOf(text: string, { text: words }: Limit): { readonly from: number; readonly to: number } {
  const { text: flat, at } = compact(text);
  const cut = [...words].findIndex((_, index) => flat.includes(words.slice(index)));
  if (cut < 0) return { from: 0, to: text.length };
  const from = flat.indexOf(words.slice(cut));
  return { from: at[from] ?? 0, to: (at[from + words.length - cut - 1] ?? -1) + 1 };
}
