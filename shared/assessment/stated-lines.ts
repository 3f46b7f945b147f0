import type { RuleInput } from './rule-input.ts';
import type { Place } from '../standard/places.ts';
import { moduleOf } from '../standard/rules.ts';
import { countedLines } from '../standard/rules/parts.ts';

/**
 * An input in words, to be read beside an editor; nothing where the score says it all. Codes that the standard
 * lacks are shown as they are.
 */
export function statedLines(place: Place, input: RuleInput): string[] {
  switch (input.kind) {
    case 'claims':
      return countedLines(input.counts, 'entry' in place ? place.entry.options : [], '没有', '次');
    case 'veto':
      return [input.applies ? '是，发生过' : '否，没有发生'];
    default: {
      const rule = place.kind === 'item' && place.item.rule.kind === input.kind ? place.item.rule : undefined;
      return moduleOf(input).stated(input, rule);
    }
  }
}
