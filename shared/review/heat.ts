import * as z from 'zod';
import { fraction, roundHalfUp } from '../values/fraction.ts';
import { percentSchema, pointsSchema } from '../values/points.ts';
import type { ItemResult } from '../scoring/types.ts';
import type { Section, Standard } from '../standard/schema.ts';

/** What one unit lost on one item, kept with the package so that the batch can be added up without opening it. */
export const itemLossSchema = z.object({
  code: z.string(),
  fullScore: pointsSchema,
  lost: pointsSchema,
});
export type ItemLoss = z.output<typeof itemLossSchema>;

/** Where the batch loses points: what the office should train next year. */
export const heatTableSchema = z.object({
  units: z.int(),
  rows: z.array(
    z.object({
      kind: z.enum(['section', 'item']),
      code: z.string(),
      title: z.string(),
      depth: z.int(),
      /** Units that the item was judged for. */
      units: z.int(),
      /** Units that lost something. */
      losing: z.int(),
      /** Points lost in all, and hundredths of a percent of the points that could be had. */
      lost: pointsSchema,
      share: percentSchema,
    }),
  ),
});
export type HeatTable = z.output<typeof heatTableSchema>;
type Row = HeatTable['rows'][number];

/** Items that were judged: unscored ones and those left out as not applicable lose nothing. */
export function lossesOf(items: readonly ItemResult[]): ItemLoss[] {
  return items
    .filter(({ state, lost }) => state === 'scored' || lost > 0)
    .map(({ code, fullScore, lost }) => ({ code, fullScore, lost: Math.max(lost, 0) }));
}

/** Adds up the losses of a batch over the standard's tree. */
export function heatTable(standard: Standard, batch: readonly (readonly ItemLoss[])[]): HeatTable {
  const sums = new Map<string, Sum>();
  for (const losses of batch) {
    for (const { code, fullScore, lost } of losses) {
      const sum = sums.get(code) ?? NOTHING;
      sums.set(code, {
        units: sum.units + 1,
        losing: sum.losing + (lost > 0 ? 1 : 0),
        lost: sum.lost + lost,
        full: sum.full + fullScore,
      });
    }
  }
  return { units: batch.length, rows: standard.sections.flatMap((section) => below(section, 0, sums).rows) };
}

interface Sum {
  readonly units: number;
  readonly losing: number;
  readonly lost: number;
  readonly full: number;
}
const NOTHING: Sum = { units: 0, losing: 0, lost: 0, full: 0 };

function below(section: Section, depth: number, sums: ReadonlyMap<string, Sum>): { rows: Row[]; sum: Sum } {
  const items = section.items.map((item) => {
    const sum = sums.get(item.code) ?? NOTHING;
    return { rows: [row('item', item, depth + 1, sum)], sum };
  });
  const parts = [...items, ...section.sections.map((each) => below(each, depth + 1, sums))];
  const sum = parts.reduce(
    (all, part) => ({
      units: Math.max(all.units, part.sum.units),
      losing: Math.max(all.losing, part.sum.losing),
      lost: all.lost + part.sum.lost,
      full: all.full + part.sum.full,
    }),
    NOTHING,
  );
  return { rows: [row('section', section, depth, sum), ...parts.flatMap(({ rows }) => rows)], sum };
}

function row(
  kind: Row['kind'],
  { code, title }: { code: string; title: string },
  depth: number,
  { units, losing, lost, full }: Sum,
): Row {
  const share = full === 0 ? 0 : roundHalfUp(fraction(BigInt(lost) * 10_000n, full));
  return { kind, code, title, depth, units, losing, lost, share };
}
