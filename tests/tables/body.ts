import { type Points, showPoints } from '../../shared/values/points.ts';
import { type Column, headerRows } from './columns.ts';
import { gradePoints } from './ladders.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import { type Cell, type Row } from './sheet.ts';
import { chinese, type ItemNode, type SectionNode, type Tree } from './tree.ts';

/** The sheet's rows while they are written, and which of them are whose. */
export interface Body {
  readonly plan: Plan;
  readonly columns: readonly Column[];
  readonly random: Random;
  readonly rows: Row[];
  /** Item or entry -> its rows. */
  readonly rowsOf: Map<string, number[]>;
  /** Texts of no item. */
  readonly outside: string[];
  /** How "（20分）" is written in this sheet. */
  readonly bracket: (points: Points) => string;
  headers: number;
}

export function writeTree(body: Body, tree: Tree): void {
  const breaks = breaksOf(body, tree);
  const { plan } = body;
  for (const item of tree.items) writeItem(body, item, [], breaks);
  for (const section of tree.sections) {
    writeSection(body, section, [], breaks);
    if (plan.subtotals === 'below') writeSum(body, '小计', section.subtotal, []);
  }
}

/** Items before which a new page begins. */
function breaksOf({ plan, random }: Body, tree: Tree): Set<string> {
  const all = (nodes: readonly SectionNode[]): ItemNode[] =>
    nodes.flatMap(({ sections, items }) => [...all(sections), ...items]);
  const ids = [...all(tree.sections), ...tree.items].slice(1).map(({ id }) => id);
  return new Set(random.some(ids, plan.pageBreaks));
}

function writeSection(
  body: Body,
  section: SectionNode,
  above: readonly SectionNode[],
  breaks: ReadonlySet<string>,
): void {
  const { plan } = body;
  const path = [...above, section];
  const isRow = plan.style === 'heading' || (plan.style === 'headingThenMerged' && above.length === 0);
  if (isRow) writeHeading(body, section);
  for (const child of section.sections) writeSection(body, child, path, breaks);
  for (const item of section.items) writeItem(body, item, path, breaks);
  if (plan.subtotals === 'inside' && above.length === 0 && !isRow) {
    writeSum(body, '小计', section.subtotal, path);
  }
}

/** Where a section's name says its score, it says so in every cell that names it. */
function labelOf({ plan, bracket }: Body, { number, title, stated }: SectionNode): string {
  const scored = plan.sectionScore === 'name' && stated !== undefined ? bracket(stated) : '';
  return `${number}${title}${scored}`;
}

function writeHeading(body: Body, section: SectionNode): void {
  const { columns, plan } = body;
  const label = labelOf(body, section);
  const score = columns.findIndex(({ role }) => role === 'score');
  if (plan.sectionScore !== 'row' || section.stated === undefined || score < 1) {
    body.rows.push([{ text: label, span: columns.length }]);
    return;
  }
  const stated = scoreText(plan, section.stated);
  body.rows.push([
    { text: label, span: score },
    { text: stated },
    ...columns.slice(score + 1).map(() => ({ text: '' })),
  ]);
}

function writeItem(
  body: Body,
  item: ItemNode,
  path: readonly SectionNode[],
  breaks: ReadonlySet<string>,
): void {
  if (breaks.has(item.id)) {
    body.headers += 1;
    body.rows.push(...headerRows(body.columns, body.headers));
  }
  const lines = item.ladder?.cases.length ?? item.lines.length;
  const rows: number[] = [];
  for (let line = 0; line < lines; line += 1) {
    rows.push(body.rows.length);
    body.rows.push(body.columns.map((column) => cellOf(body, column, { item, path, line, lines })));
  }
  body.rowsOf.set(item.id, rows);
}

interface Line {
  readonly item: ItemNode;
  readonly path: readonly SectionNode[];
  readonly line: number;
  readonly lines: number;
}

function cellOf(body: Body, column: Column, { item, path, line, lines }: Line): Cell {
  const { plan } = body;
  const whole = (text: string): Cell => (lines > 1 ? { text, key: `${column.role}:${item.id}` } : { text });
  const shared = (text: string): Cell =>
    (plan.shared as readonly string[]).includes(column.role)
      ? { text, key: `${column.role}:${item.chunk}` }
      : whole(text);
  switch (column.role) {
    case 'level':
    case 'levelScore':
      return levelCell(body, column, path[column.at]);
    case 'number':
      return whole(item.cell);
    case 'title':
      return whole(titleText(body, item));
    case 'requirement':
      return { text: requirementText(body, item, line) };
    case 'score':
      return scoreCell(body, { item, path, line, lines });
    case 'criterion':
      return shared(item.criterion?.text ?? '');
    case 'grade':
      return { text: scoreText(plan, gradePoints(item.points, 4)[column.at] ?? 0) };
    case 'case':
      return { text: item.ladder?.cases[line] ?? '' };
    default:
      return shared(item.extras[column.role] ?? '');
  }
}

function levelCell(body: Body, { role, at }: Column, section: SectionNode | undefined): Cell {
  if (!section) return { text: '' };
  const { style } = body.plan;
  const below = style === 'blank' || style === 'again' ? style : 'merged';
  if (role === 'level') return { text: labelOf(body, section), key: `level${at}:${section.id}`, below };
  const score = section.stated === undefined ? '' : scoreText(body.plan, section.stated);
  return { text: score, key: `score${at}:${section.id}`, below: below === 'again' ? 'merged' : below };
}

function titleText({ plan, bracket }: Body, { number, title, points, id }: ItemNode): string {
  const scored = plan.score === 'title' || (plan.score === 'group' && plan.requirement === 'none');
  const star = plan.star && id.endsWith('2') ? '★' : '';
  return `${number}${title}${star}${scored ? bracket(points) : ''}`;
}

function requirementText({ plan, bracket }: Body, { lines, points }: ItemNode, line: number): string {
  const text = lines[line] ?? '';
  const scored = plan.score === 'requirement' || plan.score === 'group';
  return scored && text !== '' ? `${text}。${bracket(points)}` : text;
}

function scoreCell({ plan }: Body, { item, path, line, lines }: Line): Cell {
  const group = path.at(-1);
  if (plan.score === 'group' && group) {
    return { text: scoreText(plan, group.points), key: `group:${group.id}` };
  }
  if (item.ladder) return { text: scoreText(plan, item.ladder.points[line] ?? 0) };
  const text = scoreText(plan, item.points);
  return lines > 1 ? { text, key: `score:${item.id}` } : { text };
}

export function scoreText({ scoreForm }: Plan, points: Points): string {
  const shown = showPoints(points);
  switch (scoreForm) {
    case '5':
      return shown;
    case '5分':
      return `${shown}分`;
    case '5.0':
      return shown.includes('.') ? shown : `${shown}.0`;
    case '10%':
      return `${shown}%`;
  }
}

/** A row 小计, 合计 or 总计. `inside`: the levels whose cells go on beside it. */
export function writeSum(body: Body, label: string, points: Points, inside: readonly SectionNode[]): void {
  const { columns, plan } = body;
  const score = columns.findIndex(({ role }) => role === 'score');
  const first =
    inside.length > 0 ? columns.findIndex(({ role }) => role !== 'level' && role !== 'levelScore') : 0;
  const levels = columns.slice(0, first).map((column): Cell => {
    // Only the first level goes on: the ones below it are summed.
    return column.at === 0 ? levelCell(body, column, inside[0]) : { text: '' };
  });
  const from = firstFree(levels);
  const kept = levels.slice(0, from);
  body.rows.push([
    ...kept,
    { text: label, span: score - from },
    { text: scoreText(plan, points) },
    ...columns.slice(score + 1).map((): Cell => ({ text: '' })),
  ]);
  body.outside.push(label);
}

function firstFree(levels: readonly Cell[]): number {
  const free = levels.findIndex(({ text }) => text === '');
  return free === -1 ? levels.length : free;
}

/** The next number of the sections, for a block that goes on in their line. */
export function nextNumber({ plan }: Body, place: number): string {
  if (plan.sectionNumbers === 'none' || plan.depth === 0) return '';
  if (plan.sectionNumbers === 'bare') return chinese(place);
  return plan.sectionNumbers === 'dotted' ? `${place}.` : `${chinese(place)}、`;
}
