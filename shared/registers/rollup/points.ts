import type { Points } from '../../values/points.ts';
import type { PointEntry, PointKind } from './schema.ts';

/** Only these two move points: with 督查 or 通报 no document says which way. */
export function bearsPoints(kind: PointKind): kind is '考核加分' | '考核扣分' {
  return kind === '考核加分' || kind === '考核扣分';
}

export interface UnitPoints {
  readonly unit: string;
  readonly entries: number;
  readonly plus: Points;
  readonly minus: Points;
  /** Entries that move points and have no number yet. */
  readonly open: number;
}

/** What was entered for each unit, in the order of their first entries. */
export function pointsByUnit(points: readonly PointEntry[]): UnitPoints[] {
  const byUnit = new Map<string, UnitPoints>();
  for (const { unit, kind, points: worth } of points) {
    const sum = byUnit.get(unit) ?? { unit, entries: 0, plus: 0, minus: 0, open: 0 };
    byUnit.set(unit, {
      ...{ unit, entries: sum.entries + 1 },
      plus: sum.plus + (kind === '考核加分' ? (worth ?? 0) : 0),
      minus: sum.minus + (kind === '考核扣分' ? (worth ?? 0) : 0),
      open: sum.open + (bearsPoints(kind) && worth === undefined ? 1 : 0),
    });
  }
  return [...byUnit.values()];
}
