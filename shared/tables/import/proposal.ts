import type { Points } from '../../values/points.ts';
import { itemSum } from '../draft/check-draft.ts';
import { allNodes } from '../draft/nodes.ts';
import { unitTotals } from '../draft/totals.ts';
import { guessColumns, headingsOf } from '../cells/columns.ts';
import { isWithin } from '../cells/within-cell.ts';
import { gradeRows } from '../cells/grade-rows.ts';
import { gridOf } from '../cells/grid.ts';
import { headerWord, isCapHeading } from '../cells/header-names.ts';
import { isDemeritList } from './demerits.ts';
import { isStatedTotal } from './head.ts';
import { unitOf } from '../reading/captions.ts';
import { type JoinedTable, joinTables } from '../reading/joined-tables.ts';
import { readTables } from '../reading/read-table.ts';
import type { DraftNode, ImportWarning, StandardDraft } from '../standard-draft.ts';
import type { ColumnMap } from '../column-map.ts';
import type { SourceTable } from '../source-table.ts';

/** What is taken from a file where nobody has chosen yet. */
export interface ImportProposal {
  /** Ids of the tables taken; none where no table is a scoring table. */
  readonly chosen: readonly string[];
  readonly maps: Readonly<Record<string, ColumnMap>>;
  /** Table id -> categories of units, where the tables are one for each kind of unit. */
  readonly appliesTo: Readonly<Record<string, readonly string[]>>;
  /** Why tables were left out, or how several were put together. */
  readonly warnings: readonly ImportWarning[];
  readonly leftOut: readonly LeftOut[];
}

interface LeftOut {
  readonly table: string;
  readonly isScoring: boolean;
  /** All that it says stands in a table that is taken. */
  readonly isDouble: boolean;
  /** What is odd about taking it all the same. */
  readonly ifTaken: string;
}

/** A table with those that it goes on in. */
interface Candidate extends JoinedTable {
  readonly draft: StandardDraft;
}

const NOT_SCORING = '不是评分表';

/**
 * Takes every scoring table; a copy of one before it and a hidden sheet beside visible ones are left out. Tables that
 * each make up the same full score are alternatives, one for each kind of unit.
 */
export function proposeImport(tables: readonly SourceTable[]): ImportProposal {
  const maps = agreeing(tables);
  const mapped = tables.map((table, index) => ({ table, map: maps[index] ?? guessColumns(table) }));
  const candidates = joinTables(mapped).map((joined): Candidate => {
    const ids = new Set(joined.parts.map(({ table }) => table.id));
    return { ...joined, draft: readTables(mapped.filter(({ table }) => ids.has(table.id))) };
  });
  const scoring = candidates.filter(isScoring);
  const anyVisible = scoring.some(({ table }) => !isHidden(table));
  const warnings: ImportWarning[] = [];
  const out: LeftOut[] = [];
  const leftOut = ({ parts }: Candidate, reason: string, ifTaken: string, isDouble = false) => {
    for (const { id, name } of parts.map(({ table }) => table)) {
      const isScoring = reason !== NOT_SCORING;
      out.push({ table: id, isScoring, isDouble, ifTaken: `“${name}”${ifTaken}` });
      const message = `“${name}”没有导入：${reason}`;
      warnings.push({ code: 'tableLeftOut', table: id, row: 0, column: 0, message });
    }
  };

  const taken: Candidate[] = [];
  for (const candidate of candidates) {
    const { table } = candidate;
    const twin = taken.find((before) => JSON.stringify(before.table.cells) === JSON.stringify(table.cells));
    const outer = scoring.find((other) => other !== candidate && isWithin(table, other.table));
    if (!scoring.includes(candidate)) leftOut(candidate, NOT_SCORING, '看起来不是评分表，请核对');
    else if (anyVisible && isHidden(table)) {
      leftOut(candidate, '它是隐藏的工作表', '是隐藏的工作表，请核对要不要导入');
    } else if (/作废|废止|停用|旧版/.test(table.name) && scoring.length > 1) {
      leftOut(candidate, '名称写明是旧的或作废的', '的名称写明是旧的或作废的，请核对要不要导入');
    } else if (twin) {
      const same = `与“${twin.table.name}”内容相同`;
      leftOut(candidate, same, `${same}，请核对要不要都导入`, true);
    } else if (outer) {
      const within = `它在“${outer.table.name}”的一格里，内容已经随那一格读取`;
      leftOut(candidate, within, `在“${outer.table.name}”的一格里，一起导入会重复计分，请核对`, true);
    } else taken.push(candidate);
  }
  // What stands beside the scores (加分, 扣分, 一票否决) is everybody's.
  const scored = taken.filter(({ draft }) => itemSum(draft.nodes) > 0);
  const totals = scored.map(({ draft }) => fullScoreOf(draft));
  const sum = totals.reduce((all, points) => all + points, 0);
  // 50 and 50 are the parts of 100, unless each says that it is the whole.
  const areParts =
    isSaidOfAll(taken, sum) ||
    (sum === 10_000 && scored.every(({ draft }) => draft.sums.every(({ whole }) => !whole)));
  // A table with a list for each kind of unit is none of one.
  const areLists = taken.some(({ draft }) => draft.warnings.some(({ code }) => code === 'blocksByUnit'));
  const alternatives = scored.length > 1 && new Set(totals).size === 1 && !areParts && !areLists;
  const own = scored.map(({ table }) => unitOf(table));
  const units = new Set(own).size === own.length ? own : scored.map(({ table }) => table.name);
  if (alternatives) {
    const names = units.map((unit) => `“${unit}”`).join('、');
    warnings.push({
      code: 'tablesByCategory',
      table: '',
      row: 0,
      column: 0,
      message: `${names}的总分相同，按每类单位一张表导入；如果不是，请只选其中一张`,
    });
  }
  return {
    chosen: taken.flatMap(({ parts }) => parts.map(({ table }) => table.id)),
    maps: Object.fromEntries(mapped.map(({ table, map }) => [table.id, map])),
    appliesTo: alternatives
      ? Object.fromEntries(
          scored.flatMap(({ parts }, at) => parts.map(({ table }) => [table.id, units.slice(at, at + 1)])),
        )
      : {},
    warnings,
    leftOut: out,
  };
}

/** Whether the file states what all tables make together, and not that each makes it: they are the parts of it. */
function isSaidOfAll(taken: readonly Candidate[], sum: Points): boolean {
  const rows = taken.flatMap(({ draft }) => draft.rows);
  const tables = taken.map(({ table }) => table);
  return isStatedTotal({ rows, sums: [] }, tables, sum);
}

/** Whether a table scores, gives or takes points, or bars, and says so nowhere else. */
export function looksScoring({ chosen, leftOut }: ImportProposal, id: string): boolean {
  const out = leftOut.find(({ table }) => table === id);
  return out ? out.isScoring && !out.isDouble : chosen.includes(id);
}

/** Whether some item has points, by columns that somebody set: who names the column of points is believed. */
export function hasPoints(table: SourceTable, map: ColumnMap): boolean {
  return itemSum(readTables([{ table, map }]).nodes) > 0;
}

/**
 * The columns of each table. Tables with the same heading over each column are parts of one: the fullest tells what the
 * columns mean; one without a heading goes on with the columns of the table before it.
 */
function agreeing(tables: readonly SourceTable[]): ColumnMap[] {
  const guesses = tables.map((table) => guessColumns(table));
  const heads = tables.map((table, index) => {
    const map = guesses[index];
    return map && map.headerTo > map.headerFrom ? headingsOf(gridOf(table), map).join('|') : '';
  });
  const maps: ColumnMap[] = [];
  // Whether it has the columns of a header, be it that of a table before it.
  let isHeaded = false;
  for (const [index, table] of tables.entries()) {
    const own = guesses[index] ?? guessColumns(table);
    const before = tables[index - 1];
    if (heads[index] === '' && before?.columns === table.columns && isHeaded) {
      maps.push({ headerFrom: 0, headerTo: 0, roles: maps.at(-1)?.roles ?? own.roles });
      continue;
    }
    isHeaded = heads[index] !== '';
    const same = tables.flatMap((other, at) =>
      heads[at] !== '' && heads[at] === heads[index] ? [{ other, at }] : [],
    );
    const [fullest] = [...same].sort((a, b) => b.other.rows - a.other.rows);
    maps.push({ ...own, roles: (fullest && guesses[fullest.at]?.roles) ?? own.roles });
  }
  return maps;
}

/**
 * Whether a table scores: some item has points or some entry counts, and its headings or texts speak of scores. A list of
 * people, hours or sizes has numbers as well.
 */
function isScoring({ table, draft, map }: Candidate): boolean {
  if (isDemeritList(table, map)) return false;
  const nodes = allNodes(draft.nodes);
  const hasScore = nodes.some(({ kind, fullScore = 0 }) => kind === 'item' && fullScore > 0);
  const hasEntries = nodes.some(({ kind }) => ['bonus', 'penalty', 'veto'].includes(kind));
  const speaksOfScores = map.roles.some((role) => ['criterion', 'fullScore', 'veto'].includes(role));
  if (isGradesAlone(table, map)) return false;
  const headings = headingsOf(gridOf(table), map);
  if (nodes.length > 0 && nodes.every(({ kind, sourceRows }) => kind === 'veto' && sourceRows.length > 0))
    return true;
  if (!hasScore && !(hasEntries && speaksOfScores)) return false;
  // A name that is nothing but a number of points is none.
  if (nodes.some(({ kind, title }) => kind === 'section' && title === '')) return false;
  if (headings.filter((heading) => RISK.test(heading)).length > 1) return false;
  if (!map.roles.includes('criterion') && headings.some((heading) => RESULT.test(heading))) return false;
  const cells = table.cells.filter(({ row }) => row >= map.headerTo);
  const scoring = cells.filter(({ text }) => SCORING.test(text)).length;
  // A criterion that gives or takes points speaks for itself; people are listed with what they got.
  const top = table.cells.filter(({ row }) => row < 6).map(({ text }) => headerWord(text));
  if (top.some((word) => PERSON.test(word)) && !top.some((word) => CRITERION.test(word))) return false;
  return (
    scoring > 0 ||
    (table.before ?? []).some((text) => SCORING.test(text)) ||
    hasEntries ||
    map.roles.includes('grade') ||
    headings.some((heading) => SCORE.test(heading) || isCapHeading(heading))
  );
}

/** 等级 | 得分区间 | 处理 and nothing else: what totals stand for. */
function isGradesAlone(table: SourceTable, { headerTo }: ColumnMap): boolean {
  const grid = gridOf(table);
  const grades = gradeRows(grid, headerTo);
  const rows = Array.from({ length: table.rows - headerTo }, (_, i) => headerTo + i).filter(
    (row) => grid.cellsIn(row).length > 0,
  );
  return rows.length > 0 && rows.every((row) => grades.has(row));
}

const SCORING = /\d\s*分(?![钟之类别])|不得分|扣分|满分|加分|否决|酌情/;
const SCORE = /分值|满分|标准分|赋分|评分|权重|配分|基本分|应得分|加减分|奖扣分|^分数?$/;
const CRITERION =
  /(?:评|扣|计|打|赋|记|给|得)分(?:标准|细则|办法|依据|规则|要点|方法|说明)|(?:考核|评价|验收)(?:标准|细则)/;
const PERSON =
  /^(?:姓名|学号|工号|身份证号?码?|性别|年龄|出生(?:年月|日期)?|联系电话|手机号?码?|电话|籍贯|民族|学历|准考证号|名次|排名)$/;

/** What was scored, paid or asked in an exam: 平均得分, 系数 | 金额, 题型 | 每题分值. */
const RESULT =
  /^(?:平均(?:得?分|值)|得分率|及格率|优秀率|最[高低]得?分|金额(?:元)?|单价|工资|薪级|题型|题量|每题分值)$/;

/** Grades of a risk: 可能性分值 | 后果分值 | 风险值. */
const RISK = /风险(?:等级|值|度)|可能性|后果|严重(?:性|程度)|发生概率/;

function isHidden({ name }: SourceTable): boolean {
  return name.includes('（隐藏的工作表');
}

/**
 * The full score to propose: what the table declares for the whole, where its sections don't say better; with
 * weights 100; for alternative tables that of one of them; otherwise the sum of the items.
 */
export function fullScoreOf(draft: StandardDraft, said?: Points): Points {
  const weighted = draft.nodes.filter(({ weight }) => weight !== undefined);
  if (weighted.length > 0) {
    const total = weighted.reduce((sum, node) => sum + itemSum([node]) * (node.weight ?? 0), 0);
    return Math.round(total / 10_000);
  }
  const sum = wholeOf(draft, said);
  const declared = draft.sums.filter(({ whole }) => whole).map(({ points }) => points);
  if (declared.length === 0 || declared.includes(sum)) return sum;
  // A round total is what the table means to be; the warning says what its items make.
  return declared.find((points) => points > 0 && points % 1000 === 0) ?? sum;
}

/** Of lists for several kinds of unit, what most of them make; of items that are for some units alone, all of them. */
function wholeOf({ nodes, sums }: StandardDraft, said: Points | undefined): Points {
  const items = allNodes(nodes).filter(({ kind }) => kind === 'item');
  const plain = itemSum(nodes);
  const totals = unitTotals(items);
  const often = (points: Points) => totals.filter((total) => total === points).length;
  const most = totals.reduce((best, points) => (often(points) > often(best) ? points : best), totals[0] ?? 0);
  const isDeclared = (points: Points) => sums.some((sum) => sum.whole && sum.points === points);
  if (isDeclared(plain) || plain === said) return plain;
  if (isDeclared(most) || most === said) return most;
  // 50 and 50 are the parts of 100.
  if (plain !== 10_000 && often(most) === totals.length && isByUnit(nodes)) return most;
  const scored = nodes.filter(({ kind, fullScore }) => kind === 'section' && fullScore !== undefined);
  const isPlain = scored.length > 0 && scored.every((node) => itemSum([node]) === node.fullScore);
  // A round total is what the table means to be: two kinds of unit may agree by chance.
  const roundness = (points: Points) => [1000, 10_000].filter((step) => points % step === 0).length;
  return isPlain || often(most) * 2 <= totals.length || roundness(plain) > roundness(most) ? plain : most;
}

/** Whether each section is a kind of unit's own, or everybody's: what the sections make is then no one's total. */
function isByUnit(nodes: readonly DraftNode[]): boolean {
  const units = nodes
    .map((node) => allNodes([node]).filter(({ kind }) => kind === 'item'))
    .map((items) => new Set(items.map(({ appliesTo }) => appliesTo.join('\n'))))
    .filter(({ size }) => size > 0);
  return units.filter((each) => !each.has('')).length > 1 && units.every(({ size }) => size === 1);
}
