import type { Points } from '../../values/points.ts';
import { showPoints } from '../../values/points.ts';
import { type Composition, labelOf, ofKind, type Reading } from './composition.ts';

interface Given {
  readonly label: string;
  readonly points: Points;
}

/** Says that it is one of several degrees: 90%以上, 优秀, 第一名, 未完成. */
export function isTier(label: string): boolean {
  return [...FAMILIES, DEGREE, REST].some((family) => family.test(label));
}

/** Words that make two options exclude each other for certain. */
const THRESHOLD = /\d(?:\.\d+)?%|百分之|以上|以下|不足|低于|未达|超过|之间|以内|不满/;
const GRADE = /(?:优秀|良好|较好|一般|较差|合格|不合格|差|优|良|中|好)(?:等次|等级|单位|以上|档次)?$/;
const RANK =
  /第[\d一二三四五六七八九十]+(?:[-~至到][\d一二三四五六七八九十]+)?(?:名|位|等)|前[\d一二三四五六七八九十]+(?:名|位)|排名|\d名/;
/** Words that mark a lesser degree of what the first option asks for. */
const DEGREE = /部分|基本|大部分|未|没有|^不|其他|其余|逾期|较|一般|不(?:全|完整|及时|规范|到位|足)/;

const FAMILIES = [THRESHOLD, GRADE, RANK];
const REST = /^(?:否则|其他|其余|反之)/;
const LESSER = /^(?:基本|部分|大部分|较|未|没有|一般)/;
const COVERS_REST = /^(?:否则|其他|其余|反之)|以后|以下/;

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
  const graded =
    given.length > 1 && FAMILIES.some((family) => given.every(({ label }) => family.test(label)));
  const exclusive = isOrdered(given) && (graded || isLessened(given, zeros));
  const takesHighest = ofKind(reading, 'highest').length > 0;
  const reachesZero = zeros.length > 0 || given.some(({ points }) => points === 0);
  const several = given.length > 1 || zeros.length > 0;
  if (best === fullScore && several && (exclusive || takesHighest || reachesZero)) {
    return tiers(
      given,
      zeros,
      exclusive || takesHighest ? doubts : [...doubts, '各档是否只能取其一，请核对'],
    );
  }
  if (best !== fullScore && graded && isOrdered(given)) {
    return tiers(given, zeros, [
      ...doubts,
      `最高一档${showPoints(best)}分，不是满分${showPoints(fullScore)}分`,
    ]);
  }
  if (ofKind(reading, 'highest').length > 0) doubts.push('原文要求取最高，请核对');
  if (
    given.some(
      ({ label }) => LESSER.test(label) || THRESHOLD.test(label) || GRADE.test(label) || RANK.test(label),
    )
  ) {
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

function isOrdered(given: readonly Given[]): boolean {
  const falls = given.every(({ points }, i) => i === 0 || points < (given[i - 1]?.points ?? 0));
  const rises = given.every(({ points }, i) => i === 0 || points > (given[i - 1]?.points ?? 0));
  return falls || rises;
}

/** Every option but the best says that less was reached: 部分完成, 未完成, 否则. */
function isLessened(given: readonly Given[], zeros: readonly Given[]): boolean {
  const best = Math.max(...given.map(({ points }) => points));
  const lesser = [...given.filter(({ points }) => points !== best), ...zeros];
  return lesser.every(
    ({ label }) => REST.test(label) || THRESHOLD.test(label) || (label.length <= 20 && DEGREE.test(label)),
  );
}

function tiers(given: readonly Given[], zeros: readonly Given[], doubts: readonly string[]): Composition {
  const all = [...given, ...zeros];
  const lowest = [...all].sort((a, b) => a.points - b.points)[0];
  const isComplete = lowest !== undefined && (lowest.points === 0 || COVERS_REST.test(lowest.label));
  const options = [...all, ...(isComplete ? [] : [{ label: '以上情形都不符合', points: 0 }])];
  return {
    rule: {
      kind: 'tiers',
      options: options.map(({ label, points }, i) => ({
        code: String(i + 1),
        label: label || `第${i + 1}档`,
        points,
      })),
    },
    doubts: isComplete ? doubts : [...doubts, '原文没有写0分的一档，已补上“以上情形都不符合”'],
  };
}
