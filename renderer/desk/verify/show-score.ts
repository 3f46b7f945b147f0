import { type Points, showPoints } from '../../../shared/values/points.ts';

/** "+1.5", "−2", "0": a difference in points. */
export function showSigned(points: Points): string {
  if (points === 0) return '0';
  return `${points > 0 ? '+' : '−'}${showPoints(Math.abs(points))}`;
}
