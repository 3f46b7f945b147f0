import { showPoints } from '../../../../../shared/values/points.ts';
import type { Rule } from '../../../../../shared/standard/rules.ts';

/** A rule in one line, for tables of expectations: `deduct 0.5/次^2 0/次! >=1`. Labels are left out. */
export function shortRule(rule: Rule): string {
  switch (rule.kind) {
    case 'award':
      return 'hand';
    case 'tiers':
      return `tiers ${rule.options.map(({ points }) => showPoints(points)).join(' ')}`;
    case 'checklist':
      return `checklist ${rule.points.map(({ points }) => showPoints(points)).join(' ')}`;
    case 'ratio':
      return `ratio ${showPoints(rule.target)}${rule.minimum === undefined ? '' : ` min${showPoints(rule.minimum)}`}`;
    case 'deduct': {
      const faults = rule.faults.map(
        ({ points, unit, cap, zeroes }) =>
          `${showPoints(points)}/${unit}${cap === undefined ? '' : `^${showPoints(cap)}`}${zeroes ? '!' : ''}`,
      );
      return `deduct ${faults.join(' ')}${rule.floor === 0 ? '' : ` >=${showPoints(rule.floor)}`}`;
    }
  }
}
