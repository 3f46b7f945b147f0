import { takesHighest } from '../rule-text/adjustment.ts';
import { givesPoints, limitsIn } from '../rule-text/limits.ts';
import { sideOfCaption } from './captions.ts';
import { isBelowSide } from './item-rows.ts';
import { sideOfHead } from './outside-entries.ts';
import type { RowFacts } from './row-facts.ts';
import type { TableState } from './table-state.ts';

/**
 * A case with its points among those of a block, below another with points of its own: each is an entry, though their
 * number and name are merged over both, or their score is. Where the score or the limit of one name is, they share it.
 */
export function isCaseBeside(state: TableState, facts: RowFacts): boolean {
  const { item } = state;
  const { criterion, content } = facts.texts;
  const side = sideOfCaption(state.table) ?? sideOfHead(state);
  const isOutside = isBelowSide(state) || side !== undefined;
  if (!item || !isOutside || !givesPoints(criterion) || !givesPoints(item.scorings)) return false;
  // A page break has cut a sentence in two.
  if (!/[。；;分）)]$/.test(item.scorings.trim())) return false;
  const isNamed = facts.levels.length > 0 || content !== '' || (facts.numbering && facts.numbersRow);
  if (isNamed) return facts.scoreFromAbove;
  return facts.isHeldName && !facts.scoreFromAbove && !speaksOfAll(facts);
}

/** A remark merged over them takes them together: 按最高分计, 最高加5分. */
function speaksOfAll({ texts, held: { note } }: RowFacts): boolean {
  return texts.note === '' && (takesHighest(note) || limitsIn(note).length > 0);
}
