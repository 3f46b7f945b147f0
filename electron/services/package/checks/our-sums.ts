import { reachFormula } from '../../workbook/pass-words.ts';

/** A formula that sums, caps, rounds and compares cells as ours do; one with a number of its own is none. */
export function isOurSum(formula: string): boolean {
  const cell = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
  const shape = formula
    .replaceAll(new RegExp(`${cell}(:${cell})?`, 'gu'), 'R')
    .replaceAll(/R(,R)+/gu, 'R')
    .replaceAll(/R="存在"(,R="存在")*/gu, 'V');
  return OUR_SUMS.some((known) => known.test(shape));
}

/** As a pattern. */
function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

const SUM = String.raw`(0|ROUND\(SUM\(R\),2\))`;
const TOTAL = String.raw`MAX\(0,ROUND\(R(\+N\(R\))?(-N\(R\))?,2\)\)`;
const APPLICABLE = String.raw`ROUND\(R-SUMIF\(R,"不适用",R\),2\)`;
const NUMBER = String.raw`\d+(\.\d+)?`;
const OUR_SUMS = [
  SUM,
  String.raw`MIN\(${NUMBER},${SUM}\)`,
  TOTAL,
  String.raw`IF\(OR\(V\),0,${TOTAL}\)`,
  String.raw`IF\(R>=R,"达标","未达标"\)`,
  escaped(reachFormula('R', 'R')),
  // Lines that add up to the total.
  String.raw`N\(R\)`,
  String.raw`0-N\(R\)`,
  String.raw`ROUND\(R-R(-N\(R\))?(\+N\(R\))?,2\)`,
  APPLICABLE,
  // Re-normalised (score-formulas.ts, renormaliseFormula).
  String.raw`IF\(R<=0,0,INT\(ROUND\(R\*100,0\)\*ROUND\(R\*100,0\)/ROUND\(R\*100,0\)\+0\.5\)/100\)`,
  // Weighted.
  String.raw`R\*${NUMBER}%`,
  String.raw`IF\(${APPLICABLE}<=0,"不适用",N\(R\)/${APPLICABLE}\*R\*${NUMBER}%\)`,
  String.raw`IF\(SUMIF\(R,"<>不适用",R\)<=0,0,INT\(ROUND\(SUM\(R\)\*100\*SUM\(R\)/SUMIF\(R,"<>不适用",R\),6\)\+0\.5\)/100\)`,
  // Star bands.
  String.raw`MAX\(0(,\(R>=${NUMBER}\)\*\d)*\)`,
].map((shape) => new RegExp(`^${shape}$`, 'u'));
