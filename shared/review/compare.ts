import * as z from 'zod';
import type { Assessment } from '../assessment/schema.ts';
import { pointsSchema, signedPointsSchema } from '../values/points.ts';
import type { ItemResult, ScoreReport } from '../scoring/types.ts';
import { comparedLedger } from './ledger.ts';
import type { Standard } from '../standard/schema.ts';
import type { Review } from './schema.ts';
import { verifyScore } from './verified-score.ts';

const cellSchema = z.object({
  /** Absent in a unit whose standard or category lacks the item. */
  fullScore: pointsSchema,
  /** Absent while unscored. */
  self: signedPointsSchema.optional(),
  verified: signedPointsSchema.optional(),
  /** How the score came about, verified where there is one; '' for a section. */
  explanation: z.string(),
});

/** Units side by side: columns and, in the same order, the cells of each row (null: the unit lacks it). */
export const comparisonSchema = z.object({
  columns: z.array(
    z.object({
      title: z.string(),
      self: signedPointsSchema,
      verified: signedPointsSchema.optional(),
      standard: z.string(),
    }),
  ),
  rows: z.array(
    z.object({
      /** `sum`: a line of how the total comes about, the total included. */
      kind: z.enum(['section', 'item', 'bonus', 'penalty', 'sum']),
      code: z.string(),
      title: z.string(),
      /** 0 for a top-level section. */
      depth: z.int(),
      cells: z.array(cellSchema.nullable()),
      differs: z.boolean(),
    }),
  ),
});
export type Comparison = z.output<typeof comparisonSchema>;
type Row = Comparison['rows'][number];
type Cell = z.output<typeof cellSchema>;
/** A row of one unit alone. */
type OwnRow = Omit<Row, 'cells' | 'differs'> & { readonly cell: Cell };

/** One column: a unit, or one of its revisions. */
export interface Compared {
  readonly title: string;
  readonly standard: Standard;
  readonly assessment: Assessment;
  readonly review: Review;
}

/** Item by item, in the order of the first unit's standard; what only later ones have comes after. */
export function compareUnits(units: readonly Compared[]): Comparison {
  const columns = units.map((unit) => ({ unit, verified: verifyScore(unit.standard, unit) }));
  const own = columns.map(
    ({ verified: { self, report, pending } }) =>
      new Map(rowsOf(self, report, new Set(pending)).map((row) => [`${row.kind} ${row.code}`, row])),
  );
  const rows = new Map(own.flatMap((each) => [...each]).reverse());
  const order = [...new Set(own.flatMap((each) => [...each.keys()]))];
  return {
    columns: columns.map(({ unit, verified }) => ({
      title: unit.title,
      self: verified.self.total,
      verified: verified.verifiedScore,
      standard: `${unit.standard.title}（${unit.standard.edition}）`,
    })),
    rows: order.flatMap((place): Row[] => {
      const row = rows.get(place);
      if (!row) return [];
      const cells = own.map((each) => each.get(place)?.cell ?? null);
      const { kind, code, title, depth } = row;
      return [{ kind, code, title, depth, cells, differs: new Set(cells.map(counted)).size > 1 }];
    }),
  };
}

/** What is compared: the verified score where there is one. */
function counted(cell: Cell | null): number | undefined {
  return cell?.verified ?? cell?.self;
}

function rowsOf(self: ScoreReport, verified: ScoreReport, pending: ReadonlySet<string>): OwnRow[] {
  const results = new Map(verified.items.map((item) => [item.code, item]));
  const itemRow = (item: ItemResult, depth: number): OwnRow => {
    const found = pending.has(item.code) ? undefined : results.get(item.code);
    return {
      kind: 'item',
      code: item.code,
      title: item.title,
      depth,
      cell: {
        fullScore: item.fullScore,
        self: item.state === 'unscored' ? undefined : item.score,
        verified: found?.score,
        explanation: (found ?? item).explanation,
      },
    };
  };
  const sectionRows = (
    sections: ScoreReport['sections'],
    others: ScoreReport['sections'],
    depth: number,
  ): OwnRow[] =>
    sections.flatMap((section, index) => {
      const other = others[index];
      const open = other === undefined || other.unscored > 0;
      return [
        {
          kind: 'section' as const,
          code: section.code,
          title: section.title,
          depth,
          cell: {
            fullScore: section.fullScore,
            self: section.score,
            verified: open ? undefined : other.score,
            explanation: '',
          },
        },
        ...section.items.map((item) => itemRow(item, depth + 1)),
        ...sectionRows(section.sections, other?.sections ?? [], depth + 1),
      ];
    });
  const blockRows = (kind: 'bonus' | 'penalty'): OwnRow[] =>
    (self[kind]?.entries ?? []).map((entry, index) => {
      const other = pending.has(entry.code) ? undefined : verified[kind]?.entries[index];
      return {
        kind,
        code: entry.code,
        title: entry.title,
        depth: 0,
        cell: {
          fullScore: 0,
          self: entry.score,
          verified: other?.score,
          explanation: (other ?? entry).explanation,
        },
      };
    });
  return [
    ...sectionRows(self.sections, verified.sections, 0),
    ...blockRows('bonus'),
    ...blockRows('penalty'),
    ...sumRows(self, verified, pending.size === 0),
  ];
}

/** What makes the total of the sections: 折算, 基础分, the blocks as their caps let them count, 总分. */
function sumRows(self: ScoreReport, verified: ScoreReport, isFinished: boolean): OwnRow[] {
  return comparedLedger(self, isFinished ? verified : undefined)
    .filter(({ kind }) => kind !== 'section')
    .map(({ kind, title, self: own, verified: found }) => ({
      kind: 'sum',
      code: kind,
      title,
      depth: 0,
      cell: {
        fullScore: kind === 'total' ? self.fullScore : 0,
        self: own,
        verified: found,
        explanation: '',
      },
    }));
}
