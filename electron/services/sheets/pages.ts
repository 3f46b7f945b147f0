/** Rows that belong together: an item with its evidence rows, a subtotal. */
export interface RowGroup {
  readonly first: number;
  readonly last: number;
  /** In points. */
  readonly height: number;
  /** What the first group of a section must find free below it, for the section's title beside it. */
  readonly needs?: number;
  /** A subtotal or total: never alone on a page, it stays with the group before it. */
  readonly sum?: boolean;
}

/**
 * Rows (their numbers) after which a page ends, so that no group is cut in two; a group higher than a page
 * starts on a new one and flows on. Heights in points; `first` is what the first page offers, `later` the others.
 */
export function pageBreaks(
  groups: readonly RowGroup[],
  { first, later }: { first: number; later: number },
): number[] {
  const breaks: number[] = [];
  let left = first;
  let fresh = true;
  for (const [index, group] of groups.entries()) {
    if (!fresh && !group.sum && Math.max(heightWithSums(groups, index), group.needs ?? 0) > left) {
      breaks.push(group.first - 1);
      left = later;
    }
    left -= group.height;
    while (left < 0) left += later;
    fresh = false;
  }
  return breaks;
}

function heightWithSums(groups: readonly RowGroup[], index: number): number {
  const after = groups.slice(index + 1);
  const end = after.findIndex(({ sum }) => !sum);
  return after
    .slice(0, end === -1 ? undefined : end)
    .reduce((height, group) => height + group.height, groups[index]?.height ?? 0);
}
