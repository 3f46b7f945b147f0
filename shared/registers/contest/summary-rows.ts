import { isNoCheat, plain } from './cheat-words.ts';

const MARK = '(?:分数?|成绩|得分|值)?';
const PEOPLE = /(?:参加|参赛|参考|参训|应到|实到|应考|实考|缺考|及格|合格|优秀|良好|达标|通过)/u.source;
/** What is made of marks, or said of all of them: 平均分, 最高分, 及格率, 参赛人数, 满分. */
const SUMMARIES = [
  `合计|总计|小计|共计|汇总|求和|(?:总|非空)?计数|乘积|总(?:分|成绩|得分|人数)|得分|成绩|名次|排名`,
  `(?:算术|加权)?平均${MARK}|均[分值]|最[高低大小]${MARK}|中位数|众数|(?:总体)?(?:标准(?:偏)?差|方差)`,
  `${PEOPLE}(?:率|人数)|人数|满分(?:分值)?|分值|权重|占比|比例`,
].join('|');
const OF_ALL = '(?:总计?|全[市省县区局队系统体部]{1,2}|各队|整体)?';
const FOOT = new RegExp(`^${OF_ALL}的?(?:${SUMMARIES})[\\d.%]*$`, 'u');
/** No person's name has one of these, wherever it stands: 本队平均. */
const NO_PERSON =
  /平均|均[分值]|[人队总]均|总分|人数|分数线|[及合]格|满分|合计|小计|总计|最[高低优]|第.+名|^avg$|average/u;
/** Nor one of these, which say whose a mark is or what: 理论得分. */
const MARK_NAME = /成绩|得分/u;
/** All of a team: 团体, 第一组. Its row is of the simulation. */
const GROUP = /全队|全体|团[队体]|集体|小组|模拟|^第?[一二三四五六七八九十\da-z]{1,3}组$|(?:代表|参赛)队$/u;
/** No unit's has: 市直平均, 及格线. 平均县 would be a place. */
const NO_TEAM =
  /平均(?![县市区乡镇])|均[分值]|小计$|(?:[及合]格|优秀|良好|达标)[线率分]|分数线|满分|成绩|得分|^avg$|average/u;
/** What stands around such a word: 甲局（平均）, 平均分：. */
const SIGNS = /[()[\]【】:：—–-]/gu;

/** Nothing, as people write it into a table. */
export const NOTHING = /^[-—–－／/]*$/u;

/** Whether what stands for a name is all of a team. */
export const isGroup = (name: string): boolean => GROUP.test(plain(name));

/** A dash is no name, nor is 团体. */
export function nameIn({ name }: { readonly name: string }): string {
  return NOTHING.test(plain(name)) || isGroup(name) ? '' : name.trim();
}

/** Whether a cell says that its row is none of a person or a team: the whole of it. */
function isFoot(text: string): boolean {
  return FOOT.test(plain(text).replace(SIGNS, ''));
}

/** What tells whose row it is. */
interface Whose {
  readonly team: string;
  readonly name: string;
  readonly theory: string;
  readonly simulation: string;
  readonly cheat: string;
  /** What stands first in its row; it may be below 序号, which is no column of ours. */
  readonly first?: string;
}

/** Of each row whether it is made of others: 平均分; 甲局 平均值 beside 甲局, as Excel's 分类汇总 writes it. */
export function summaryRows(rows: readonly Whose[]): readonly boolean[] {
  const teams = new Set(rows.map(({ team }) => plain(team)));
  const isOfTeam = (text: string): boolean => {
    const key = plain(text);
    return [...key].some((_, at) => teams.has(key.slice(0, at)) && isFoot(key.slice(at)));
  };
  return rows.map(
    (row) =>
      [row.team, row.name].some(isFoot) ||
      isNoPerson(row) ||
      NO_TEAM.test(plain(row.team)) ||
      isOfTeam(row.name) ||
      (nameIn(row) === '' && (isFoot(row.first ?? '') || isOfTeam(row.team))),
  );
}

/** 团体 that says nothing, or a name of what is made of marks. */
function isNoPerson({ name, theory, simulation, cheat }: Whose): boolean {
  const words = plain(name);
  if (NO_PERSON.test(words)) return true;
  return GROUP.test(words)
    ? isNothing(theory) && isNothing(simulation) && isNoCheat(cheat)
    : MARK_NAME.test(words);
}

const isNothing = (text: string): boolean => NOTHING.test(plain(text));
const OF_NO_TEAM = new RegExp(`^${OF_ALL}$`, 'u');

/**
 * Of each row that is made of others the team whose simulation it has and no other row: that it is the team's own cannot be told.
 * 0 is what is made of nothing.
 */
export function loneSimulations(rows: readonly Whose[], isSummary: readonly boolean[]): readonly string[] {
  const own = rows.filter((_, at) => !isSummary[at]);
  const teams = new Map(own.map(({ team }) => [plain(team), team.trim()]));
  const simulated = new Set(
    own.flatMap(({ team, simulation }) => (isNothing(simulation) ? [] : [plain(team)])),
  );
  return rows.map(({ team, simulation }, at) => {
    if (!isSummary[at] || !/[1-9]/u.test(plain(simulation))) return '';
    const key = plain(team);
    const part = [...key].map((_, to) => key.slice(0, to)).findLast((each) => teams.has(each)) ?? '';
    const of = teams.has(key) || !(part !== '' || isFoot(key) || NO_TEAM.test(key)) ? key : part;
    if (of === '' || OF_NO_TEAM.test(of) || simulated.has(of)) return '';
    return teams.get(of) ?? team.trim();
  });
}

export const askForSimulation = (team: string): string =>
  `${team}的模拟执法成绩只写在合计、平均等行：是这个队的成绩，请另写一行，只填队伍和模拟执法成绩；不是的请删去`;

/** Whether persons are named in rows that are none of these. */
export function namesPersons(rows: readonly Whose[], isSummary: readonly boolean[]): boolean {
  return rows.some((row, at) => !isSummary[at] && nameIn(row) !== '');
}
