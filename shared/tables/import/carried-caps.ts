import { CAP_LABELS, CAP_SIDES, type Capped, capOf, hasBlock, withCap } from '../draft/block-caps.ts';
import type { StandardDraft } from '../standard-draft.ts';

interface Carried {
  readonly draft: StandardDraft;
  readonly kept: number;
  /** In words, those that do not hold any more. */
  readonly left: readonly string[];
}

/** Caps that were put right by hand, in another reading: in that of another edition where it reads what was read before. */
export function carriedCaps(
  fresh: StandardDraft,
  { was, mine }: { readonly was: Capped; readonly mine: Capped },
  isSameFile: boolean,
): Carried {
  let draft = fresh;
  let kept = 0;
  const left: string[] = [];
  for (const side of CAP_SIDES) {
    const [read, set, now] = [was, mine, fresh].map((each) => capOf(each, side));
    if (read === set) continue;
    const why = isSameFile
      ? undefined
      : !hasBlock(fresh, side)
        ? `新的表里没有${side === 'bonus' ? '加分' : '扣分'}`
        : now !== read && now !== set
          ? '原文改了，按新的读取'
          : undefined;
    if (why !== undefined) {
      left.push(`${CAP_LABELS[side]}：${why}`);
      continue;
    }
    draft = withCap(draft, side, set);
    kept += 1;
  }
  return { draft, kept, left };
}
