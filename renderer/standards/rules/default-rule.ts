import { assertNever } from '../../../shared/values/assert-never.ts';
import type { Points } from '../../../shared/values/points.ts';
import { sensibleStep } from '../../../shared/tables/rule-text/propose.ts';
import type { Rule, RuleKind } from '../../../shared/standard/rules.ts';

/** A rule of another kind to begin with, for an item of this full score. */
export function defaultRule(kind: RuleKind, fullScore: Points): Rule {
  const step = sensibleStep(fullScore);
  switch (kind) {
    case 'award':
      return { kind, step };
    case 'tiers':
      return {
        kind,
        options: [
          { code: '1', label: '达到', points: fullScore },
          { code: '2', label: '未达到', points: 0 },
        ],
      };
    case 'checklist':
      return { kind, points: [{ code: '1', label: '要点1', points: fullScore }] };
    case 'deduct':
      return {
        kind,
        faults: [{ code: '1', label: '不符合要求', points: step, unit: '处', zeroes: false }],
        floor: 0,
      };
    case 'ratio':
      return { kind, numerator: '完成数', denominator: '应完成数', target: 10_000 };
    default:
      return assertNever(kind);
  }
}

/** A code that no other line has. */
export function nextCode(lines: readonly { readonly code: string }[]): string {
  const numbers = lines.map(({ code }) => Number(code)).filter(Number.isInteger);
  return String(Math.max(lines.length, ...numbers) + 1);
}
