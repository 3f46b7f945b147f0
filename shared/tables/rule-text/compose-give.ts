import type { Points } from '../../values/points.ts';
import { showPoints } from '../../values/points.ts';
import { bandsClash, leavesLowest, subjectOf } from './bands.ts';
import { type Composition, labelOf, ofKind, pointsOf, type Reading } from './composition.ts';
import { PART_NUMBER } from './compact.ts';
import { sentencesOf } from './loose.ts';
import { splitParts } from './parts.ts';
import type { Statement } from './statement.ts';

interface Given {
  readonly label: string;
  readonly points: Points;
  readonly from: Statement;
}

/** Words that make two options exclude each other for certain. */
const THRESHOLD = /[≥≤<>]|\d(?:\.\d+)?%|百分之|以上|以下|不足|低于|未达|超过|之间|以内|不满|\d分?[-~至到]\d/;
const GRADE = /(?:优秀|良好|较好|一般|较差|合格|不合格|差|优|良|中|好)(?:等次|等级|单位|以上|档次)?$/;
const RANK =
  /第[\d一二三四五六七八九十]+(?:[-~至到][\d一二三四五六七八九十]+)?(?:名|位|等)|前[\d一二三四五六七八九十]+(?:名|位)|排名|\d名|第[\d一二三四五六七八九十]+$/;
/** Words that mark a lesser degree of what the first option asks for. */
const DEGREE = /部分|基本|大部分|未|没有|^[不无]|其他|其余|逾期|较|一般|不(?:全|完整|及时|规范|到位|足)/;

const LETTER = /(?:[A-E甲乙丙丁特一二三四五][级等类档]|[A-E])(?:标准|单位|档次)?$/;
const TREND = /上升|下降|持平|增长|进位|退位|不变/;
const ANSWER = /^(?:是|否|有|无|没有)$/;

/** Of honours and papers: 省级表彰, 市级通报. */
/** Honours of one level each: 获省级表彰, 市级. A region that is worked in (养殖场区, 城区河道) is none. */
const LEVEL =
  /^获?(?:国家|全国|中央|[省市县区州厅部])级?$|(?:国家|全国|中央|[省市县区州厅部])级?.{0,12}(?:表彰|表扬|通报|奖|先进|荣誉|称号|批示|推广|命名|转发|采用|刊)/;

const FAMILIES = [THRESHOLD, GRADE, RANK, LETTER, TREND, ANSWER];
const REST = /^(?:否则|其他|其余|反之)/;
const LESSER = /^(?:基本|部分|大部分|较|未|没有|一般)/;
/** Beside points without a verb, what is not done may be what they are taken for. */
const FAULT = /^(?:未|没|无|不|缺|漏|迟|超|逾)/;
/** Says that it is one of several degrees: 90%以上, 优秀, 第一名, 未完成. */
export function isTier(label: string): boolean {
  return [...FAMILIES, DEGREE, REST].some((family) => family.test(label));
}

const COVERS_REST =
  /^(?:否则|其他|其余|反之)|以后|以下|^(?:较)?差$|^不合格$|^(?:[^\d]{0,10})(?:不满|不足|低于|小于)[\d.]+[^\d]{0,4}$/;

/** Points that are given, not taken: one of several (tiers) or added up (checklist). */
export function composeGive(reading: Reading): Composition | undefined {
  const { fullScore } = reading;
  if (fullScore === undefined) return undefined;
  const given = givenOf(reading, fullScore);
  if (!given || given.length === 0) return undefined;
  const zeros = zerosOf(reading);
  const doubts: string[] = [];
  if (given.some(({ label }) => label === '')) doubts.push('有的分数前面没有写明条件');
  const foreign = (['unsupported', 'bonus', 'cap'] as const).flatMap((kind) => ofKind(reading, kind));
  if (foreign.length > 0 && given.length + zeros.length < 2) return undefined;
  return asTiers(reading, given, zeros, doubts) ?? asChecklist(reading, given, doubts);
}

/** Grades that exclude each other are the rule, whatever is deducted beside them. */
export function composeGrades(reading: Reading): Composition | undefined {
  const { fullScore } = reading;
  const given = fullScore === undefined ? undefined : givenOf(reading, fullScore);
  if (!given || given.length < 2 || !isGraded(given) || ofKind(reading, 'deduct').length === 0)
    return undefined;
  if (!isOrdered(given) || Math.max(...given.map(({ points }) => points)) !== fullScore) return undefined;
  return asTiers(reading, given, zerosOf(reading), []);
}

function zerosOf(reading: Reading): Given[] {
  return ofKind(reading, 'zero').map((from) => ({ label: labelOf(from.condition, ''), points: 0, from }));
}

/** What is given for what, 各1分 told out over the parts before it; undefined where the parts are not named. */
function givenOf(reading: Reading, fullScore: Points): Given[] | undefined {
  const given: Given[] = [];
  for (const from of reading.statements) {
    const { action, condition } = from;
    if (action.kind === 'give') {
      given.push({ label: labelOf(condition, ''), points: pointsOf(action, fullScore) ?? 0, from });
    } else if (action.kind === 'each') {
      const named = splitParts(condition);
      const parts = named.length < 2 ? sentencesAround(from, reading) : named;
      if (parts.length < 2) return undefined;
      given.push(...parts.map((label) => ({ label: labelOf(label, ''), points: action.points, from })));
    }
  }
  const hasEach = given.some(({ from }) => from.action.kind === 'each');
  // Parts that do not add up were split wrongly, or not all of them are named.
  return hasEach && total(given) !== fullScore ? undefined : given;
}

/** "每项得1分：①有场所；②有标牌", or "有场所；有标牌。各得1分": the parts are sentences of their own. */
function sentencesAround({ action, from }: Statement, { text, statements }: Reading): string[] {
  const next = statements.find((other) => other.action.from >= action.to);
  const before = statements.filter((other) => other.action.to <= action.from).at(-1);
  const list =
    text[action.to] === ':'
      ? text.slice(action.to + 1, next?.from)
      : text.slice(before?.action.to ?? 0, Math.min(from, action.from));
  const parts = sentencesOf(list);
  const isList =
    text[action.to] === ':' || parts.slice(0, -1).every(({ end }) => end === ';') || isNumbered(list);
  const areNames = parts.every(({ words }) => words !== '' && words.length <= 30 && !/[,:]/.test(words));
  return isList && areNames && !parts.some(({ words }) => LOOKED_AT.test(words))
    ? parts.map(({ words }) => words)
    : [];
}

/** How something is checked is no part of it. */
const LOOKED_AT = /^(?:查|抽查|检查|现场|按|依据|根据|对照|结合|通过|走访|听取)/;

function isNumbered(list: string): boolean {
  return list.split(/[。;\n]/).every((sentence) => sentence === '' || PART_NUMBER.test(sentence));
}

/** All of one family of grades and about one thing; the last may be 其他. */
function isGraded(given: readonly Given[]): boolean {
  if (given.length < 2) return false;
  const labels = given.map(({ label }) => label).filter((label) => !REST.test(label));
  const subjects = new Set(labels.map(subjectOf).filter((subject) => subject !== ''));
  return FAMILIES.some(
    (family) => labels.every((label) => family.test(label)) && (family !== THRESHOLD || subjects.size < 2),
  );
}

function asTiers(
  reading: Reading,
  given: readonly Given[],
  zeros: readonly Given[],
  doubts: readonly string[],
): Composition | undefined {
  const { fullScore = 0 } = reading;
  if (given.some(({ from }) => from.action.kind === 'each')) return undefined;
  const best = Math.max(...given.map(({ points }) => points));
  const graded = isGraded([...given, ...zeros]);
  const exclusive = isOrdered(given) && (graded || isLessened(given, zeros));
  const highest = ofKind(reading, 'highest');
  const reachesZero = zeros.length > 0 || given.some(({ points }) => points === 0);
  const several = given.length > 1 || zeros.length > 0;
  if (best === fullScore && several && (exclusive || highest.length > 0 || reachesZero)) {
    const sure = (exclusive || highest.length > 0) && zeros.length < 2;
    const labels = [...given, ...zeros].map(({ label }) => label);
    const [none] = zeros;
    const isOpen =
      none !== undefined &&
      leavesLowest(
        given.map(({ label }) => label),
        none.label,
      );
    if (isOpen || bandsClash(labels))
      return tiers(given, zeros, highest, [...doubts, '各档之间有空档或重叠，请核对']);
    return tiers(given, zeros, highest, sure ? doubts : [...doubts, '各档是否只能取其一，请核对']);
  }
  if (best === fullScore || !graded || !isOrdered(given)) return undefined;
  return tiers(given, zeros, highest, [
    ...doubts,
    `最高一档${showPoints(best)}分，不是满分${showPoints(fullScore)}分`,
  ]);
}

function asChecklist(reading: Reading, given: readonly Given[], doubts: string[]): Composition {
  const { fullScore = 0 } = reading;
  if (given.some(({ label }) => [LESSER, ...FAMILIES].some((family) => family.test(label)))) {
    doubts.push('各要点里有比例、等次或名次，可能是分档');
  }
  if (given.length > 1 && given.every(({ label }) => LEVEL.test(label)))
    doubts.push('各要点像是不同级别，是相加还是只取其一，请核对');
  const faults = given.filter(
    ({ label, from }) =>
      FAULT.test(label) && !/[得计记给赋评]/.test(reading.text.slice(from.action.from, from.action.to)),
  );
  if (faults.length > 0) doubts.push(`“${faults[0]?.label ?? ''}”像是扣分的情形，请核对`);
  if (given.length > 1 && isOrdered(given) && isLessened(given, [])) doubts.push('各要点像是分档，请核对');
  if (given.length === 1) doubts.push('只有一个得分要点，请核对是否可以部分得分');
  const sum = total(given);
  if (sum !== fullScore) doubts.push(`各要点合计${showPoints(sum)}分，满分${showPoints(fullScore)}分`);
  const points = given.map(({ label, points: part }, i) => ({
    code: String(i + 1),
    label: label || `要点${i + 1}`,
    points: part,
  }));
  return { rule: { kind: 'checklist', points }, doubts, used: new Set(given.map(({ from }) => from)) };
}

function total(given: readonly Given[]): Points {
  return given.reduce((sum, { points }) => sum + points, 0);
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

function tiers(
  given: readonly Given[],
  zeros: readonly Given[],
  highest: readonly Statement[],
  doubts: readonly string[],
): Composition {
  const all = [...given, ...zeros].sort((a, b) => a.from.action.from - b.from.action.from);
  const lowest = [...all].sort((a, b) => a.points - b.points)[0];
  const isComplete = lowest !== undefined && (lowest.points === 0 || COVERS_REST.test(lowest.label));
  const options = [
    ...all.map(({ label, points }) => ({ label, points })),
    ...(isComplete ? [] : [{ label: '以上情形都不符合', points: 0 }]),
  ];
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
    used: new Set([...all.map(({ from }) => from), ...highest]),
  };
}
