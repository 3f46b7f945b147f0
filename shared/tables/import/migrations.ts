type Stored = Readonly<Record<string, unknown>>;

interface StoredSum {
  readonly table: string;
  readonly row: number;
  readonly section?: string;
}
interface StoredNode {
  readonly code: string;
  readonly kind: string;
  readonly children: readonly StoredNode[];
  readonly sourceRows: readonly { readonly table: string; readonly row: number }[];
}

/** 1 -> 2: one tick for the whole text has named none of its parts. */
export function withoutOneTick({ identity, ...stored }: Stored): Stored {
  const rest = Object.entries(identity as Stored).filter(([key]) => key !== 'checked');
  return { ...stored, identity: { ...Object.fromEntries(rest), ticked: [], facts: [] } };
}

/** 2 -> 3: a sum names the rows that it adds up, a warning its column, and cells are told (anew at the next reading). */
export function withRowsOfSums({ draft, ...stored }: Stored): Stored {
  if (draft === undefined) return stored;
  const { sums, warnings, nodes, ...rest } = draft as {
    readonly sums: readonly StoredSum[];
    readonly warnings: readonly Stored[];
    readonly nodes: readonly StoredNode[];
  };
  return {
    ...stored,
    draft: {
      ...rest,
      nodes,
      cells: [],
      sums: sums.map(({ section = '', ...sum }) => ({
        ...sum,
        ...(section === '' ? { from: 1, to: LAST } : rangeOf(section, sum.table, nodes)),
        counts: 'items',
        whole: section === '',
        overAll: false,
      })),
      warnings: [
        ...warnings.map((warning) => ({ ...warning, column: 0 })),
        ...(stored.kind === 'copy' ? [] : [READ_BEFORE]),
      ],
    },
  };
}

/** 6 -> 7: whoever ticked 加分 or 扣分 has not seen the cap of all of it, which is stated since. */
export function withoutTicksOfCapped({ identity, ...stored }: Stored): Stored {
  const { ticked, ...rest } = identity as Stored;
  const isSeen = (tick: string) => !/ {2}(?:bonus|penalty)$/.test(tick);
  return { ...stored, identity: { ...rest, ticked: (ticked as readonly string[]).filter(isSeen) } };
}

/** What was read before may lack cells that are read now: nobody may be told that all were read. */
const READ_BEFORE = {
  ...{ code: 'readBefore', table: '', row: 0, column: 0 },
  message: '这次导入是以前的版本读取的，没有逐格核对',
};

/** More rows than a table may have. */
const LAST = 1_000_000;

function rangeOf(section: string, table: string, nodes: readonly StoredNode[]): { from: number; to: number } {
  const node = flat(nodes).find(({ kind, code }) => kind === 'section' && code === section);
  const rows = flat(node ? [node] : []).flatMap(({ sourceRows }) =>
    sourceRows.flatMap((source) => (source.table === table ? [source.row] : [])),
  );
  return rows.length === 0 ? { from: 0, to: 0 } : { from: Math.min(...rows), to: Math.max(...rows) };
}

function flat(nodes: readonly StoredNode[]): StoredNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}
