import type { SourceTable } from '../source-table.ts';

/** Whether a table stands in one cell of another one, which says all of its words. A page that is laid out by a table has fewer cells than what it holds. */
export function isWithin({ cells }: SourceTable, other: SourceTable): boolean {
  const words = cells.map(({ text }) => bare(text)).filter((text) => text !== '');
  if (words.length === 0 || other.cells.length <= cells.length) return false;
  return other.cells.some(({ text }) => holdsInOrder(bare(text), words));
}

function holdsInOrder(text: string, words: readonly string[]): boolean {
  let at = 0;
  return words.every((word) => {
    const found = text.indexOf(word, at);
    at = found + word.length;
    return found >= 0;
  });
}

const bare = (text: string): string => text.replace(/\s+/gu, '');
