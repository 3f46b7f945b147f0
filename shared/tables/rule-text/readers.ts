import type { Points } from '../../values/points.ts';
import type { Action, ActionBody } from './actions.ts';
import { NUMBER, readNumber } from './numbers.ts';
import { POINT_WORD, UNIT } from './words.ts';

/** One pattern and what it means. Earlier readers win over later ones where they overlap. */
interface Reader {
  readonly pattern: RegExp;
  /** Undefined: the words match but mean nothing here, and stay unread. */
  readonly read: (match: readonly string[], fullScore: Points | undefined) => ActionBody | undefined;
}

const N = `(${NUMBER})`;
const RANGE = `${NUMBER}分?[-~至到]${NUMBER}分`;
const SUBTRACT = '(?:扣除|扣减|扣罚|扣掉|扣去|核减|减去|扣分|扣|减)';
const ITEM = '(?:[该本此全整这]?(?:大|小|单)?(?:项|条|指标|款)(?:目|工作|考核|内容|指标)*)';
const END = '(?=[,。;、)\\n]|$)';

const inside: Reader['read'] = () => ({ kind: 'neutral', inside: true });
const neutral: Reader['read'] = () => ({ kind: 'neutral' });
const unsupported = (why: string) => () => ({ kind: 'unsupported', why }) as const;

/** A reader of "N分": the number is the first group that took part. */
function withPoints(body: (points: Points) => ActionBody): Reader['read'] {
  return (match) => {
    const number = match.slice(1).find((group) => group !== undefined && group !== '');
    const points = number === undefined ? undefined : readNumber(number);
    return points === undefined ? undefined : body(points);
  };
}

function reader(pattern: string, read: Reader['read']): Reader {
  return { pattern: new RegExp(pattern, 'g'), read };
}

const READERS: readonly Reader[] = [
  reader('(?:测评|评查|考试|评价|满意度)(?:得分|成绩|分数)', inside),
  // Thresholds: scores that a unit reached elsewhere, part of a condition.
  reader(`${NUMBER}(?:分?[-~至到]${NUMBER})?分(?:\\(含[^)]{0,6}\\)|及)?(?:以上|以下|以内|之间)`, inside),
  reader(`(?:达到?|低于|高于|不足|大于|小于)${NUMBER}分(?=的|者|[,。;])`, inside),

  reader(`不(?:予|再)?扣分|不予?加分`, unsupported('免扣或不加的情形')),
  reader(
    `(?:(?:酌情|视情(?:况|节|形)?|按情节|根据[^,。;\\n]{0,12}情况)[^,。;\\n计]{0,8}?(?:扣|给分|得分|打分|评分|加|减|奖|赋分|计分)|(?:适当|相应)(?:的|地|予以|给予|进行)?(?:扣|减|加|奖励?|给|得|计)(?=[\\d分除减予一二三]))(?:除|减|予|分)?(?:${RANGE}|${NUMBER}分|分)?`,
    unsupported('由考核人裁量的分数'),
  ),
  reader(`(?:${SUBTRACT}|[得给计记加奖]|奖励)${RANGE}`, unsupported('由考核人裁量的分数')),
  reader(
    `分别(?:${SUBTRACT}|[得给计记加奖]|奖励)${NUMBER}(?:分)?(?:[、,和]${NUMBER}分?)+分?`,
    unsupported('分别给出的几个分数'),
  ),
  reader(`(?:基础分|基本分|起评分|基准分)(?:为|:)?(?:${NUMBER}分)?`, unsupported('基础分')),

  reader(
    `(?:年度|考核|评价|验收)*总(?:分|成绩|得分)[^,。;]{0,4}?(?:为|计|记|得|按)?(?:零|0)分|一票否决(?:制)?|单项否决|取消[^,。;]{0,16}资格|(?:直接|一律)?(?:评|判|认|确)?(?:定)?为不合格(?:档案|等次|单位|等级)?|不予(?:评定|认定|命名|通过|验收)|不得(?:评为|申报|推荐|参评|参加)[^,。;]{0,16}`,
    () => ({ kind: 'veto' }),
  ),

  reader(
    `(?:追加|另行?|额外|再|加倍|双倍|倒)(?:扣除|扣减|扣|减)${N}${POINT_WORD}`,
    withPoints((points) => ({ kind: 'extra', points })),
  ),

  // Caps of deductions.
  reader(
    `(累计|合计|总计|共计?|总共?)?(?:扣分)?(?:最多|最高|至多)(累计|合计|共)?(?:只|可)?(?:扣除|扣减|扣分|扣)(?:分)?(?:不(?:得)?超过|为)?${N}分(?:为止|封顶|为限)?`,
    readCap,
  ),
  reader(
    `(累计|合计|总计|总|共)?()扣分(?:总[和数额])?(?:累计|合计)?(?:最高|最多)?(?:不(?:得)?超过|上限为?|以)${N}分(?:为止|封顶|为限)?`,
    readCap,
  ),
  reader(
    `(累计|合计|总计)()(?:扣除|扣减|扣)?(?:最高|最多)?(?:不(?:得)?超过|以)${N}分(?:为止|封顶|为限)?`,
    readCap,
  ),
  reader(`()()(?:扣满|扣完|扣至|扣够|扣到)${N}分(?:为止|封顶|即止)`, readCap),
  reader(`()()(?:最多|最高|至多)(?:不(?:得)?超过)?${N}分(?:为止|封顶|为限)?`, readCap),

  // Down to zero and no further: what every deduction does anyway.
  reader(
    `(?:直至|直到)?扣(?:完|光|尽)(?:${ITEM}?(?:的)?(?:分值|分数|得分|分)?)(?:为止|即止|止)|(?:直至|直到)(?:该项|本项)?(?:分值)?扣完(?:为止)?|扣完${END}|扣至(?:0|零)分(?:为止)?|(?:扣至|直至|直到)${ITEM}?(?:0|零)分为止`,
    neutral,
  ),
  reader(`不(?:得)?(?:倒扣分?|计负分|出现负分|得负分|扣负分|记负分)`, neutral),

  // The whole item is lost.
  reader(
    `(?:(?:扣除?|减去?|扣完|扣光)${ITEM}(?:的)?(?:全部|所有)?(?:分值|分数|得分|分(?![值数]))|扣(?:除)?(?:全部|所有)(?:分值|分数|得分|分(?![值数]))|(?:${ITEM}(?:均|都)?)?(?:分值|分数)?(?:不得分(?![配散包解割开摊])|不予?给分|不予得分|得(?:0|零)分|[计记](?:为|作)?(?:0|零)分|为(?:0|零)分|扣全分|全扣|全部扣(?:完|除|光)))(?!的?(?:\\d|一半|半|[一二三四五]分之|百分之))`,
    () => ({ kind: 'zero' }),
  ),

  // Deductions, the unit after them or before them.
  reader(`${SUBTRACT}${N}分\\/(?:每)?(${UNIT})`, readDeductPerUnit),
  reader(`${SUBTRACT}${N}\\/(?:每)?(${UNIT})`, readDeductPerUnit),
  reader(`按(?:照)?(?:每)(${UNIT})${N}分(?:的标准)?(?:扣减|扣除|扣分|扣)`, (match) =>
    readDeductPerUnit(['', match[2] ?? '', match[1] ?? ''], undefined),
  ),
  reader(
    `各${SUBTRACT}${N}${POINT_WORD}`,
    withPoints((points) => ({ kind: 'deduct', points, each: true })),
  ),
  reader(
    `${SUBTRACT}${N}${POINT_WORD}`,
    withPoints((points) => ({ kind: 'deduct', points })),
  ),

  // In proportion.
  reader(
    `按(?:照)?[^,。;]{0,12}?(?:比例|百分比|比率|(?<!增长|下降|上升|排名)率)(?:乘以(?:本项|该项)?(?:分值|满分))?(?:计算|折算)?(?:得分|计分|给分|赋分|记分|评分)`,
    () => ({ kind: 'proportion', of: 'give' }),
  ),
  reader(`按(?:照)?[^,。;]{0,12}?(?:比例|百分比|比率|完成率)(?:计算|折算|相应)?(?:扣分|扣减|减分)`, () => ({
    kind: 'proportion',
    of: 'deduct',
  })),

  reader(
    `(?:取最高|按最高|以最高|就高|只计最高|从高)[^,。;]{0,8}?(?:计分|得分|加分|给分|分)?${END}|不(?:重复|累计|累加)(?:计分|得分|加分|计算|给分)?`,
    () => ({ kind: 'highest' }),
  ),

  reader(
    `(?:加|奖励|奖|加计)${N}${POINT_WORD}`,
    withPoints((points) => ({ kind: 'bonus', points })),
  ),

  // The full score said once more.
  reader(
    `(?:满分|(?:本|该|此)(?:小|大)?项(?:满分|分值|共计?|总分)?|分值|标准分|共计?)(?:为|:)?${N}分${END}`,
    (match, fullScore) => (readNumber(match[1] ?? '') === fullScore ? { kind: 'neutral' } : undefined),
  ),

  reader(`再(?:得|计|记|给)${N}${POINT_WORD}`, unsupported('累进给分')),
  // The item's own score at the text's end: "…职责明确。3分".
  reader(`(?<=[。;\\n])${N}分。?$`, (match, fullScore) =>
    readNumber(match[1] ?? '') === fullScore ? { kind: 'neutral' } : undefined,
  ),

  // Points given for each of an unsaid number of pieces.
  reader(
    `(?:每(?:${UNIT}|[^,。;每(]{1,14}?[一1]?${UNIT}[^,。;每(]{0,10}?)|各)(?:可)?(?:得|计|记|给|赋)?${N}${POINT_WORD}`,
    withPoints((points) => ({ kind: 'unsupported', why: '每件得分', step: points })),
  ),
  reader(`(?:得|计|记|给)(?:予)?(?:满分|全分)`, () => ({ kind: 'give', points: 'full' })),
  reader(
    `(?:可?得|计|记|给予?|赋|评)(\\d+(?:\\.\\d+)?|[零一二两三四五六七八九十]{1,3})${POINT_WORD}`,
    withPoints((points) => ({ kind: 'give', points })),
  ),
  reader(
    `\\((?:计)?(\\d+(?:\\.\\d+)?)分\\)`,
    withPoints((points) => ({ kind: 'give', points })),
  ),
  reader(
    `(?<![\\d.扣加减奖超过达足于])(\\d+(?:\\.\\d+)?)分${END}`,
    withPoints((points) => ({ kind: 'give', points })),
  ),
];

/** Every scoring phrase of a compact text that some reader knows, in the text's order. */
export function readActions(text: string, fullScore: Points | undefined): Action[] {
  const actions: Action[] = [];
  for (const { pattern, read } of READERS) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (to === from || actions.some((taken) => from < taken.to && taken.from < to)) continue;
      const body = read(match, fullScore);
      if (body) actions.push({ ...body, from, to });
    }
  }
  return actions.sort((a, b) => a.from - b.from);
}

function readCap(match: readonly string[]): ActionBody | undefined {
  const points = readNumber(match[3] ?? '');
  if (points === undefined) return undefined;
  return { kind: 'cap', points, total: Boolean(match[1] ?? match[2]) };
}

function readDeductPerUnit(match: readonly string[], _fullScore: Points | undefined): ActionBody | undefined {
  const points = readNumber(match[1] ?? '');
  return points === undefined ? undefined : { kind: 'deduct', points, unit: match[2] ?? '' };
}
