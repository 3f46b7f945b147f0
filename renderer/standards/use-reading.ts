import { useMemo } from 'react';
import { byHand, type ByHand, type Lines } from '../../shared/tables/import/by-hand.ts';
import { headOf } from '../../shared/tables/import/head.ts';
import { readChosen, readingKey } from '../../shared/tables/import/import-state.ts';
import {
  type ImportProposal,
  hasPoints,
  looksScoring,
  proposeImport,
} from '../../shared/tables/import/proposal.ts';
import type { ImportState } from '../../shared/tables/import/schema.ts';
import { isReadingOf, isRestructured } from '../../shared/tables/import/traced-cells.ts';
import type { SourceTable } from '../../shared/tables/source-table.ts';
import type { StandardDraft } from '../../shared/tables/standard-draft.ts';
import { sortedJson } from '../../shared/values/sorted-json.ts';
import { useWizard } from './use-wizard.ts';

type Reading = Pick<ImportState, 'chosen' | 'maps' | 'appliesTo'>;

// Each step asks for the same reading; a long table takes a second.
const latest = new WeakMap<readonly SourceTable[], { readonly key: string; readonly draft: StandardDraft }>();

/** The tables as these settings read them, rows and cells with them. */
export function readingOf(tables: readonly SourceTable[], settings: Reading): StandardDraft {
  const key = readingKey(settings);
  const known = latest.get(tables);
  if (known?.key === key) return known.draft;
  const draft = readChosen(tables, settings);
  latest.set(tables, { key, draft });
  return draft;
}

/**
 * The reading that the draft at hand was made of, with its rows and cells, which are not stored. Undefined for a copied
 * standard, and where the draft is of another reading: by other columns, or by a version before.
 */
export function readingFor(
  tables: readonly SourceTable[],
  {
    kind,
    chosen,
    maps,
    appliesTo,
    draftKey,
    draft,
  }: Pick<ImportState, 'kind' | 'draftKey' | 'draft'> & Reading,
): StandardDraft | undefined {
  const settings = { chosen, maps, appliesTo };
  if (kind === 'copy' || !draft || draftKey !== readingKey(settings)) return undefined;
  const read = readingOf(tables, settings);
  return isReadingOf(read, draft) ? read : undefined;
}

export function useReading(): StandardDraft | undefined {
  const { tables, state } = useWizard();
  const { kind, chosen, maps, appliesTo, draftKey, draft } = state;
  return useMemo(
    () => readingFor(tables, { kind, chosen, maps, appliesTo, draftKey, draft }),
    [tables, kind, chosen, maps, appliesTo, draftKey, draft],
  );
}

/** What was put right by hand since the tables were read as they are set; undefined where that reading is not at hand. */
export function useByHand(): ByHand | undefined {
  const { draft } = useWizard().state;
  const reading = useReading();
  const lines = useLines(reading);
  return useMemo(
    () => (reading && draft ? byHand(reading, draft, lines) : undefined),
    [reading, draft, lines],
  );
}

/** The line that the original draws, as it was read, and the one at hand. */
export function useLines(reading: StandardDraft | undefined): Lines | undefined {
  const { tables, state } = useWizard();
  const { chosen, identity } = state;
  const read = useMemo(() => {
    const taken = tables.filter(({ id }) => chosen.includes(id));
    return reading && headOf(reading, taken, tables);
  }, [reading, tables, chosen]);
  const mine = identity.passScore;
  return useMemo(() => read && { read: read.passScore, mine }, [read, mine]);
}

/** What was changed by hand in 结构, or gone back to, and whether it is of this reading or one by other columns. */
export interface Changed {
  readonly of: 'this' | 'other';
  readonly nodes: StandardDraft['nodes'];
}

export function useChanged(): Changed | undefined {
  const { draft, edited } = useWizard().state;
  const reading = useReading();
  return useMemo(() => {
    if (!draft || !edited) return undefined;
    if (!reading) return { of: 'other', nodes: draft.nodes };
    return isRestructured(reading, draft) ? { of: 'this', nodes: draft.nodes } : undefined;
  }, [draft, edited, reading]);
}

const proposals = new WeakMap<readonly SourceTable[], ImportProposal>();

/** What is taken of these tables where nobody has chosen. */
export function proposalOf(tables: readonly SourceTable[]): ImportProposal {
  const known = proposals.get(tables) ?? proposeImport(tables);
  proposals.set(tables, known);
  return known;
}

/** The tables taken that were left out as no scoring tables, where nobody has set their columns so that they score. */
export function useNotScoring(): readonly SourceTable[] {
  const { tables, state } = useWizard();
  const { chosen, maps } = state;
  return useMemo(() => {
    const proposal = proposalOf(tables);
    const doubtful = proposal.leftOut.flatMap(({ table, isScoring }) => (isScoring ? [] : [table]));
    return tables.filter((table) => {
      const map = maps[table.id];
      if (!map || !doubtful.includes(table.id) || !chosen.includes(table.id)) return false;
      const isSet = sortedJson(map) !== sortedJson(proposal.maps[table.id]);
      return !isSet || !hasPoints(table, map);
    });
  }, [tables, chosen, maps]);
}

/** The tables with words in them that were left out as none to score by, unless they are asked about otherwise. */
export function useLeftOut(): readonly SourceTable[] {
  const { tables, state } = useWizard();
  const { chosen, unlike } = state;
  return useMemo(() => {
    const { leftOut } = proposalOf(tables);
    const isOut = (id: string) => leftOut.some(({ table, isScoring }) => table === id && !isScoring);
    return tables.filter(
      ({ id, cells }) =>
        isOut(id) &&
        !chosen.includes(id) &&
        !unlike?.includes(id) &&
        cells.some(({ text }) => text.trim() !== ''),
    );
  }, [tables, chosen, unlike]);
}

/** The tables that score, give or take points, or bar, and are not taken. */
export function useNotTaken(): readonly SourceTable[] {
  const { tables, state } = useWizard();
  const { chosen } = state;
  return useMemo(
    () => tables.filter(({ id }) => !chosen.includes(id) && looksScoring(proposalOf(tables), id)),
    [tables, chosen],
  );
}
