import { squeeze } from '../rule-text/compact.ts';
import { TOTAL_FLOOR } from '../rule-text/floors.ts';
import { type Limit, limitsIn } from '../rule-text/limits.ts';
import { isOfTotal } from '../rule-text/total-scores.ts';
import { allNodes } from '../draft/nodes.ts';
import { shortly } from '../reading/warn.ts';
import type { ImportWarning, StandardDraft } from '../standard-draft.ts';
import { passScoreOf } from './pass-score.ts';

const SCORE = /(?:总|得|加|扣|减|[附]加|基[础本])分|成绩/;
const PART = /部分|项|板块|指标|[★☆]/;
const MEASURED = /\d(?:分|%)|[合达]格|达标/;
const BINDS =
  /低于|高于|[少多]于|不[足满到]|未[满达]|超[过出]|达[到不]|[≥≤<>]|不[合及]格|不得|不能|不享受|[方才]可|[方才]能|[仅只]|封底|为限|最[多高]|负分/;
const COMBINED = /且|同时|以及|(?<!平)均/;
const FAILS = /不[合及]格|不达标|不通过|不予(?:认定|命名|推荐)/;
/** What every standard holds by itself: no item, and no total, goes below nothing, and no item above its score. */
const ANYHOW =
  /(?:[不未](?:得|能|应)?(?:超过|超出|高于)|以)(?:该|本|此|各|其)*(?:项|指标|条|栏)*的?(?:标准|规定|应得|最高)?(?:分值?|满分)(?!的|\d)|扣完为?止|[扣减][至到完](?:零|0)分|(?:不出现?|不计|没有)负分|不?封底,?封顶|不封[底顶]|最低(?:为|得|计|是)*(?:零|0)分/;
const FLOORS = new RegExp(TOTAL_FLOOR);

/** Who may apply at all, and what grade follows: 须同时具备下列条件, 缺一不可, 考核等次下调一档. */
const OF_APPLYING = new RegExp(
  [
    '(?:具备|符合|满足|达到)(?:下列|以下|如下)[^。;,:]{0,6}条件',
    '条件[^。;:]{0,8}缺一不可',
    '^(?:申报|参评|参加|推荐|验收|基本|前置)(?:单位)?的?(?:基本)?条件:',
    '(?:具有|存在|有|出现|发生)?(?:下列|以下)[^。;]{0,16}不(?:得|予|能|可|再)?(?:参加|参与|申报|参评|纳入|列入|受理|推荐)',
    '^(?!.*\\d分).*[方才](?:可|能)(?:参加|参与|申报|参评|推荐)',
    '(?:等次|等级|档次)[^。;,:]{0,4}(?:下调|下降|降低?|调低)|(?:降低?|下调|调低)[^。;,:]{0,6}(?:等次|等级|档次|[一二两1-3]个?[档级等])',
  ].join('|'),
);

/**
 * Sentences beside the tables that make the total, a part or what is added and taken depend on something, and that
 * nothing of the standard holds: 各部分得分不低于60%的，为合格; 总分超过100分的，按100分计.
 */
export function conditionsUnread(draft: StandardDraft): ImportWarning[] {
  const told = draft.warnings.map(({ message }) => message);
  const vetoes = allNodes(draft.nodes)
    .filter(({ kind }) => kind === 'veto')
    .flatMap(({ title, criterion }) => [title, ...criterion.split('\n')])
    .map(squeeze)
    .filter((words) => words.length > 4);
  return draft.notes.flatMap(({ table, row, text }) => {
    if (told.some((message) => message.includes(`“${shortly(text)}”`))) return [];
    return sentencesOf(text).flatMap((sentence) => {
      const words = squeeze(sentence);
      const isOfApplying = OF_APPLYING.test(words);
      if (!(isOfApplying || isCondition(words)) || vetoes.some((veto) => words.includes(veto))) return [];
      const where = row > 0 ? `第${row}行的` : '表外的';
      const todo = FAILS.test(words) ? '需要时请在“结构”里新增为一票否决，由人判断' : '评分时请另行按它核对';
      const says = isOfApplying ? '写的是申报、参评的条件或等次的调整' : '对总分、部分的得分或加减分另有条件';
      const message = `${where}“${shortly(sentence)}”${says}，没有写入标准，只保留为说明；${todo}`;
      return [{ code: CODE, table, row, column: 0, message }];
    });
  });
}

const CODE = 'conditionUnread';
/** A mark that a sentence explains, and nothing reads, is such a one as well. */
const UNREAD: readonly string[] = [CODE, 'markUnread'];

/** Whether some of a text was told so. */
export function saysUnread(warnings: readonly ImportWarning[], text: string): boolean {
  const told = warnings.filter(({ code }) => UNREAD.includes(code));
  return sentencesOf(text).some((each) => told.some(({ message }) => message.includes(`“${shortly(each)}”`)));
}

function sentencesOf(text: string): string[] {
  return text
    .split(/[。；;！!\n]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function isCondition(words: string): boolean {
  // A limit of a side is the standard's, or told.
  const limits = limitsIn(words);
  const isTotals = ({ sides }: Limit) => sides.length === 0 && /总分|得分|成绩|满分/.test(words);
  if (limits.some(isTotals)) return true;
  const rest = limits
    .reduce((left, { text }) => left.replace(text.replaceAll('，', ','), ''), words)
    .replace(FLOORS, '')
    .replace(ANYHOW, '');
  if (limits.length > 0 && /除外|不含|不包括/.test(rest)) return true;
  const isOfScores = SCORE.test(rest) || (PART.test(rest) && MEASURED.test(rest));
  if (!isOfScores || !BINDS.test(rest)) return false;
  const isOfMore = COMBINED.test(rest) || PART.test(rest);
  if (isOfMore) return true;
  // The line, and what follows from a total.
  const at = rest.search(/[的者],|为|,/);
  return passScoreOf([rest]) === undefined && !isOfTotal(at < 0 ? rest : rest.slice(0, at));
}
