import { type Basis, basisOf, byWords, lineName, type Rated, wordsOfBasis } from '../standard/basis.ts';
import { ownVetoWords, vetoSentence } from '../standard/own-words.ts';
import { counted, zeroes } from '../scoring/total.ts';
import type { Standard } from '../standard/schema.ts';
import type { Campaign } from '../campaign/schema.ts';
import { KIND_WORDS, lineNameBy, lineNameIn } from '../campaign/words.ts';
import { type Points, showPoints } from '../values/points.ts';
import type { ScoreReport } from '../scoring/types.ts';
import type { AssessmentFinding } from './finding.ts';

/** Whose words are used; where no campaign is at hand those of a recommendation. */
type Kind = Pick<Campaign, 'kind'>;

/** What is asked of every score by a standard that is no official one, where no campaign is at hand. */
export const OFFICIAL_NEEDED = '正式推荐须按正式验收标准评分';

/** The same in a campaign. */
export function officialNeeded(campaign?: Kind): string {
  return campaign?.kind === 'acceptance' ? '正式验收须按正式验收标准评分' : OFFICIAL_NEEDED;
}

/** How a score stands to the line. */
type Reach = 'above' | 'at' | 'below';

function reachOf(total: Points, line: Points): Reach {
  return total > line ? 'above' : total === line ? 'at' : 'below';
}

const REACH_WORDS: Record<Reach, string> = { above: '高于', at: '达到', below: '低于' };

/** What the total says, in one sentence without a full stop: by an official standard 推荐分数线, otherwise never a verdict. */
export function scoreSentence(
  standard: Standard,
  { total, passScore, gap, unscored, vetoes }: Standing & Pick<ScoreReport, 'gap' | 'unscored'>,
  campaign?: Kind,
): string {
  const by = byWords(standard);
  const zeroing = vetoes.filter(zeroes);
  if (zeroing.length > 0) {
    const why = zeroing.map((veto) => vetoSentence(standard, veto)).join('；');
    return [`${by}自评${showPoints(total)}分：${why}`, ...(by === '' ? [] : [officialNeeded(campaign)])].join(
      '；',
    );
  }
  const reach = reachOf(total, passScore);
  const short = reach === 'below' ? `，还差${showPoints(gap)}分` : '';
  const open = unscored > 0 ? `（还有${unscored}项未评）` : '';
  const line = campaign ? lineNameIn(campaign, standard) : lineName(standard);
  const score = `${by}自评${showPoints(total)}分${open}，${REACH_WORDS[reach]}${line}${showPoints(passScore)}分${short}`;
  return by === '' ? score : `${score}；${officialNeeded(campaign)}`;
}

type Standing = Pick<ScoreReport, 'total' | 'passScore' | 'vetoes'>;

/** The same in half a line: "按参考标准已达自查参考线90分". */
export function lineSentence(
  rated: Rated,
  { total, passScore, isZeroed }: LineStanding,
  campaign?: Kind,
): string {
  const { by, ...words } = wordsOfBasis(rated);
  const line = campaign ? lineNameBy(campaign, rated.basis) : words.line;
  if (isZeroed) return `${by}有否决事项，总分计零`;
  const [points, left] = [showPoints(passScore), showPoints(passScore - total)];
  return total >= passScore ? `${by}已达${line}${points}分` : `${by}距${line}${points}分还差${left}分`;
}

/** Hundredths. */
interface LineStanding {
  readonly total: Points;
  readonly passScore: Points;
  /** A veto makes the total 0. */
  readonly isZeroed: boolean;
}

/** What follows from each veto that applies; an own one says whose it is. An own one of an official standard has no effect. */
export function vetoSentences(standard: Standard, { vetoes }: Pick<ScoreReport, 'vetoes'>): string[] {
  return vetoes
    .filter(counted)
    .map((veto) => `${vetoSentence(standard, veto)}${veto.own ? `（${ownVetoWords(standard)}）` : ''}`);
}

/** The same in a word each, where a sentence has no room. */
export function onlyByWords({ onlyBy }: Pick<ScoreReport, 'onlyBy'>): string[] {
  return onlyBy.map((what) => (what === 'bonus' ? '靠加分达到' : '靠四舍五入达到'));
}

/** What a total that reaches the line owes it to, one sentence each; empty where it would be reached anyway. */
export function onlyBySentences({ onlyBy, total, base, bonus, unrounded }: ScoreReport): string[] {
  return onlyBy.map((what) =>
    what === 'bonus'
      ? `靠加分达到：基础分${showPoints(base)}分，加分${showPoints(bonus?.score ?? 0)}分，总分${showPoints(total)}分`
      : `靠四舍五入达到：四舍五入前是${unrounded ?? ''}分`,
  );
}

/** All that is said of the total: how it stands to the line, why it is 0, what it owes it to. Without a full stop. */
export function resultWords(standard: Standard, report: ScoreReport, campaign?: Kind): string {
  const other = report.vetoes.filter((veto) => !zeroes(veto));
  return [
    scoreSentence(standard, report, campaign),
    ...vetoSentences(standard, { vetoes: other }),
    ...onlyBySentences(report),
  ].join('；');
}

/** 合理缺项31分（8项）; '' where there is none. */
export function gapsWords({ gaps }: Pick<ScoreReport, 'gaps'>): string {
  return gaps.count === 0 ? '' : `合理缺项${showPoints(gaps.points)}分（${gaps.count}项）`;
}

/** The final word on an assessment, or why there is none. */
export interface Verdict {
  readonly basis: Basis;
  /** True by an official standard, in a campaign that recommends, where nothing blocks. */
  readonly eligible: boolean;
  /** 符合推荐条件, 不符合推荐条件, 按参考标准, … : the state in a few words. */
  readonly label: string;
}

export function verdictOf(
  standard: Standard,
  { kind }: Pick<Campaign, 'kind'>,
  findings: readonly Pick<AssessmentFinding, 'severity'>[],
): Verdict {
  const basis = basisOf(standard);
  const isBlocked = findings.some(({ severity }) => severity === 'block');
  if (basis !== 'official') return { basis, eligible: false, label: byWords(standard) };
  const { meets, fails } = KIND_WORDS[kind];
  return { basis, eligible: kind !== 'practice' && !isBlocked, label: isBlocked ? fails : meets };
}

/** What is open comes first: a word that is cut at the end never says more than the whole one. */
export function reservedWord(word: string, reserved: readonly string[]): string {
  return reserved.length === 0 ? word : `${reserved.join('，')}，其余${word}`;
}

/** Who judges what no unit can: also the end of its sentence where it is named. */
export const BY_OFFICE = '待主办机关认定';

/** What keeps a final word from being green, in the words of both sides. */
export function reservationWords(about: {
  readonly isLate: boolean;
  readonly isOnTheDay: boolean;
  readonly isVetoed: boolean;
  /** What whoever holds the campaign has to judge before a final word is one; nothing here records that judgement. */
  readonly office: readonly string[];
  /** Who has to count the words and minutes of a material; undefined where nobody has. */
  readonly counter: 'unit' | 'evaluator' | undefined;
}): string[] {
  return [
    ...(about.isLate ? ['报送已逾期'] : []),
    ...(about.isOnTheDay ? ['报送期限待认定'] : []),
    ...(about.isVetoed ? ['有否决事项，是否影响推荐待认定'] : []),
    ...(about.office.length > 0 ? [`${about.office.length}项${BY_OFFICE}`] : []),
    ...(about.counter ? [`材料的字数、时长待${about.counter === 'unit' ? '' : '核验人'}核对`] : []),
  ];
}
