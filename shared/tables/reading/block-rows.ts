import { scoreInName } from '../cells/score-text.ts';
import { isVetoName, namesBlock, sideOf, vetoEffectOf } from '../cells/sides.ts';
import type { RowFacts } from './row-facts.ts';
import { innermost, type TableState } from './table-state.ts';

/** A row below 一票否决 that has no points is a case of it: what speaks of points (90分以上为优秀) is none. */
export function isCaseOf(section: string, text: string): boolean {
  return isVetoName(section) && !/\d\s*分/.test(text);
}

/** 承办现场观摩会的，加3分; 伪造资料的，一票否决: an entry that says all of itself in one cell. */
export function saysEntry(text: string): boolean {
  return saysPoints(text) || vetoEffectOf(text) !== undefined;
}

function saysPoints(text: string): boolean {
  return (scoreInName(text)?.sign ?? '') !== '';
}

/**
 * A row with nothing but an entry in the names' column: no more of the row above it, though an export has left the
 * cells around it blank.
 */
export function entryAlone(state: TableState, facts: RowFacts): 'veto' | 'points' | undefined {
  const { alone, levels, texts } = facts;
  if (!alone || alone.leads) return undefined;
  const above = innermost(state)?.title ?? '';
  const isNamed = levels.length > 0;
  const isTitle = texts.title !== '' && texts.criterion === '';
  if (isNamed && isCaseOf(above, alone.text)) return 'veto';
  if (vetoEffectOf(alone.text) !== undefined && (isNamed || (isTitle && namesBlock(above)))) return 'veto';
  return saysPoints(alone.text) && (isNamed || isTitle) && sideOf(above) !== undefined ? 'points' : undefined;
}
