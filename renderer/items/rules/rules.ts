import type { RuleKind } from '../../../shared/standard/rules.ts';
import { award } from './Award.tsx';
import { checklist } from './Checklist.tsx';
import { deduct } from './Deduct.tsx';
import { ratio } from './Ratio.tsx';
import { tiers } from './Tiers.tsx';
import type { RuleView } from './view.ts';

const VIEWS: { readonly [K in RuleKind]: RuleView<K> } = { award, tiers, checklist, deduct, ratio };

/** What is drawn for a rule's kind; as `moduleOf`. */
export function viewOf(rule: { readonly kind: RuleKind }): RuleView<RuleKind> {
  return VIEWS[rule.kind];
}

/** What the number keys do, by kind of rule. */
export const PICK_WORDS = Object.values(VIEWS).flatMap(({ pick }) => pick?.words ?? []);
