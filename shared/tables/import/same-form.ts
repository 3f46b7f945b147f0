import { plainText } from '../../values/pair.ts';
import { guessColumns } from '../cells/columns.ts';
import { allNodes } from '../draft/nodes.ts';
import type { MappedTable } from '../mapped-table.ts';
import type { SourceTable } from '../source-table.ts';
import type { DraftNode } from '../standard-draft.ts';
import { carriedIdentity } from './carried-identity.ts';
import { withHandworkOfBefore } from './corrections.ts';
import { handworkOf, readAnew, readChosen } from './import-state.ts';
import { looksScoring, proposeImport } from './proposal.ts';
import type { ImportState } from './schema.ts';
import { hasSameHeadings, likenessOf, pairTables, type TablePair } from './table-pairs.ts';

/** What an earlier table was made into. */
export interface Before {
  readonly tables: readonly SourceTable[];
  readonly state: ImportState;
}

/** How alike an earlier form is, 0 to 1, by what its tables say; undefined where none that was taken has its columns again. */
export function likenessOfForm(tables: readonly SourceTable[]): (before: Before) => number | undefined {
  const now = tables.map((table) => ({ table, map: guessColumns(table) }));
  return (before) =>
    isSameForm(pairTables(mappedOf(before), now), before) ? likenessOf(before.tables, tables) : undefined;
}

export interface TakenOver {
  readonly state: ImportState;
  /** Corrections of before that hold here as well. */
  readonly kept: number;
  /** Those that do not, in words. */
  readonly left: readonly string[];
}

/**
 * Reads the tables by what was set of those of before, with what was put right by hand there; undefined where they are no
 * such tables. A table that before had not, or had with other columns, stays as it is taken and read now, and is asked about.
 */
export function takenOver(
  tables: readonly SourceTable[],
  state: ImportState,
  before: Before,
): TakenOver | undefined {
  const now = mappedOf({ tables, state });
  const pairs = pairTables(mappedOf(before), now);
  if (!isSameForm(pairs, before)) return undefined;
  const wasTaken = ({ was }: TablePair) => before.state.chosen.includes(was.table.id);
  const known = pairs.filter(({ hasSameColumns }) => hasSameColumns);
  const knownOf = (id: string) => known.find((pair) => pair.now.table.id === id);
  const isTaken = (id: string): boolean => {
    const pair = knownOf(id);
    return pair ? wasTaken(pair) : state.chosen.includes(id);
  };
  const taken = mappedOf(before).filter(({ table }) => before.state.chosen.includes(table.id));
  const maps = now.map(({ table, map }) => {
    const like = knownOf(table.id)?.was ?? taken.find((was) => hasSameHeadings(was, { table, map }));
    return [table.id, like ? { ...map, roles: like.map.roles } : map] as const;
  });
  const proposal = proposeImport(tables);
  const settings: ImportState = {
    ...state,
    chosen: tables.flatMap(({ id }) => (isTaken(id) ? [id] : [])),
    maps: { ...state.maps, ...Object.fromEntries(maps) },
    appliesTo: Object.fromEntries(
      tables.flatMap(({ id }) => {
        const pair = pairs.find((each) => each.now.table.id === id);
        const units = pair ? before.state.appliesTo[pair.was.table.id] : state.appliesTo[id];
        return units ? [[id, units]] : [];
      }),
    ),
    unlike: tables.flatMap(({ id }) =>
      !knownOf(id) && (state.chosen.includes(id) || looksScoring(proposal, id)) ? [id] : [],
    ),
  };
  const { identity, ...whole } = carriedIdentity({ tables, state }, before, settings);
  const read = { ...settings, ...readAnew(tables, settings), identity, edited: false };
  const hand = handworkOf(before.tables, before.state);
  if (!hand || !read.draft) return { state: read, ...whole };
  const aside = rowsAside(tables, read);
  const { draft, kept, left } = withHandworkOfBefore(read.draft, hand, (node) => placeAside(aside, node));
  return {
    state: { ...read, draft, edited: true },
    kept: kept + whole.kept,
    left: [...whole.left, ...left],
  };
}

function mappedOf({ tables, state }: Before): MappedTable[] {
  return tables.map((table) => ({ table, map: state.maps[table.id] ?? guessColumns(table) }));
}

function isSameForm(pairs: readonly TablePair[], { state }: Before): boolean {
  return pairs.some(({ was, hasSameColumns }) => hasSameColumns && state.chosen.includes(was.table.id));
}

interface Aside {
  readonly table: SourceTable;
  readonly nodes: readonly DraftNode[];
}

/** What the tables that are not taken would be read as. */
function rowsAside(tables: readonly SourceTable[], { chosen, maps }: ImportState): readonly Aside[] {
  return tables
    .filter(({ id }) => !chosen.includes(id))
    .map((table) => ({
      table,
      nodes: allNodes(readChosen([table], { chosen: [table.id], maps, appliesTo: {} }).nodes),
    }));
}

function placeAside(aside: readonly Aside[], { title }: DraftNode): string | undefined {
  const found = aside.find(({ nodes }) => nodes.some((node) => plainText(node.title) === plainText(title)));
  return found && `在没有选用的表“${found.table.name}”里`;
}
