import { guessColumns, headingsOf } from '../cells/columns.ts';
import { gridOf } from '../cells/grid.ts';
import type { ColumnMap } from '../column-map.ts';
import type { SourceTable } from '../source-table.ts';
import { withHandworkOfBefore } from './corrections.ts';
import { handworkOf, readAnew } from './import-state.ts';
import type { ImportState } from './schema.ts';

/** What an earlier table was made into. */
interface Before {
  readonly tables: readonly SourceTable[];
  readonly state: ImportState;
}

/** Whether the tables are another filling, or edition, of the form of earlier ones: those that were taken have their columns again. */
export function isFormOf(tables: readonly SourceTable[]): (before: Before) => boolean {
  const guessed = guessesOf(tables);
  return (before) => partnersIn(guessed, before) !== undefined;
}

export interface TakenOver {
  readonly state: ImportState;
  /** Corrections of before that hold here as well. */
  readonly kept: number;
  /** Those that do not, in words. */
  readonly left: readonly string[];
}

/** Reads the tables by what was set of those of before, with what was put right by hand there; undefined where they are no such tables. */
export function takenOver(
  tables: readonly SourceTable[],
  state: ImportState,
  before: Before,
): TakenOver | undefined {
  const partners = partnersIn(guessesOf(tables), before);
  if (!partners) return undefined;
  const settings: ImportState = {
    ...state,
    chosen: tables.flatMap(({ id }) => (partners.some(({ table }) => table.id === id) ? [id] : [])),
    maps: { ...state.maps, ...Object.fromEntries(partners.map(({ table, map }) => [table.id, map])) },
    appliesTo: Object.fromEntries(
      partners.flatMap(({ table, was }) => {
        const units = before.state.appliesTo[was];
        return units ? [[table.id, units]] : [];
      }),
    ),
  };
  const read = { ...settings, ...readAnew(tables, settings), edited: false };
  const hand = handworkOf(before.tables, before.state);
  if (!hand || !read.draft) return { state: read, kept: 0, left: [] };
  const { draft, kept, left } = withHandworkOfBefore(read.draft, hand);
  return { state: { ...read, draft, edited: true }, kept, left };
}

interface Partner {
  readonly table: SourceTable;
  readonly map: ColumnMap;
  /** Id of the table of before. */
  readonly was: string;
}

type Guessed = Pick<Partner, 'table' | 'map'>;

function guessesOf(tables: readonly SourceTable[]): readonly Guessed[] {
  return tables.map((table) => ({ table, map: guessColumns(table) }));
}

function partnersIn(guessed: readonly Guessed[], before: Before): readonly Partner[] | undefined {
  const open = [...guessed];
  const partners = before.tables
    .filter(({ id }) => before.state.chosen.includes(id))
    .map((was): Partner | undefined => {
      const map = before.state.maps[was.id];
      const at = map ? open.findIndex((each) => sameHeadings(each.table, each.map, { table: was, map })) : -1;
      const [found] = at < 0 ? [] : open.splice(at, 1);
      return found && map && { table: found.table, map: { ...found.map, roles: map.roles }, was: was.id };
    });
  const all = partners.flatMap((each) => each ?? []);
  return all.length > 0 && all.length === partners.length ? all : undefined;
}

function sameHeadings(
  table: SourceTable,
  map: ColumnMap,
  was: { readonly table: SourceTable; readonly map: ColumnMap },
): boolean {
  if (table.columns !== was.table.columns) return false;
  const [now, before] = [headingsOf(gridOf(table), map), headingsOf(gridOf(was.table), was.map)];
  return now.some((text) => text !== '') && now.join('\n') === before.join('\n');
}
