import { halfWidth } from '../../values/typed-number.ts';
import type { Heading, Named } from '../column.ts';
import { bare } from '../import/grid.ts';
import { CHEAT, CHEATS } from './cheat-words.ts';

export const MARKS = ['theory', 'simulation'] as const;
export type Mark = (typeof MARKS)[number];

/** A heading is of a mark only where the whole of it is read: who, what, test, mark, notes. Anything else is not, and that is told. */
const WHO =
  '(?:服务型)?行政执法|法律法规|法规|公共|线上|上机|个人|参赛选手|选手|参赛人员|参赛队员|队员|考生|现场|比武|竞赛|岗位|技能|法律|法治|业务|专业|知识|综合|基础|闭卷|原始|最终';
const TEST = '考试|测试|测验|答题|答卷|卷面|考核|竞赛|比赛|比武|评分';
const MARK = '成绩|得分|分数|分';
const KIND = '原始|最终|实际|实得';
const SHARE = '(?:占(?:比|总分|总成绩|得分)?|权重)[为占:]?(\\d+(?:\\.\\d+)?)%';
const NOTE = [
  '(?:均?按)?百分制',
  '(?:满分|总分)均?为?:?(?:100|一?百)分?制?',
  '(?:0-)?100(?:\\.0+)?分?制?',
  '\\d+分?(?:以上)?为?[及合]格',
  '精确到(?:0\\.0*1分?|小数点后[一二两12]位)',
  '保留(?:小数点后)?[一二两12]位(?:小数)?',
  '(?:折算|折合|换算|加权)前|未(?:折算|折合|换算|加权)',
  '(?:单位:)?分',
  '(?:限时|时长)?\\d+分钟',
  SHARE.replace('(\\d', '(?:\\d'),
].join('|');
/** Of a simulation, judges' marks are averaged; of theory each mark is of one person. */
const PARTS = {
  theory: {
    who: WHO,
    what: '(?:理论(?:法律|业务|专业)?(?:知识)?(?:闭卷|上机|线上)?(?:笔试|机考)?|笔试|机考)',
    mark: `(?:(?:${KIND})?(?:${MARK}))?`,
    note: `${NOTE}|个人`,
  },
  simulation: {
    who: `${WHO}|团体|集体|团队|情景|情境`,
    what: '模拟(?:现场|情景)?(?:行政)?(?:执法)?(?:环节|项目|展示|演练)?',
    mark: `(?:团体|集体|团队)?(?:(?:${KIND}|最后|(?:评委)?平均)?(?:${MARK})|平均)?`,
    note: `${NOTE}|(?:评委)?平均分?|团体|集体|团队|(?:去掉|去除|扣除|除去)?(?:一个)?(?:最高分?)?(?:[和及与]?(?:一个)?最低分?)?(?:后|之后)?(?:的|取|求)?(?:评委)?平均(?:分|值)?|(?:去掉|去除|扣除|除去)(?:一个)?最高分?(?:[和及与]?(?:一个)?最低分?)?后?`,
  },
};
const readerOf = ({ who, what, mark, note }: (typeof PARTS)[Mark]) => ({
  whole: new RegExp(`^(?:20\\d\\d年度?)?(?:${who}){0,3}${what}(?:${TEST})?${mark}((?:${note})*)$`, 'u'),
  note: new RegExp(`^(?:${note})$`, 'u'),
});
const READERS = { theory: readerOf(PARTS.theory), simulation: readerOf(PARTS.simulation) };
/** What names it, in whatever words. */
export const SAYS = { theory: /理论|笔试|机考/u, simulation: /模拟/u };

/** Over several columns, words of a group may be of another one of them: 成绩及名次. */
const GROUP = new RegExp(
  `^(?:20\\d\\d年度?|${WHO}|${TEST}|${MARK}|团体|各项|两项|单项|项目|情况|统计|理论|笔试|模拟(?:执法)?|名次|排名|[及和与/])*$|^[^折换权扣均占率满制]*(?:表|册|名单)$`,
  'u',
);
const ENDS_MARK = new RegExp(`(?:${MARK})$`, 'u');

/** Why one is none, where that is known: made of marks, a place, of something else than 100, of several or of a part. */
const WEIGHTED = /[×*]|[%％]|百分之|折[算合]|换算|折后|加权|权重/u;
const PLACE = /扣分|失分|名次|排名|排序|位次|等次|等级|档次/u;
const POINTS = /(?<![\d.])(?!100(?:\.0+)?分)\d+(?:\.\d+)?分(?![组场队钟])|满分(?!为?(?:100|一?百)(?!\d))/u;
const AVERAGE = /平均|均分/u;
const EXTREME = /最[高低]/u;
const QUESTIONS = /客观|主观|[选断答析]题/u;
export const AVERAGED = '是算好的平均分，不是每个人的成绩';
/** Names no mark: 座位号, 抽签号, 用时, whatever numbers stand below. */
const NO_NAME = /人数|[及合]格[分线]|时间|题(?:目|[号数量型]|$)/u;
const NAME =
  /(?:成绩|得分|分数|分|考试|测试|测验|考核|笔试|机考|补考|[初复决预]赛|轮|第.场)$|(?:评委|评审|考官|裁判).{0,3}$/u;
const UNSURE: Named = { why: '看不出是不是满分100分的成绩', isPerhaps: true };

const MOCK: Named = { why: '像是模拟考试的成绩', isPerhaps: true };
/** 模拟考试: an examination before the one that counts. */
const isMock = (text: string): boolean =>
  /模拟/u.test(text) && !/执法/u.test(text) && /考试|测试|测验|答题|笔试|机考/u.test(text);

/** A column of marks: the heading, with what stands below where a share of the score is in it. */
export const namesTheory = (heading: Heading): Named | undefined => named(heading, 'theory');
export const namesSimulation = (heading: Heading): Named | undefined => named(heading, 'simulation');

function named(heading: Heading, mark: Mark): Named | undefined {
  const [group, own] = [parted(heading.group), parted(heading.text)];
  const said = [heading.text, heading.group].find(
    (text) => SAYS.theory.test(text) || SAYS.simulation.test(text),
  );
  const other = mark === 'theory' ? 'simulation' : 'theory';
  if (said === undefined || !SAYS[mark].test(said)) return undefined;
  if (isMock(said === heading.text ? said : said + heading.text))
    return SAYS.theory.test(said) === (mark === 'theory') ? MOCK : undefined;
  if (SAYS[other].test(said)) return undefined;
  const { whole, note } = READERS[mark];
  const full = group.core + own.core;
  const isAlone = GROUP.test(group.core) && (!/[名排][次名]/u.test(group.core) || ENDS_MARK.test(own.core));
  const match = whole.exec(full) ?? (isAlone ? whole.exec(own.core) : null);
  const notes = [...group.notes, ...own.notes];
  const strange = notes.filter((each) => !note.test(each));
  if (match && strange.length === 0) return byShare([...notes, match[1] ?? ''], heading);
  const why = whyNot(full, [full, ...strange].join(''), mark);
  if (why !== undefined) return why === '' ? undefined : { why };
  const name = full.replace(/[\d.]+$/u, '');
  return match !== null || whole.test(name) || NAME.test(name) ? UNSURE : undefined;
}

/** Why it is none; '' where it names none; undefined where that is not known. */
function whyNot(core: string, words: string, mark: Mark): string | undefined {
  if (NO_NAME.test(core) || CHEAT.test(core)) return '';
  if (WEIGHTED.test(words)) return FOLDED;
  if (PLACE.test(words)) return '不是分数';
  if (POINTS.test(bare(words))) return '不是满分100分的';
  if (mark === 'theory' && AVERAGE.test(words)) return AVERAGED;
  if (EXTREME.test(words)) return '是最高、最低的，不是每个人的成绩';
  return QUESTIONS.test(words) ? '是一部分题的' : undefined;
}

const FOLDED = '是折算过的';

/** 占40% may be said of marks out of 100 or of what is made of them: by the marks, most of which are above it, or none. */
function byShare(notes: readonly string[], { below }: Heading): Named {
  const [, share] = new RegExp(SHARE, 'u').exec(notes.join(',')) ?? [];
  if (share === undefined) return true;
  const marks = (below?.() ?? []).map((text) => halfWidth(text).trim().replace(/分$/u, ''));
  const numbers = marks.filter((text) => /^\d+(?:\.\d+)?$/u.test(text)).map(Number);
  const above = numbers.filter((each) => each > Number(share)).length;
  if (above * 2 > numbers.length) return true;
  return above === 0 ? { why: FOLDED } : UNSURE;
}

/** What is in brackets behind it, each by itself. */
function parted(text: string): { core: string; notes: string[] } {
  const plain = halfWidth(text)
    .replace(/\s|^\*|\*$/gu, '')
    .replace(/[【[]/gu, '(')
    .replace(/[】\]]/gu, ')')
    .replace(/[—–~]+/gu, '-');
  const [, core = '', behind = ''] = /^(.*?):?((?:\([^()]*\))*)$/su.exec(plain) ?? [];
  return { core, notes: behind.split(/[(),;、。/]/u).filter((each) => each !== '') };
}

const ASKED = new RegExp(
  `^(.*?)((?:是否|有无)?(?:有|存在|发生)?(?:考试|考场)?${CHEATS}(?:[、,，/或及和]?${CHEATS})*等?的?(?:行为|情形|情况|现象|记录)?(?:填?(?:是[/、或]?否|有[/、或]?无))?)$`,
  'u',
);
const OF_ALL = /^(?:执法|考试|测试|考场|现场|比武|竞赛|成绩|个人|选手){0,3}$/u;

/** 理论作弊, or 是否作弊 below 理论测试: the mark that it is said of. */
export function cheatMark(text: string, group: string): Mark | undefined {
  const [, own = '', is = ''] = ASKED.exec(bare(text)) ?? [];
  if (is === '') return undefined;
  const of = (words: string): Mark | undefined => MARKS.find((mark) => READERS[mark].whole.test(words));
  return of(own) ?? of(bare(group) + own) ?? (own === '' ? of(parted(group).core) : undefined);
}

/** 不存在作弊, 作弊承诺书 and 作弊处理 say of nobody that he cheated: 是 and 有 below would be read as if they did. Nor is what is said of one mark said of both. */
export function whyNoCheat(text: string, group: string): string | undefined {
  const [, own] = ASKED.exec(bare(text)) ?? [];
  return own !== undefined && OF_ALL.test(own) && cheatMark(text, group) === undefined ? undefined : '';
}
