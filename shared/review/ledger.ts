import { ledgerOf, type LedgerLine } from '../scoring/ledger.ts';
import type { ScoreReport } from '../scoring/types.ts';
import type { Points } from '../values/points.ts';

/** One line of 总分计算过程, by the unit and as verified. */
export interface ComparedLine {
  /** `base` (基础分) is said between: it is what stands above it together. */
  readonly kind: LedgerLine['kind'] | 'base';
  readonly title: string;
  readonly self: Points;
  /** Absent until the verifying is finished. */
  readonly verified?: Points | undefined;
}

/**
 * How both totals come about, line by line in one order: sections and 折算 add up to 基础分, it and the rest to 总分. A
 * line that only one of the two has is 0 in the other. Pure.
 */
export function comparedLedger(self: ScoreReport, verified: ScoreReport | undefined): ComparedLine[] {
  const [own, found] = [ledgerOf(self), verified && ledgerOf(verified)];
  const titles = new Map([...(found ?? []), ...own].map((line) => [placeOf(line), line]));
  const order = [...own.map(placeOf), ...(found ?? []).map(placeOf)];
  const known = [...new Set(order)].flatMap((place) => titles.get(place) ?? []);
  const lines = known.map((line): ComparedLine => ({
    kind: line.kind,
    title: line.title,
    self: pointsAt(own, line),
    verified: found && pointsAt(found, line),
  }));
  const base: ComparedLine = { kind: 'base', title: '基础分', self: self.base, verified: verified?.base };
  const of = (kinds: readonly LedgerLine['kind'][]) =>
    kinds.flatMap((wanted) => lines.filter(({ kind }) => kind === wanted));
  return [...of(['section', 'conversion']), base, ...of(['bonus', 'penalty', 'veto', 'floor', 'total'])];
}

function placeOf({ kind, title }: LedgerLine): string {
  return kind === 'section' ? `section ${title}` : kind;
}

function pointsAt(lines: readonly LedgerLine[], line: LedgerLine): Points {
  return lines.find((each) => placeOf(each) === placeOf(line))?.points ?? 0;
}
