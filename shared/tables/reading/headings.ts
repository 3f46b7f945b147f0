import { CONTINUED, joinLines, titleFrom, weightOf } from '../cells/cell-texts.ts';
import {
  readScoreText,
  saysPointsAlone,
  scoreInName,
  scoreSaid,
  type ScoreText,
} from '../cells/score-text.ts';
import type { Points } from '../../values/points.ts';
import { growingNode, type GrowingNode } from './growing-node.ts';
import { limitsIn } from '../rule-text/limits.ts';
import type { HeadingRank } from './outline.ts';
import type { LevelText, RowFacts } from './row-facts.ts';
import { record, type TableState } from './table-state.ts';

/** Opens an outline heading: it ends those that stand no higher. */
export function openHeading(
  state: TableState,
  facts: RowFacts,
  { rank, countsApart, last }: HeadingRank,
): void {
  closeParts(state, facts);
  const [level] = facts.levels;
  const { content, criterion } = facts.texts;
  const { score: elsewhere, department, note } = besideName(facts);
  const numbering = facts.numbering ?? level?.numbering;
  const raw = facts.alone
    ? numbering?.rest || facts.alone.text
    : (level?.text ?? (content || criterion || facts.text));
  const beside = facts.alone || !level ? [] : [content, criterion, facts.texts.facts];
  // (三) | 开发利用 | 30分: points that stand beside the name are its score.
  const points = beside.map((text) => (/分$/.test(text.trim()) ? readScoreText(text) : undefined));
  const texts = beside.filter((_, i) => points[i]?.kind !== 'points');
  const node = namedSection(raw, facts.alone?.text ?? level?.written ?? raw);
  if (node.title === '') node.title = facts.text;
  const said = [facts.score, ...points, elsewhere].find((score) => score?.kind === 'points');
  if (said?.kind === 'points') setScore(node, said.points, said.sign);
  node.number = numbering?.number ?? '';
  node.rank = rank;
  node.countsApart = countsApart;
  node.last = last;
  node.weight = weightOf(facts.weight) ?? shareIn(raw);
  node.criterion = [node.criterion, ...texts].filter((text) => text !== '').join('\n\n');
  node.department = joinLines(department);
  node.note = note;
  state.outline = state.outline.filter((open) => open.rank < rank);
  const siblings = state.outline.at(-1)?.children ?? state.roots;
  const section = repeatOf(siblings, node) ?? node;
  if (section === node) siblings.push(node);
  state.outline.push(section);
  state.levels = [];
  state.item = undefined;
  record(state, facts, 'section', section === node ? '下面各行的上级指标' : '续前页的上级指标', section);
}

/** An item numbered like an open heading stands beside it, not below it (五、 after the rows of 四、). */
export function closeHeadings(state: TableState, facts: RowFacts): void {
  const { numbersRow, levels } = facts;
  closeParts(state, facts);
  // （二）政治纪律 beside （一）理论武装, in one column of all levels.
  const numbering = facts.numbering ?? (levels.length === 1 ? levels[0]?.numbering : undefined);
  if (!numbering || !numbersRow) return;
  const beside = state.outline.findIndex(({ rank, countsApart }) => rank === numbering.rank && !countsApart);
  if (beside < 0) return;
  state.outline = state.outline.slice(0, beside);
  state.levels = [];
}

/** A heading of parts ends with the last of them. */
function closeParts(state: TableState, { row }: RowFacts): void {
  const ended = state.outline.findIndex(({ last }) => last < row);
  if (ended < 0) return;
  state.outline = state.outline.slice(0, ended);
  state.levels = [];
}

/** Opens a section for every level cell that begins in this row; blank ones go on from the row above. */
export function openLevels(state: TableState, facts: RowFacts, levels = facts.levels): void {
  for (const level of levels) {
    const index = level.depth - 1;
    // 培训（1）, 培训（2）: beside a score a small bare number tells names apart.
    const isOrdinal = /[（(【[][1-4][)）】\]]\s*$/.test(level.text);
    const isName =
      isOrdinal &&
      level === facts.levels.at(-1) &&
      facts.texts.title === '' &&
      level.rowSpan === 1 &&
      facts.score.kind === 'points' &&
      !isOver(facts, level);
    const node = levelSection(level, isName ? scoreSaid : scoreInName);
    // A number merged over the same rows is the level's.
    if (!facts.numbersRow && level.rowSpan === facts.numberSpan)
      node.number ||= facts.numbering?.number ?? '';
    const open = state.levels[index];
    const repeated = open && open.title === node.title && isRepeated(facts, level.depth);
    if (repeated) continue;
    const parent =
      state.levels.slice(0, index).findLast((above) => above !== undefined) ?? state.outline.at(-1);
    const declared = facts.levelScores.get(level.depth);
    if (declared?.kind === 'points') setScore(node, declared.points, declared.sign);
    if (level.depth === 1) node.weight = weightOf(facts.weight) ?? shareIn(level.text);
    const siblings = parent?.children ?? state.roots;
    const section = repeatOf(siblings, node) ?? node;
    if (section === node) siblings.push(node);
    state.levels = [...Array.from({ length: index }, (_, above) => state.levels[above]), section];
  }
}

/** A level that has a row of its own, with the score that stands in it. */
export function openLevelRow(state: TableState, facts: RowFacts): void {
  const [first] = facts.levels;
  const rank = first?.depth === 1 ? (facts.numbering ?? first.numbering)?.rank : undefined;
  if (rank !== undefined) state.outline = state.outline.filter((open) => open.rank < rank);
  openLevels(state, facts);
  const node = state.levels.at(-1);
  if (!node) return;
  const { score: elsewhere, department, note } = besideName(facts);
  const said = facts.score.kind === 'points' ? facts.score : elsewhere;
  if (said?.kind === 'points') setScore(node, said.points, said.sign);
  const { facts: told } = facts.texts;
  node.criterion = [node.criterion, told].filter((text) => text !== '').join('\n');
  node.department ||= joinLines(department);
  node.note ||= note;
  state.item = undefined;
  record(state, facts, 'section', '下面各行的上级指标', node);
}

/** Its weight where a name says it: 环境卫生（40%）, 一、组织领导（权重0.4）. */
function shareIn(name: string): number | undefined {
  const said =
    /权重[^\d]{0,3}[\d.]+%?/.exec(name) ?? /[(（【[](?:占比?)?[:：]?([\d.]+\s*[%％])[)）】\]]\s*$/.exec(name);
  return weightOf(said?.[1] ?? said?.[0] ?? '');
}

/** A level with a row of its own, its score beside it. */
function isOver({ held }: RowFacts, { depth }: LevelText): boolean {
  return depth > 0 && held.content === '' && held.criterion === '';
}

function levelSection(level: LevelText, scoreOf: typeof scoreInName): GrowingNode {
  const node = namedSection(level.text, level.written, scoreOf);
  node.depth = level.depth;
  node.isWhole = level.isWhole;
  node.number = level.numbering?.number ?? '';
  return node;
}

/** 一、窗口建设 | | | 25分: points below another heading are the section's score, no department and no remark. */
function besideName({ texts }: RowFacts): { score?: ScoreText; department: string; note: string } {
  const points = [texts.department, texts.methods, texts.evidence, texts.deadline, texts.note].find(
    saysPointsAlone,
  );
  const { department, note } = texts;
  if (points === undefined) return { department, note };
  const without = (text: string) => (text === points ? '' : text);
  return { score: readScoreText(points), department: without(department), note: without(note) };
}

/** Longer than a name: its whole text is kept beside the title. */
const LONGEST_NAME = 60;

function namedSection(text: string, written: string, scoreOf = scoreInName): GrowingNode {
  const said = scoreOf(text);
  const isLimit = limitsIn(text, { name: true }).some(
    ({ sides, points }) => sides.length > 0 && points === said?.points,
  );
  const scored = isLimit ? undefined : said;
  const name = (scored?.rest ?? text).trim();
  const isLong = name.length > LONGEST_NAME;
  const node = growingNode('section', isLong ? titleFrom(name) : name.replace(/\s*\n\s*/g, ''));
  node.written = written;
  if (scored) setScore(node, scored.points, scored.sign);
  if (isLong) node.criterion = name;
  return node;
}

function setScore(node: GrowingNode, points: Points, sign: GrowingNode['sign']): void {
  node.fullScore = points;
  if (sign !== '') node.sign = sign;
}

/** The same level name written again on every row, not a new section of the same name. */
function isRepeated(facts: RowFacts, depth: number): boolean {
  const { content, criterion } = facts.held;
  return facts.levels.some((level) => level.depth > depth) || content !== '' || criterion !== '';
}

/** The section before it, where a page break has it said again: 一、组织领导 or 一、组织领导（续）. */
export function repeatOf(siblings: readonly GrowingNode[], node: GrowingNode): GrowingNode | undefined {
  const before = siblings.at(-1);
  // （接上表） alone.
  if (before?.kind === 'section' && bare(node.title) === '' && node.title !== '') return before;
  const isSame =
    before?.kind === 'section' && before.number === node.number && bare(before.title) === bare(node.title);
  const isSaid = node.number !== '' || /续/.test(node.title);
  return isSame && isSaid && before.depth === node.depth ? before : undefined;
}

/** Without what a page break adds: 组织领导（续）. */
export function bare(title: string): string {
  return title.replace(CONTINUED, '').trim();
}
