import type { CollectedCase } from './schema.ts';

export interface RankedCase {
  readonly case: CollectedCase;
  /** Among those that are marked: one more than there are with a higher mark. Undefined without a mark. */
  readonly rank: number | undefined;
  /** Others have the same mark. */
  readonly isTied: boolean;
  /** Not chosen, though one with less, or without a mark, is. */
  readonly isPassedOver: boolean;
}

/** By their marks, the highest first, those without at the end; ties stay ties, in the order in which they came. */
export function rankCases(cases: readonly CollectedCase[]): RankedCase[] {
  const marks = cases.flatMap(({ mark }) => mark ?? []);
  const lowest = Math.min(...cases.filter(({ chosen }) => chosen).map(({ mark }) => mark ?? -1));
  return cases
    .map((each) => {
      const { mark, chosen } = each;
      return {
        case: each,
        rank: mark === undefined ? undefined : 1 + marks.filter((other) => other > mark).length,
        isTied: mark !== undefined && marks.filter((other) => other === mark).length > 1,
        isPassedOver: !chosen && mark !== undefined && mark > lowest,
      };
    })
    .sort((a, b) => (b.case.mark ?? -1) - (a.case.mark ?? -1));
}

/** 3, 并列2, 未评分. */
export function rankWords({ rank, isTied }: Pick<RankedCase, 'rank' | 'isTied'>): string {
  if (rank === undefined) return '未评分';
  return `${isTied ? '并列' : ''}${rank}`;
}
