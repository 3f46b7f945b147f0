import { useMemo } from 'react';
import { type ComparedPart, comparedParts, lookOf } from '../../../shared/tables/import/compare.ts';
import type { ImportState } from '../../../shared/tables/import/schema.ts';
import type { StandardDraft } from '../../../shared/tables/standard-draft.ts';
import { type DraftRow, draftRows } from '../draft-rows.ts';
import { useDraft, useWizard } from '../use-wizard.ts';

/** Of what holds for the whole: 总则. */
const GENERAL = 'general';
const NONE: ReadonlySet<string> = new Set();

/** A row that is held against the original, or 总则, which is about no row. */
export interface OriginalRow extends Omit<DraftRow, 'node'> {
  readonly node?: DraftRow['node'];
  /** Undefined: it becomes nothing of the standard. */
  readonly part: ComparedPart | undefined;
  readonly isLooked: boolean;
}

interface Compared {
  readonly parts: readonly ComparedPart[];
  readonly rows: readonly OriginalRow[];
  /** Of the rows that become something, 总则 among them. */
  readonly looked: number;
  readonly all: number;
}

/** Everything that is to be found as it is in the original, in its order. */
export function useRows(): Compared {
  const draft = useDraft();
  const { identity, looked } = useWizard().state;
  return useMemo(() => rowsOf({ draft, identity, looked }), [draft, identity, looked]);
}

export function rowsOf({
  draft,
  identity,
  looked: marks,
}: Pick<ImportState, 'identity' | 'looked'> & { readonly draft: StandardDraft }): Compared {
  const parts = comparedParts(draft, identity);
  const marked = new Set(marks);
  const partOf = new Map(parts.flatMap((part) => part.nodes.map(({ id }) => [id, part] as const)));
  const general: OriginalRow = {
    ...{ key: GENERAL, level: 1, parent: undefined, index: 0, siblings: [] },
    part: parts[0],
    isLooked: parts[0] !== undefined && identity.ticked.includes(parts[0].tick),
  };
  // A part whose order was changed since is asked about once more, at its first row.
  const moved = new Set(
    parts.flatMap(({ tick, nodes }) =>
      !identity.ticked.includes(tick) && nodes.every((node) => marked.has(lookOf(node)))
        ? (nodes[0]?.id ?? [])
        : [],
    ),
  );
  const rows = draftRows(draft.nodes, NONE).map((row): OriginalRow => {
    const part = partOf.get(row.key);
    return {
      ...row,
      part,
      isLooked: part !== undefined && marked.has(lookOf(row.node)) && !moved.has(row.key),
    };
  });
  const counted = [general, ...rows].filter(({ part }) => part !== undefined);
  const looked = counted.filter(({ isLooked }) => isLooked).length;
  return { parts, rows: [general, ...rows], looked, all: counted.length };
}

/** The next row that nobody has looked at, from behind `key` around to it. */
export function nextOpen(rows: readonly OriginalRow[], key: string): OriginalRow | undefined {
  const at = rows.findIndex((row) => row.key === key);
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(({ part, isLooked }) => part && !isLooked);
}
