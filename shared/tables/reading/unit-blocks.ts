import { type Points, showPoints } from '../../values/points.ts';
import { readPoints } from '../../values/typed-number.ts';
import { joinLines, kindOfAll } from '../cells/cell-texts.ts';
import { namesUnit } from '../cells/unit-columns.ts';
import { squeeze } from '../rule-text/compact.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import type { Warn } from './warn.ts';

/** So many blocks of the same sum are lists for one kind of unit each. */
const FEWEST = 3;

/**
 * Blocks of which each alone makes up the sum declared for all of them ("各60分考核"): one list for each kind of unit,
 * whose name is the block's. Its items are for that unit alone.
 */
export function readUnitBlocks(nodes: readonly GrowingNode[], warn: Warn): void {
  for (const node of nodes) {
    if (node.kind !== 'section' || node.fullScore === undefined) continue;
    const declared = node.fullScore;
    const blocks = blocksOf(node, declared);
    if (blocks.length > 0) readSections(warn, node, blocks, declared);
    else readDepartments(warn, node, declared);
  }
}

/** 所有部门 beside 执法部门 and 非执法部门 is each of them; beside 各乡镇 it is a kind of unit. */
export function dropEverybody(roots: readonly GrowingNode[]): void {
  const items = itemsIn(roots);
  const named = [...new Set(items.flatMap(({ appliesTo }) => appliesTo))];
  const isAll = (name: string) => {
    const kind = kindOfAll(name);
    return kind !== undefined && named.every((other) => other.endsWith(kind));
  };
  const everybody = new Set(named.filter(isAll));
  for (const item of items) if (item.appliesTo.some((name) => everybody.has(name))) item.appliesTo = [];
}

function readSections(warn: Warn, node: GrowingNode, blocks: readonly GrowingNode[], declared: Points): void {
  for (const block of blocks) {
    block.isUnitBlock = true;
    block.fullScore ??= declared;
    const unit = joinLines(block.title);
    for (const item of itemsIn(block.children)) item.appliesTo = [...new Set([...item.appliesTo, unit])];
  }
  tell(
    warn,
    node,
    blocks.map(({ title }) => title),
  );
}

/** The same where the units stand in the column of departments. */
function readDepartments(warn: Warn, node: GrowingNode, declared: Points): void {
  const items = itemsIn(node.children);
  const units = byDepartment(items);
  const fitting = [...units.values()].filter((list) => scoreOf(list) === declared);
  if (units.has('') || units.size < FEWEST || fitting.length * 2 <= units.size || scoreOf(items) === declared)
    return;
  for (const [unit, list] of units) {
    for (const item of list) item.appliesTo = [...item.appliesTo, unit];
    if (scoreOf(list) === declared) continue;
    const [made, wanted] = [showPoints(scoreOf(list)), showPoints(declared)];
    const row = list[0]?.sourceRows[0]?.row ?? 0;
    warn('blockSum', row, `“${unit}”各项合计${made}分，“${node.title}”标明的是${wanted}分`);
  }
  tell(warn, node, [...units.keys()]);
}

/** 各部门满分均为100分, 每个科室总分100分: what is said of each, and nobody's sum. */
const OF_EACH =
  /(?:各|每个?)[^,。;:\d]{1,8}?(?:满分|总分|分值合计|合计)[值均都各]*(?:为|是|:)?(\d{2,4}(?:\.\d{1,2})?)分/;

/** The departments of a whole table, each with the points that its remarks state for each of them. */
export function readStatedUnits(roots: readonly GrowingNode[], texts: readonly string[], warn: Warn): void {
  const said = texts.map((text) => OF_EACH.exec(squeeze(text))?.[1]).find((each) => each !== undefined);
  const read = readPoints(said ?? '', {});
  const items = itemsIn(roots);
  const units = byDepartment(items);
  const isFree = items.every(({ appliesTo }) => appliesTo.length === 0);
  if (!('value' in read) || units.size < 2 || units.has('') || !isFree) return;
  if ([...units.values()].some((list) => scoreOf(list) !== read.value)) return;
  for (const item of items) item.appliesTo = [item.department];
  tell(warn, { title: '全表', sourceRows: [] }, [...units.keys()]);
}

function byDepartment(items: readonly GrowingNode[]): Map<string, GrowingNode[]> {
  const units = new Map<string, GrowingNode[]>();
  for (const item of items) units.set(item.department, [...(units.get(item.department) ?? []), item]);
  return units;
}

function scoreOf(list: readonly GrowingNode[]): Points {
  return list.reduce((total, { fullScore = 0 }) => total + fullScore, 0);
}

function tell(warn: Warn, node: Pick<GrowingNode, 'title' | 'sourceRows'>, units: readonly string[]): void {
  const names = `${units.slice(0, 3).join('、')}${units.length > 3 ? '等' : ''}`;
  warn(
    'blocksByUnit',
    node.sourceRows[0]?.row ?? 0,
    `“${node.title}”按${units.length}类单位各一份导入（${names}），每类单位只评自己的一份；如果不是，请在“结构”里改适用单位`,
  );
}

function itemsIn(nodes: readonly GrowingNode[]): GrowingNode[] {
  return allGrowing(nodes).filter(({ kind }) => kind === 'item');
}

/** The sections at one depth below a node, where most of them sum to its score and all together to far more. */
function blocksOf(node: GrowingNode, declared: number): GrowingNode[] {
  let level = node.children;
  while (level.length > 0) {
    const sections = level.filter(({ kind }) => kind === 'section');
    const fitting = sections.filter((each) => sumOf(each) === declared);
    const areMost = fitting.length * 2 > sections.length && sections.length === level.length;
    if (areMost && (sections.length >= FEWEST || areUnits(sections, fitting))) return sections;
    level = sections.flatMap(({ children }) => children);
  }
  return [];
}

/** 教育局 and 卫健局, each with the whole: two are enough where they are called units. */
function areUnits(sections: readonly GrowingNode[], fitting: readonly GrowingNode[]): boolean {
  return sections.length === 2 && fitting.length === 2 && sections.every(({ title }) => namesUnit(title));
}

function sumOf(node: GrowingNode): number {
  return allGrowing(node.children).reduce(
    (sum, { kind, fullScore = 0, sign }) =>
      sum + (kind === 'item' && sign !== '-' && sign !== '+' ? fullScore : 0),
    0,
  );
}
