import { bearsPoints } from '../../../shared/registers/rollup/points.ts';
import type { PointEntry } from '../../../shared/registers/rollup/schema.ts';
import { showPoints } from '../../../shared/values/points.ts';

/** +1, -0.5, 0; '' where the office has entered none. */
export function pointWords({ kind, points }: PointEntry): string {
  if (!bearsPoints(kind) || points === undefined) return '';
  if (points === 0) return '0';
  return `${kind === '考核扣分' ? '-' : '+'}${showPoints(points)}`;
}
