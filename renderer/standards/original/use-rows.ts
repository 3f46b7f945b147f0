import { useMemo } from 'react';
import { type CapSide, capOf } from '../../../shared/tables/draft/block-caps.ts';
import {
  type ComparedPart,
  comparedParts,
  lookOf,
  lookOfCap,
  marksOf,
} from '../../../shared/tables/import/compare.ts';
import type { ImportState } from '../../../shared/tables/import/schema.ts';
import type { Points } from '../../../shared/values/points.ts';
import type { StandardDraft } from '../../../shared/tables/standard-draft.ts';
import { type DraftRow, draftRows } from '../draft-rows.ts';
import { useDraft, useWizard } from '../use-wizard.ts';

/** Of what holds for the whole: 总则. */
const GENERAL = 'general';
const NONE: ReadonlySet<string> = new Set();

export interface BlockCap {
  readonly side: CapSide;
  /** Undefined: none. */
  readonly points: Points | undefined;
}

/** A row that is held against the original, the cap of a block, or 总则; those are about no row. */
export interface OriginalRow extends Omit<DraftRow, 'node'> {
  readonly node?: DraftRow['node'];
  readonly cap?: BlockCap;
  /** Undefined: it becomes nothing of the standard. */
  readonly part: ComparedPart | undefined;
  readonly isLooked: boolean;
}

interface Compared {
  readonly parts: readonly ComparedPart[];
  readonly rows: readonly OriginalRow[];
  /** Of the rows that become something, 总则 and caps among them. */
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
    ...{ ...APART, key: GENERAL, level: 1 },
    part: parts[0],
    isLooked: parts[0] !== undefined && identity.ticked.includes(parts[0].tick),
  };
  // A part whose order was changed since is asked about once more, at its first row.
  const moved = new Set(
    parts.flatMap((part) =>
      !identity.ticked.includes(part.tick) && marksOf(part, draft).every((mark) => marked.has(mark))
        ? (part.nodes[0]?.id ?? [])
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
  const caps = new Map(
    parts.flatMap((part) =>
      part.cap && part.nodes[0] ? [[part.nodes[0].id, { ...part, cap: part.cap }]] : [],
    ),
  );
  const all = [general, ...rows.flatMap((row) => withCap(row, caps.get(row.key), { draft, marked }))];
  const counted = all.filter(({ part }) => part !== undefined);
  const looked = counted.filter(({ isLooked }) => isLooked).length;
  return { parts, rows: all, looked, all: counted.length };
}

const APART = { parent: undefined, index: 0, siblings: [] };

/** The cap of a block below its heading, or before its first entry. */
function withCap(
  row: OriginalRow,
  part: (ComparedPart & { readonly cap: CapSide }) | undefined,
  { draft, marked }: { readonly draft: StandardDraft; readonly marked: ReadonlySet<string> },
): OriginalRow[] {
  if (!part) return [row];
  const isHead = row.node?.kind === 'section';
  const points = capOf(draft, part.cap);
  const cap: OriginalRow = {
    ...{ ...APART, key: `cap ${part.cap}`, level: row.level + (isHead ? 1 : 0) },
    ...{ cap: { side: part.cap, points }, part },
    isLooked: marked.has(lookOfCap(part.cap, points)),
  };
  return isHead ? [row, cap] : [cap, row];
}

/** The next row that nobody has looked at, from behind `key` around to it. */
export function nextOpen(rows: readonly OriginalRow[], key: string): OriginalRow | undefined {
  const at = rows.findIndex((row) => row.key === key);
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(({ part, isLooked }) => part && !isLooked);
}
