import type { Points } from '../../shared/values/points.ts';
import { labelOf, levelCell, rowOfItem, scoreText } from './cells.ts';
import { type Column, headerRows } from './columns.ts';
import { chinese } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import { type Cell, type Row, texts } from './sheet.ts';
import type { ItemNode, SectionNode, Tree } from './tree.ts';

/** The sheet's rows while they are written, and which of them are whose. */
export interface Body {
  readonly plan: Plan;
  readonly columns: readonly Column[];
  readonly random: Random;
  readonly rows: Row[];
  /** Rows with which a further table begins. */
  readonly parts: number[];
  /** Paragraphs below. */
  readonly after: string[];
  /** Item -> its rows. */
  readonly rowsOf: Map<string, number[]>;
  /** Texts of no item. */
  readonly outside: string[];
  /** How "（20分）" is written in this sheet. */
  readonly bracket: (points: Points) => string;
  headers: number;
}

export function writeTree(body: Body, tree: Tree): void {
  const breaks = breaksOf(body, tree);
  const { plan, random } = body;
  const part = plan.parts ? random.int(1, tree.sections.length - 1) : 0;
  for (const item of tree.items) writeItem(body, item, [], breaks);
  tree.sections.forEach((section, index) => {
    if (index > 0 && plan.blankRows) body.rows.push(texts([], body.columns.length));
    if (index > 0 && index === part) {
      body.parts.push(body.rows.length);
      writeHeader(body);
    }
    writeSection(body, section, [], breaks);
    if (plan.subtotals === 'below') writeSum(body, '小计', section.subtotal, []);
  });
}

export function writeHeader(body: Body): void {
  body.rows.push(...headerRows(body.columns, body.headers));
  body.headers += 1;
}

/** Items before which a new page begins: none that is the first of its section. */
function breaksOf({ plan, random }: Body, tree: Tree): Set<string> {
  const later = ({ sections, items }: Pick<Tree, 'sections' | 'items'>): ItemNode[] => [
    ...sections.flatMap(later),
    ...items.slice(1),
  ];
  const ids = later(tree).map(({ id }) => id);
  return new Set(random.some(ids, plan.pageBreaks));
}

const isAcross = ({ style }: Plan, level: number): boolean =>
  style === 'heading' || style === 'tree' || (style === 'headingThenMerged' && level === 0);

function writeSection(
  body: Body,
  section: SectionNode,
  above: readonly SectionNode[],
  breaks: ReadonlySet<string>,
): void {
  const { plan } = body;
  const path = [...above, section];
  if (isAcross(plan, above.length)) writeHeading(body, section, above.length);
  for (const child of section.sections) writeSection(body, child, path, breaks);
  for (const item of section.items) writeItem(body, item, path, breaks);
  if (plan.subtotals === 'inside' && above.length === 0) writeSum(body, '小计', section.subtotal, path);
}

function writeHeading(body: Body, section: SectionNode, level: number): void {
  const { plan } = body;
  const inRow = plan.sectionScore === 'row' || plan.sectionScore === 'nameAndRow';
  writeRowOf(body, {
    number: section.number,
    title: labelOf(body, section).slice(section.number.length),
    score: inRow && section.stated !== undefined ? scoreText(plan, section.stated) : '',
    level,
  });
}

interface Heading {
  readonly number: string;
  readonly title: string;
  /** In the score column; '' where none is stated there. */
  readonly score: string;
  readonly level: number;
}

/** A row that names a section or a block: across the table, or in the column of its level. */
export function writeRowOf(body: Body, { number, title, score, level }: Heading): void {
  const { columns, plan, rows } = body;
  const at = columns.findIndex(({ role }) => role === 'score');
  if (plan.style === 'tree') {
    const own = columns.findIndex((column) => column.role === 'level' && column.at === level);
    const cells = texts([], columns.length).map((cell, index) => {
      if (index === own) return { text: `${number}${title}` };
      return index === at && score !== '' ? { text: score } : cell;
    });
    rows.push(cells);
    return;
  }
  const isApart = plan.numberedHeadings && columns[0]?.role === 'number' && number !== '';
  const first = isApart
    ? [{ text: number.replace(/[、.]$/, '') }, { text: title }]
    : [{ text: number + title }];
  const end = score === '' ? columns.length : at;
  const last = first.length - 1;
  rows.push([
    ...first.map((cell, index) => (index === last ? { ...cell, span: end - last } : cell)),
    ...(score === '' ? [] : [{ text: score }, ...columns.slice(at + 1).map(() => ({ text: '' }))]),
  ]);
}

function writeItem(
  body: Body,
  item: ItemNode,
  path: readonly SectionNode[],
  breaks: ReadonlySet<string>,
): void {
  if (breaks.has(item.id)) {
    writeHeader(body);
    writeAgain(body, path);
  }
  const lines = item.ladder?.cases.length ?? item.criterionLines?.length ?? item.lines.length;
  const rows: number[] = [];
  for (let line = 0; line < lines; line += 1) {
    rows.push(body.rows.length);
    body.rows.push(rowOfItem(body, { item, path, line, lines }));
  }
  body.rowsOf.set(item.id, rows);
}

/** On a new page some documents name the section again. */
function writeAgain(body: Body, path: readonly SectionNode[]): void {
  const { plan, random } = body;
  const level = plan.style === 'heading' ? path.length - 1 : 0;
  const section = path[level];
  if (!section || plan.style === 'tree' || !isAcross(plan, level) || random.chance(0.4)) return;
  const { number, title } = section;
  writeRowOf(body, { number, title: `${title}${random.pick(['', '（续）'])}`, score: '', level });
}

/** A row 小计, 合计 or 总计. `inside`: the levels whose cells go on beside it. */
export function writeSum(body: Body, label: string, points: Points, inside: readonly SectionNode[]): void {
  const { columns, plan } = body;
  const score = columns.findIndex(({ role }) => role === 'score');
  // Only the first level goes on: the ones below it are summed.
  const kept = columns
    .slice(0, inside.length > 0 ? 2 : 0)
    .filter(({ role, at }) => at === 0 && (role === 'level' || role === 'levelScore'))
    .map((column): Cell => levelCell(body, column, inside[0]));
  body.rows.push([
    ...kept,
    { text: label, span: score - kept.length },
    { text: scoreText(plan, points) },
    ...columns.slice(score + 1).map((): Cell => ({ text: '' })),
  ]);
  body.outside.push(label);
}

/** The next number of the sections, for a block that goes on in their line. */
export function nextNumber({ plan }: Body, place: number): string {
  if (plan.sectionNumbers === 'none' || plan.depth === 0) return '';
  if (plan.sectionNumbers === 'bare') return chinese(place);
  return plan.sectionNumbers === 'dotted' ? `${place}.` : `${chinese(place)}、`;
}
