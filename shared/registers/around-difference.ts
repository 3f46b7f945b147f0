/** So much is shown before that wherein two texts differ. */
const BEFORE = 20;

/** Two texts, longer ones cut to `length` characters, in which the first place where they differ is in sight. */
export function aroundDifference(from: string, to: string, length: number): readonly [string, string] {
  const [mine, theirs] = [[...from], [...to]];
  const differing = mine.findIndex((each, at) => each !== theirs[at]);
  const at = differing === -1 ? mine.length : differing;
  const start = at > length / 2 ? Math.max(0, at - BEFORE) : 0;
  const isLong = Math.max(mine.length, theirs.length) > length;
  const part = (letters: readonly string[]): string => {
    const end = start + length;
    return `${start > 0 ? '…' : ''}${letters.slice(start, end).join('')}${letters.length > end ? '…' : ''}`;
  };
  return isLong ? [part(mine), part(theirs)] : [from, to];
}
