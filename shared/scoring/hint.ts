import { own } from '../values/own.ts';
import type { RuleInput } from '../assessment/schema.ts';
import type { Item } from '../standard/schema.ts';
import { assertNever } from '../values/assert-never.ts';
import { showPoints } from '../values/points.ts';

/** What the unit could still do for full marks on an item, in one Chinese sentence. */
export function hintFor({ rule, fullScore }: Item, input: RuleInput | undefined): string {
  if (!input) return `尚未评分，最多${showPoints(fullScore)}分`;
  switch (rule.kind) {
    case 'award':
      return '对照评分标准补做，并补充佐证材料';
    case 'tiers': {
      const best = rule.options.reduce((a, b) => (b.points > a.points ? b : a));
      return `争取达到“${best.label}”`;
    }
    case 'checklist': {
      const met = input.kind === 'checklist' ? input.met : [];
      const missing = rule.points.filter(({ code }) => !met.includes(code));
      return `尚缺：${missing.map(({ label }) => label).join('、')}`;
    }
    case 'deduct': {
      const counts = input.kind === 'deduct' ? input.counts : {};
      const found = rule.faults.filter(({ code }) => (own(counts, code) ?? 0) > 0);
      return `需整改：${found.map(({ label }) => label).join('、')}`;
    }
    case 'ratio': {
      const { numerator, denominator } = input.kind === 'ratio' ? input : { numerator: 0, denominator: 0 };
      const missing = Math.ceil((denominator * rule.target) / 10_000) - numerator;
      return `目标${showPoints(rule.target)}%，“${rule.numerator}”还差${missing}`;
    }
    default:
      return assertNever(rule);
  }
}
