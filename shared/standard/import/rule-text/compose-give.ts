import type { Points } from '../../../scoring/points.ts';
import { showPoints } from '../../../scoring/points.ts';
import { type Composition, labelOf, ofKind, type Reading } from './composition.ts';

interface Given {
  readonly label: string;
  readonly points: Points;
}

/** Words that make two options exclude each other for certain. */
const THRESHOLD = /\d(?:\.\d+)?%|百分之|以上|以下|不足|低于|未达|超过|之间|以内|不满/;
const GRADE = /优秀|良好|较好|一般|较差|合格|优$|良$|中$|差$|好$/;
const RANK =
  /第[\d一二三四五六七八九十]+(?:[-~至到][\d一二三四五六七八九十]+)?(?:名|位|等)|前[\d一二三四五六七八九十]+(?:名|位)|排名/;
/** Words that mark a lesser degree of what the first option asks for. */
const DEGREE = /部分|基本|大部分|未|没有|其他|其余|逾期|较|一般|不(?:全|完整|及时|规范|到位|足)/;

/** Points that are given, not taken: one of several (tiers) or added up (checklist). */
export function composeGive(reading: Reading): Composition | undefined {
  const { fullScore } = reading;
  const given: Given[] = ofKind(reading, 'give').map(({ action, condition }) => ({
    label: labelOf(condition, ''),
    points: action.points === 'full' ? (fullScore ?? 0) : action.points,
  }));
  if (given.length === 0 || fullScore === undefined) return undefined;

  const zeros = ofKind(reading, 'zero').map(({ condition }) => ({
    label: labelOf(condition, ''),
    points: 0,
  }));
  const doubts: string[] = [];
  if (given.some(({ label }) => label === '')) doubts.push('有的分数前面没有写明条件');
  const unsupported = ofKind(reading, 'unsupported');
  if (unsupported.length > 0 || ofKind(reading, 'bonus').length > 0 || ofKind(reading, 'cap').length > 0) {
    if (given.length < 2) return undefined;
    doubts.push('另有不能写进规则的得分或加分');
  }

  const sum = given.reduce((total, { points }) => total + points, 0);
  const best = Math.max(...given.map(({ points }) => points));
  const exclusive = exclude(given, zeros);
  if (best === fullScore && (given.length > 1 || zeros.length > 0)) {
    return tiers(given, zeros, exclusive ? doubts : [...doubts, '各档是否只能取其一，请核对']);
  }
  if (exclusive && given.length > 1 && sum !== fullScore) {
    return tiers(given, zeros, [
      ...doubts,
      `最高一档${showPoints(best)}分，不是满分${showPoints(fullScore)}分`,
    ]);
  }
  if (ofKind(reading, 'highest').length > 0) doubts.push('原文要求取最高，请核对');
  if (given.some(({ label }) => THRESHOLD.test(label) || GRADE.test(label) || RANK.test(label))) {
    doubts.push('各要点里有比例、等次或名次，可能是分档');
  }
  if (zeros.length > 0) doubts.push('不得分的条件没有写进规则');
  if (given.length === 1) doubts.push('只有一个得分要点，请核对是否可以部分得分');
  if (sum !== fullScore) doubts.push(`各要点合计${showPoints(sum)}分，满分${showPoints(fullScore)}分`);
  const points = given.map(({ label, points: part }, i) => ({
    code: String(i + 1),
    label: label || `要点${i + 1}`,
    points: part,
  }));
  return { rule: { kind: 'checklist', points }, doubts };
}

function exclude(given: readonly Given[], zeros: readonly Given[]): boolean {
  const descending = given.every(({ points }, i) => i === 0 || points < (given[i - 1]?.points ?? 0));
  const ascending = given.every(({ points }, i) => i === 0 || points > (given[i - 1]?.points ?? 0));
  if (!descending && !ascending) return false;
  const lesser = descending ? [...given.slice(1), ...zeros] : given;
  for (const family of [THRESHOLD, GRADE, RANK]) {
    if (given.length > 1 && given.every(({ label }) => family.test(label))) return true;
  }
  return lesser.every(
    ({ label }) => /^(?:否则|其他|其余|反之)/.test(label) || DEGREE.test(label) || THRESHOLD.test(label),
  );
}

function tiers(given: readonly Given[], zeros: readonly Given[], doubts: readonly string[]): Composition {
  const reachesZero = zeros.length > 0 || given.some(({ points }) => points === 0);
  const rest = reachesZero ? zeros : [{ label: '以上情形都不符合', points: 0 }];
  const options = [...given, ...rest].map(({ label, points }, i) => ({
    code: String(i + 1),
    label: label || `第${i + 1}档`,
    points,
  }));
  return {
    rule: { kind: 'tiers', options },
    doubts: reachesZero ? doubts : [...doubts, '原文没有写0分的一档，已补上“以上情形都不符合”'],
  };
}
