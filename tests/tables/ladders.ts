import type { Points } from '../../shared/values/points.ts';
import type { Random } from './random.ts';

/** What an item is worth in each case, the best first; exactly one case holds. */
export interface Ladder {
  readonly cases: readonly string[];
  readonly points: readonly Points[];
}

const LADDERS = [
  ['10人以上', '5人以上不满10人', '不满5人'],
  ['每月一次', '每季度一次', '每年一次', '没有开展'],
  ['1000万元以上', '500万元以上不满1000万元', '不满500万元'],
  ['全部完成', '完成一半以上', '完成不到一半'],
  ['满意率95%以上', '满意率90%以上不满95%', '满意率不满90%'],
  ['3年以上', '1年以上不满3年', '不满1年'],
] as const;

export function ladderFor(full: Points, random: Random): Ladder {
  const cases = random.pick(LADDERS);
  const steps = cases.length - 1;
  const points = cases.map((_, index) => Math.floor((full * (steps - index)) / steps / 50) * 50);
  return { cases, points: points.map((each, index) => (index === 0 ? full : each)) };
}

/** 优, 良, 中, 差 of an item: falling, in half points. */
export function gradePoints(full: Points, count: number): Points[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? full : Math.floor((full * (count - index)) / (count + 1) / 50) * 50,
  );
}
