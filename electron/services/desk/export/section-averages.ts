import { ledgerOf, type LedgerLine } from '../../../../shared/scoring/ledger.ts';
import type { ScoreReport } from '../../../../shared/scoring/types.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import type { Points } from '../../../../shared/values/points.ts';

/** What one unit brings to the averages. */
export interface UnitScores {
  readonly self: ScoreReport;
  /** Absent until the verifying is finished. */
  readonly verified?: ScoreReport;
}

/** Averages in hundredths; undefined where there is nothing to take one of. */
export interface Averages {
  /** 应得分: what applies to the unit, as verified. */
  readonly full: Points | undefined;
  readonly self: Points | undefined;
  /** The self scores of those alone that are verified: what `verified` is compared with. */
  readonly selfOfVerified: Points | undefined;
  readonly verified: Points | undefined;
}

export interface AverageLine extends Averages {
  readonly kind: LedgerLine['kind'] | 'rounding';
  readonly title: string;
}

/** In the order of the total; the sections come from the standard. */
const BELOW = ['conversion', 'bonus', 'penalty', 'veto', 'floor', 'total'] as const;
const COLUMNS = ['full', 'self', 'selfOfVerified', 'verified'] as const;

/**
 * The average unit's total as a sum: the lines above 总分 add up to it, what rounding each of them made of it on a line of
 * its own. A section that a unit does not have is 0 of 0 points. Pure.
 */
export function sectionAverages(standard: Standard, units: readonly UnitScores[]): AverageLine[] {
  const finished = units.filter(({ verified }) => verified !== undefined);
  const line = (
    kind: LedgerLine['kind'],
    title: string,
    full: (report: ScoreReport) => Points | undefined,
    isLine: (each: LedgerLine) => boolean,
  ): AverageLine => {
    const points = (report: ScoreReport): Points => ledgerOf(report).find(isLine)?.points ?? 0;
    return {
      ...{ kind, title },
      full: average(finished.flatMap(({ verified }) => (verified && full(verified)) ?? [])),
      self: average(units.map(({ self }) => points(self))),
      selfOfVerified: average(finished.map(({ self }) => points(self))),
      verified: average(finished.flatMap(({ verified }) => (verified ? points(verified) : []))),
    };
  };
  const sections = standard.sections.map(({ code, title }) =>
    line(
      'section',
      title,
      (report) => report.sections.find((each) => each.code === code)?.activeFullScore ?? 0,
      (each) => each.kind === 'section' && each.title === `${code} ${title}`,
    ),
  );
  if (units.length === 0) return sections;
  const known = new Map(
    units.flatMap(({ self, verified }) =>
      [self, ...(verified ? [verified] : [])].flatMap(ledgerOf).map(({ kind, title }) => [kind, title]),
    ),
  );
  const [total, ...others] = BELOW.toReversed().flatMap((kind) => {
    const title = known.get(kind);
    return title === undefined
      ? []
      : line(
          kind,
          title,
          (report) => fullOf(kind, report),
          (each) => each.kind === kind,
        );
  });
  const lines = [...sections, ...others.toReversed()];
  return total ? [...lines, ...rounding(lines, total), total] : lines;
}

/** 折算 brings what applies to a unit to the full score that its total is out of; nothing else below has one. */
function fullOf(kind: LedgerLine['kind'], { sections, fullScore }: ScoreReport): Points | undefined {
  if (kind === 'total') return fullScore;
  if (kind !== 'conversion') return undefined;
  return fullScore - sections.reduce((sum, { activeFullScore }) => sum + activeFullScore, 0);
}

function rounding(lines: readonly AverageLine[], total: AverageLine): AverageLine[] {
  const left = (key: keyof Averages): Points | undefined => {
    const whole = total[key];
    return whole === undefined ? undefined : whole - lines.reduce((sum, each) => sum + (each[key] ?? 0), 0);
  };
  const [full, self, selfOfVerified, verified] = COLUMNS.map(left);
  const line = { kind: 'rounding', title: '四舍五入', full, self, selfOfVerified, verified } as const;
  return COLUMNS.some((key) => line[key] !== undefined && line[key] !== 0) ? [line] : [];
}

function average(values: readonly Points[]): Points | undefined {
  if (values.length === 0) return undefined;
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}
