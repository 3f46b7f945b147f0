import type { Points } from '../../values/points.ts';
import { readPoints } from '../../values/typed-number.ts';
import { readNumbering } from '../cells/numbering.ts';
import { namesUnit } from '../cells/unit-columns.ts';
import { squeeze } from '../rule-text/compact.ts';
import { isOfTotal } from '../rule-text/total-scores.ts';

const SCORE = String.raw`(\d{1,4}(?:\.\d{1,2})?)分`;
const INCLUSIVE = String.raw`(?:\([^)]*\))?(?:及其?)?`;
const REACHED = `(?:不(?:得|能|应)?[低少]于|(?<![未不])(?:达到|满)|≥|>=)${SCORE}|${SCORE}${INCLUSIVE}以上`;
const MISSED = `(?:(?<!不(?:得|能|应)?)[低少]于|不[足满到]|未[满达]到?|<)${SCORE}|${SCORE}${INCLUSIVE}以下`;

/** 考核达标线为80分, 合格分数线85分, 80分为合格线: the line by its name. */
const LINE = String.raw`(?:达标|[合及]格|推荐|通过|申报|命名|参评|入围|验收|参考|考核|录取)(?:分数)?线|(?:达标|[合及]格)(?:分[数值]?|得分|成绩)|(?<!数)分数线`;
const NAMED = `(?<![不未]|基本|优秀|良好)(?:${LINE})(?:\\([^)]*\\))?(?:应|须|设定|划定|确定|定)?[为是:]?${SCORE}(?!.?以下)|${SCORE}(?:及以上)?(?:作为|[为是])(?:${LINE})`;

const QUALIFIES = /方可|方能|才能|可以?申报|申报|推荐|参评|认定|命名|挂牌|授牌|达标|[合及]格|通过|验收/;
const FAILS = /[不未](?:合格|及格|达标|通过)|不(?:予|得|能)(?:认定|命名|推荐|申报|参评|通过|验收|挂牌|授牌)/;
/** Grades that totals stand for: none of them is the line. */
const GRADED = /优秀|良好|优等|[一二三]等|[特一二三四五][级星]|[A-E甲乙丙丁][级类等档]|[一二三四]类|基本/;
/** No total of a unit, or not this one's alone: 单项得分不低于60分, 连续两年. */
const PARTIAL = /单项|分项|任[一何]|某一?项|有[一1]项|连续|[每各][个大]?项(?!.{0,6}(?:合计|总分|总计))/;
/** 85分以上为文明科室: who has so many is called so. */
const AWARDED = /(?:以上|分)的?(?:单位)?,?(?:可?被?[评确认命]?[定选名]?为|授予)([^,]{2,12})$/;
const TITLE = /集体|家庭|个人|[农住用]户|班[级组]|标兵|窗口|先进|示范|文明/;

/** The score that has to be reached, where one of the texts says it: 得分在90分以上的方可申报, 低于75分的为不合格. */
export function passScoreOf(texts: readonly string[]): Points | undefined {
  const sentences = texts
    .flatMap((text) => squeeze(text).split(/[。;\n]/))
    .map((text) => ({ text, reached: bounds(text, REACHED), missed: bounds(text, MISSED) }));
  const hasGrades = sentences.some(({ text, reached }) => reached.length > 0 && GRADED.test(text));
  const lines = sentences.flatMap((sentence) => boundOf(sentence, hasGrades) ?? []);
  const [line] = lines;
  const others = new Set(sentences.flatMap(({ text }) => (PARTIAL.test(text) ? [] : bounds(text, NAMED))));
  // 85分以上为优秀，可推荐为省级示范点；75分以上为合格: which of them, nobody has said.
  const isOne = others.size < 2 && !sentences.some(({ text, reached }) => isOther(text, reached, line));
  const read = readPoints(line ?? '', {});
  return isOne && 'value' in read ? read.value : undefined;
}

interface Sentence {
  readonly text: string;
  readonly reached: readonly string[];
  readonly missed: readonly string[];
}

/** The score that one sentence draws the line at. */
function boundOf({ text, reached, missed }: Sentence, hasGrades: boolean): string | undefined {
  if (PARTIAL.test(text)) return undefined;
  const [named, ...more] = new Set(bounds(text, NAMED));
  if (named !== undefined) return more.length === 0 ? named : undefined;
  // 60分以下责令整改 says what follows, not where the line is.
  const [bound, ...others] = new Set([...reached, ...(FAILS.test(text) ? missed : [])]);
  // Several totals in one sentence are grades.
  if (bound === undefined || others.length > 0 || GRADED.test(text)) return undefined;
  const isLine = reached.length > 0 ? saysReached(text) : !hasGrades && saysMissed(text);
  return isLine ? bound : undefined;
}

/** A grade that is recommended for more is a line as well. */
function isOther(text: string, reached: readonly string[], line: string | undefined): boolean {
  const isTop = GRADED.test(text) && /推荐|申报|命名|授牌/.test(text) && !PARTIAL.test(text);
  return isTop && reached.length > 0 && line !== undefined && !reached.includes(line);
}

function bounds(text: string, pattern: string): string[] {
  return [...text.matchAll(new RegExp(pattern, 'g'))].map(([, before, after]) => before ?? after ?? '');
}

/** 80分以上为合格，80分以下为不合格 tells one line by both of its sides. */
function saysReached(text: string): boolean {
  const clauses = text.split(',');
  const passed = clauses.filter((clause) => !FAILS.test(clause)).join(',');
  const title = AWARDED.exec(passed)?.[1] ?? '';
  return QUALIFIES.test(passed) || namesUnit(title) || TITLE.test(title);
}

function saysMissed(text: string): boolean {
  const sentence = readNumbering(text)?.rest ?? text;
  const at = FAILS.exec(sentence)?.index ?? 0;
  return isOfTotal(sentence.slice(0, at));
}
