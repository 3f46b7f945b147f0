import type { Points } from '../../values/points.ts';
import { compact, PART_NUMBER } from './compact.ts';
import { NUMBER, readNumber } from './numbers.ts';

export type LimitSide = 'bonus' | 'penalty';

/**
 * What a limit is of: all of its sides (`block`); any one matter; an `item` that it names; the `part` that it stands in;
 * both sides taken together (`joint`).
 */
type LimitScope = 'block' | 'matter' | 'item' | 'part' | 'joint';

/** 加分累计不超过5分, as one clause of a text says it. */
export interface Limit {
  /** Its words, in one form of every sign. */
  readonly text: string;
  /** None where its words do not say. */
  readonly sides: readonly LimitSide[];
  readonly points: Points;
  readonly scope: LimitScope;
}

const AT_MOST =
  '(?:最[高多大](?:分值?|限额?)?|至多|不(?:得|能|可|应|宜)?(?:超过|超出|突破|超|高于|大于|多于)|上限(?:分(?!别)值?)?|封顶(?:分(?!别)值?)?|限额|[≤<]=?)';
const VERB =
  '(?:只|仅|可以?|能|共|累计|合计|总计|分别|加减分|加分|扣分|减分|奖励分?|奖分|得分|[加减扣奖计得限]|给予|[设定]*为|是|[:(±+-])*';
const UNIT = '分(?![之钟别类管工支])';
const N = `(${NUMBER})`;
const SHARE_OF = '(?:\\d+(?:\\.\\d+)?%|百分之[一二三四五六七八九十\\d]+)(?!的|以上|以下)';
/** 最高不超过5分, 分别不超过5分、10分, 以5分为限, 控制在5分以内, 5分封顶, 扣完5分为止. A condition (不超过5分的) is none. */
const LIMIT = new RegExp(
  [
    `(?:${AT_MOST}${VERB})+${N}分?[、,和与及]${N}${UNIT}`,
    `(?:${AT_MOST}${VERB})+${N}${UNIT}`,
    `(?<=(?:加分|扣分|减分|附加|倒扣|奖分|奖励)[^,。;\\d后]{0,8})总分(?:值|为|是|:)+${N}${UNIT}`,
    `(?<=(?:加分|扣分|减分|附加分|奖励分)项?目?)满分(?:值|为|是|:)*${N}${UNIT}`,
    `(?<=(?:扣分|减分|倒扣分?)[^,。;\\d后]{0,8})${N}分封底`,
    `以${N}分(?:为(?:上|最高)?限|为顶|封顶)`,
    `(?:控制|限制|限定|限|掌握)?在${N}分(?:以内|之内|内|以下)`,
    `[加扣]分?(?:完|满|够|足|至|到)${N}分(?:为?止|封顶)`,
    `超(?:过|出)${N}分(?:的|时|者)?(?:部分)?,?(?:均|都|只|仍|应|一律)*(?:按照?${N}分(?:计|算|记|封顶)|不(?:再|予|得)?[加扣计])`,
    `(?<![加扣减奖得计给记\\d.~-])${N}分(?:封顶|为(?:上|最高)?限|以内|之内)`,
  ]
    .map((form) => `${form}(?:以内|之内|封顶|为(?:上|最高)?限)?(?!的|以上|以下|[之钟别类管工支])`)
    .join('|'),
  'g',
);

/** 不超过总分的10%, 加分不超过10%: a share of points that somebody has to name. */
const SHARED_SIDE = '(?:加分|扣分|减分|附加|奖励)[^,。;\\d]{0,12}?';
const SHARE = new RegExp(
  `(?:${SHARED_SIDE})?(?:${AT_MOST}${VERB})+[^,。;\\d]{0,8}[分值]的?${SHARE_OF}|${SHARED_SIDE}(?:${AT_MOST}${VERB})+${SHARE_OF}`,
  'g',
);

const BOTH = /加[、和与及或(/]*[扣减](?!加)|奖[、和与及(/]*[扣惩罚]|[加减扣]分?[、和与及或][加减扣]/;
const SIDES: readonly (readonly [LimitSide, RegExp])[] = [
  ['bonus', /加分|附加(?![扣减])|奖励|奖分|[多高可过]加|加[完满够足至到]|加$/],
  ['penalty', /[扣减]分|倒扣|罚分|[多高可过][扣减]|扣[完满够足至到]|[扣减]$/],
];

const UNITS = /[每各](?:个|家)?(?:申报|考核|被考核|参评)?(?:单位|部门|县市?区?|市|区|乡镇|街道|示范点|对象)/g;
const NUMBERED =
  /第[\d一二三四五六七八九十]+(?:项|条|款|类|点|个|大项|部分|张?表)|附[件表][\d一二三四五六七八九十]/;
const SINGLE =
  /同一|同类|同样|每(?!个?(?:年|考核|周期))|逐|单(?:项|次|件|篇|条|个|类)|任[一何]|[一该此](?:项|次|件|篇|条)(?!目?标)|某/;
const EACH = /各(?=项|类|个|条|单项|小项|分项|指标|加分|扣分|奖励)/;
const TOGETHER = /合计|累计|总计|共计|总和|之和|总分|总值|总额|总的|总/;
const APART = /均|都|各|分别|一律/;
const OF_PART = /[本该此](?:部分|大?项|大?类|张?表|板块|栏|指标)/;

/** Words that name nothing more than a side as a whole. */
const PLAIN = new RegExp(
  [
    '分别|均|都|一律|原则上|加减分|奖扣分|奖惩分?|奖罚分?|附加|加分|扣分|减分|奖励|倒扣|罚分|[加扣减奖]',
    '项目?|事项|指标|内容|情形|因素|标准|清单|板块|部分|大项|类',
    '合计|累计|累加|总计|共计|一共|总和|之和|总[分值额数量体]?|得分|分值|分数|计分|幅度|[分值数额共和与及或、/]',
    '本(?:标准|办法|细则|年度?|次)|(?:全|当|每|一)?年度?内?|每个?考核(?:年度|周期)|考核|考评|评价|工作|单位|最终|最后|实际',
    '以上|上述|前述|所有|全部|各[项类种]?',
    '正[面向]|[负反][面向]|激励|积分|应当|可以|的|其|但|且|并|应|须|可|能|只|仅|得|超|过|按|以|为|是|在|将|由|等|[()“”:：.±+-]',
    '注|说明|备注|附注|要求',
  ].join('|'),
  'g',
);

const GIVES =
  /(?:加|扣|减|奖励?|得)(?:\d+(?:\.\d+)?|[一二两三四五六七八九半]|[-~]){1,4}分(?![之钟别类管工支])/;

/** What it says beside its limits gives or takes points: 获省级表彰的加3分，最高加5分. */
export function givesPoints(text: string): boolean {
  return GIVES.test(compact(text).text.replace(LIMIT, ''));
}

/** What a text limits by a share: that no number of points is written for. */
export function sharesIn(text: string): string[] {
  return [...compact(text).text.matchAll(SHARE)].map(([said]) => said);
}

/** 加分累计最高不超过5分。 and nothing else. */
export function saysOnlyLimits(text: string): boolean {
  const { text: flat } = compact(text);
  const rest = limitsIn(text).reduce((left, limit) => left.replace(limit.text, ''), flat);
  return rest !== flat && /^[,。;]*$/.test(rest);
}

/**
 * All that a text limits, clause by clause. `name`: it is what a block is called, so that words before the limit's own
 * clause are its name: 表彰奖励加分（最高5分）.
 */
export function limitsIn(text: string, { name = false } = {}): Limit[] {
  // 加（扣）分 is both.
  const flat = compact(text).text.replace(/加\(([扣减])\)分/g, '加$1分');
  const isGiven = !name && givesPoints(text);
  return flat.split(/[。;!\n]/).flatMap((sentence) => {
    const limits: Limit[] = [];
    let from = 0;
    for (const match of sentence.matchAll(LIMIT)) {
      const numbers = [...new Set(match.slice(1).filter((group) => group !== undefined))];
      const subject = subjectOf(sentence.slice(from, match.index), match[0]);
      from = match.index + match[0].length;
      // 不超过5分和10分 without 分别 belongs to nothing that is known.
      const before = limits.at(-1)?.sides ?? [];
      const sides = subject.sides.length > 0 ? subject.sides : before;
      const isEach = PER.test(sentence.slice(from));
      const scope = isGiven ? 'item' : isEach ? 'matter' : scopeOf(subject, sides, name);
      const clause = `${subject.shown}${match[0]}`;
      const apart = numbers.length > 1 && sides.length === numbers.length;
      numbers.forEach((number, at) => {
        const points = readNumber(number);
        const own = apart ? sides.slice(at, at + 1) : sides;
        // 扣至0分为止 is the floor of the total.
        if (points !== undefined && points > 0)
          limits.push({
            text: clause,
            sides: own,
            points,
            scope: numbers.length > 1 && !apart ? 'item' : scope,
          });
      });
    }
    return limits;
  });
}

/** 不超过3分/项. */
const PER = /^(?:\/|\(?每)个?[项次件个条篇人类]/;

interface Subject {
  /** Its own clause, and those before it that name no price, nearest first. */
  readonly own: string;
  readonly leads: readonly string[];
  readonly sides: readonly LimitSide[];
  readonly shown: string;
}

/** The points of a limit's words, with all behind them. */
const NUMBERS = new RegExp(`${NUMBER}分.*$`);

function subjectOf(before: string, phrase: string): Subject {
  const clauses = before.split(/[,:()（）]/);
  const own = (clauses.at(-1) ?? '').replace(PART_NUMBER, '').replace(/^[、和与及]+/, '');
  const leads = clauses
    .slice(0, -1)
    .reverse()
    .map((clause) => clause.replace(PART_NUMBER, ''))
    .filter((clause) => clause !== '' && !/\d分/.test(clause));
  const words = `${own}${phrase.replace(NUMBERS, '')}`;
  const said = [words, ...leads].map(sidesIn).find((sides) => sides.length > 0) ?? [];
  const isSaid = sidesIn(words).length > 0;
  const shown = isSaid ? own : [...leads.slice(0, 1), own].filter((each) => each !== '').join('，');
  return { own: words, leads, sides: said, shown };
}

function sidesIn(words: string): LimitSide[] {
  const found = SIDES.filter(([, pattern]) => pattern.test(words)).map(([side]) => side);
  // 扣分、加分分别不超过…: as they are named.
  const inOrder = /[扣减].*加/.test(words) ? [...found].reverse() : found;
  return BOTH.test(words) && !/附加[扣减]/.test(words)
    ? inOrder.length > 1
      ? inOrder
      : ['bonus', 'penalty']
    : found;
}

/** `name`: see {@link limitsIn}. */
function scopeOf({ own, leads }: Subject, sides: readonly LimitSide[], name: boolean): LimitScope {
  const isSided = sidesIn(own).length > 0;
  const [nearest = ''] = leads;
  const isTogether = TOGETHER.test(own);
  // 同一事项加分，最高不超过3分; 表彰类的，加分不超过3分.
  const beside = name
    ? []
    : leads.filter((lead) => (lead === nearest && !isSided) || /的$/.test(lead) || NUMBERED.test(lead));
  const words = [own, ...beside].join('').replace(UNITS, '');
  if (NUMBERED.test(words)) return 'item';
  if (!name && OF_PART.test(words)) return 'part';
  if (SINGLE.test(words) && !(isTogether && !SINGLE.test(own)))
    return name && OF_PART.test(own) ? 'block' : 'matter';
  if (EACH.test(words) && !TOGETHER.test(words) && !/[加扣减]分?项?目?各/.test(words)) return 'matter';
  if (sides.length > 1 && isTogether && !APART.test(words) && /[加扣减].*[加扣减]/.test(words))
    return 'joint';
  const isNamed = words.replace(AT_MOST_ALL, '').replace(PLAIN, '') !== '';
  return isNamed && !name ? 'item' : 'block';
}

const AT_MOST_ALL = new RegExp(`${AT_MOST}|以内|之内|控制|限制|限定|掌握|封顶|[完满够足至到限]`, 'g');
