import { useMemo } from 'react';
import type { CapWords } from '../../../shared/tables/draft/cap-words.ts';
import { allNodes } from '../../../shared/tables/draft/nodes.ts';
import { byHand, type ByHand } from '../../../shared/tables/import/by-hand.ts';
import { type FinalCell, finalCells, traceOf } from '../../../shared/tables/import/traced-cells.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import type { DraftNode, StandardDraft } from '../../../shared/tables/standard-draft.ts';
import { useReading } from '../use-reading.ts';
import { useDraft, useWizard } from '../use-wizard.ts';

/** Of a cell in the tables taken: table, row and column as people count them. */
export const cellKey = ({ table, row, column }: Pick<FinalCell, 'table' | 'row' | 'column'>): string =>
  `${table}:${row}:${column}`;

/** Of a paragraph around the tables. */
export const paragraphKey = (text: string): string => `paragraph:${text}`;

export const placeOf = ({ table, cell, text }: CapWords): string =>
  cell ? cellKey({ table, ...cell }) : paragraphKey(text);

export interface Source {
  /** By `cellKey`, what became of each filled cell. */
  readonly cells: ReadonlyMap<string, FinalCell>;
  /** Those that became nothing, in their order. */
  readonly unused: readonly FinalCell[];
  /** Keys of the cells that a row was read from. */
  readonly cellsOf: (node: DraftNode) => ReadonlySet<string>;
  readonly nodeOf: (cell: FinalCell) => DraftNode | undefined;
  /** The row that a paragraph beside the tables became: of several the one at hand, else the first. */
  readonly nodeOfText: (paragraph: string, at?: string) => DraftNode | undefined;
  readonly hand: ByHand;
  /** As it was read. */
  readonly read: readonly DraftNode[];
}

/** What stands where in the original; undefined where the draft is of another reading, or of no table. */
export function useSource(): Source | undefined {
  const { tables } = useWizard();
  const draft = useDraft();
  const reading = useReading();
  const trace = useMemo(() => reading && traceOf(reading, tables), [reading, tables]);
  return useMemo(
    () => (reading && trace ? sourceOf({ reading, trace, draft, tables }) : undefined),
    [reading, trace, draft, tables],
  );
}

interface Given {
  readonly reading: StandardDraft;
  readonly trace: ReturnType<typeof traceOf>;
  readonly draft: StandardDraft;
  readonly tables: readonly SourceTable[];
}

export function sourceOf(given: Given): Source {
  const { reading, draft } = given;
  return { ...placesOf(given), hand: byHand(reading, draft), read: reading.nodes };
}

type Places = Pick<Source, 'cells' | 'unused' | 'cellsOf' | 'nodeOf' | 'nodeOfText'>;

/** By the reading: a row that was looked at stands where it stood, in a table of thousands. */
const latest = new WeakMap<
  StandardDraft,
  { readonly nodes: readonly DraftNode[]; readonly places: Places }
>();

function placesOf({ reading, trace, draft, tables }: Given): Places {
  const nodes = allNodes(draft.nodes);
  const known = latest.get(reading);
  if (known && isPlacedAlike(known.nodes, nodes)) return known.places;
  const all = finalCells(reading, draft, tables);
  const rowsOf = new Map(
    nodes.map(({ id, sourceRows }) => [id, new Set(sourceRows.map(({ table, row }) => `${table}:${row}`))]),
  );
  const ofParagraphs = readFromParagraphs(reading, nodes);
  const places: Places = {
    cells: new Map(all.map((cell) => [cellKey(cell), cell])),
    unused: all.filter(({ field, isDeleted }) => field === 'none' || isDeleted),
    cellsOf: (node) => new Set(trace(node, draft).map(cellKey)),
    nodeOf: ({ table, row, code }) => {
      const inRow = nodes.filter(({ id }) => rowsOf.get(id)?.has(`${table}:${row}`));
      const named = code.split('、');
      const isNamed = (node: DraftNode) => named.includes(node.code);
      return inRow.find(isNamed) ?? nodes.find(isNamed) ?? inRow[0];
    },
    nodeOfText: (paragraph, at) => {
      const said = ofParagraphs.filter(({ words }) => paragraph.includes(words));
      return (said.find(({ node }) => node.id === at) ?? said[0])?.node;
    },
  };
  latest.set(reading, { nodes, places });
  return places;
}

/** Nothing differs but what was decided of rules, and other fields that no cell is found by. */
function isPlacedAlike(before: readonly DraftNode[], now: readonly DraftNode[]): boolean {
  const placeOf = ({ id, kind, code, title, criterion, sourceRows, appliesTo, children }: DraftNode) =>
    JSON.stringify([id, kind, code, title, criterion, sourceRows, appliesTo, children.length]);
  return (
    before.length === now.length &&
    now.every((node, at) => {
      const was = before[at];
      return was === node || (was !== undefined && placeOf(was) === placeOf(node));
    })
  );
}

/** The rows that no cell says, by the words that they were read from: vetoes in paragraphs. */
function readFromParagraphs(
  reading: StandardDraft,
  nodes: readonly DraftNode[],
): readonly { readonly node: DraftNode; readonly words: string }[] {
  const now = new Map(nodes.map((node) => [node.id, node]));
  return allNodes(reading.nodes).flatMap(({ id, kind, criterion, sourceRows }) => {
    const node = now.get(id);
    const isOfText = node && kind === 'veto' && sourceRows.length === 0 && criterion !== '';
    const [words = ''] = criterion.split(/\n\s*\n/).sort((a, b) => b.length - a.length);
    return isOfText ? [{ node, words: words.trim() }] : [];
  });
}
