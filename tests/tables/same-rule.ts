import type { Points } from '../../shared/values/points.ts';
import type { Rule } from '../../shared/standard/rules.ts';
import type { FaultTruth, RuleTruth } from './truth.ts';

/** Whether a rule says what the clerk's rule says. */
export function isSameRule(rule: Rule, truth: RuleTruth): boolean {
  switch (truth.kind) {
    case 'tiers':
      return rule.kind === 'tiers' && samePoints(rule.options, truth.points);
    case 'checklist':
      return rule.kind === 'checklist' && samePoints(rule.points, truth.points);
    case 'ratio':
      return rule.kind === 'ratio' && rule.target === 10_000 && rule.minimum === undefined;
    case 'deduct':
      return rule.kind === 'deduct' && rule.floor === 0 && sameFaults(rule.faults, truth.faults);
  }
}

function samePoints(options: readonly { readonly points: Points }[], wanted: readonly Points[]): boolean {
  const sorted = (all: readonly Points[]) => [...all].sort((a, b) => a - b).join();
  return sorted(options.map(({ points }) => points)) === sorted(wanted);
}

type Fault = Extract<Rule, { kind: 'deduct' }>['faults'][number];

function sameFaults(faults: readonly Fault[], wanted: readonly FaultTruth[]): boolean {
  if (faults.length !== wanted.length) return false;
  return wanted.every((truth) => faults.some((fault) => isSameFault(fault, truth)));
}

function isSameFault(fault: Fault, { points, unit, cap, zeroes = false, word = '' }: FaultTruth): boolean {
  if (fault.zeroes !== zeroes || !fault.label.includes(word)) return false;
  if (zeroes) return true;
  return fault.points === points && fault.cap === cap && (unit === undefined || fault.unit === unit);
}
