import { type Points, showPoints } from '../../shared/values/points.ts';
import type { Body } from './body.ts';
import type { Column } from './columns.ts';
import { gradePoints } from './ladders.ts';
import type { Plan } from './plan.ts';
import type { Cell, Row } from './sheet.ts';
import type { ItemNode, SectionNode } from './tree.ts';

interface Line {
  readonly item: ItemNode;
  readonly path: readonly SectionNode[];
  readonly line: number;
  readonly lines: number;
}

/** One of an item's rows. */
export function rowOfItem(body: Body, line: Line): Row {
  const { columns, plan } = body;
  const depth = line.path.length;
  const lacking = plan.ragged && depth > 0 ? plan.depth - depth : 0;
  return columns
    .filter(({ role, at }) => !(lacking > 0 && role === 'level' && at >= depth))
    .map((column): Cell => {
      const cell = cellOf(body, column, line);
      // The last level that there is covers the columns of those below it.
      return lacking > 0 && column.role === 'level' && column.at === depth - 1
        ? { ...cell, span: 1 + lacking }
        : cell;
    });
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
      return numberCell(body, item, path[0]) ?? whole(item.cell);
    case 'title':
      return whole(titleText(body, item));
    case 'requirement':
      return { text: requirementText(body, item, line) };
    case 'score':
      return scoreCell(body, { item, path, line, lines });
    case 'criterion':
      return item.criterionLines
        ? { text: item.criterionLines[line] ?? '' }
        : shared(item.criterion?.text ?? '');
    case 'grade':
      return { text: scoreText(plan, gradePoints(item.points, 4)[column.at] ?? 0) };
    case 'case':
      return { text: item.ladder?.cases[line] ?? '' };
    default:
      return shared(item.extras[column.role] ?? '');
  }
}

/** The number of the top section beside its cell, shown like it. */
function numberCell({ plan }: Body, item: ItemNode, top: SectionNode | undefined): Cell | undefined {
  if (plan.itemNumbers !== 'section' || !top) return undefined;
  return { text: item.cell, key: `number:${top.id}`, below: plan.style === 'blank' ? 'blank' : 'merged' };
}

/** Where a section's name says its score, it says so in every cell that names it. */
export function labelOf({ plan, bracket }: Body, { number, title, stated }: SectionNode): string {
  const scored = plan.sectionScore === 'name' || plan.sectionScore === 'nameAndRow';
  return `${number}${title}${scored && stated !== undefined ? bracket(stated) : ''}`;
}

export function levelCell(body: Body, { role, at }: Column, section: SectionNode | undefined): Cell {
  const { style } = body.plan;
  if (!section || style === 'tree') return { text: '' };
  const below = style === 'blank' || style === 'again' ? style : 'merged';
  if (role === 'level') return { text: labelOf(body, section), key: `level${at}:${section.id}`, below };
  const score = section.stated === undefined ? '' : scoreText(body.plan, section.stated);
  return { text: score, key: `score${at}:${section.id}`, below: below === 'again' ? 'merged' : below };
}

function titleText({ plan, bracket }: Body, { number, title, points, id }: ItemNode): string {
  const scored =
    plan.score === 'title' ||
    (plan.score === 'group' && plan.requirement === 'none') ||
    (plan.style === 'tree' && plan.sectionScore === 'nameAndRow');
  const star = plan.star && id.endsWith('2') ? '★' : '';
  return `${number}${title}${star}${scored ? bracket(points) : ''}`;
}

function requirementText({ plan, bracket }: Body, item: ItemNode, line: number): string {
  const text = item.lines[line] ?? '';
  const scored = plan.score === 'requirement' || plan.score === 'group';
  if (!scored || text === '') return text;
  const points = bracket(item.points);
  return points.startsWith('，') ? `${text}${points}。` : `${text}。${points}`;
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

/** Points as this sheet's score column writes them. */
export function scoreText({ scoreForm }: Pick<Plan, 'scoreForm'>, points: Points): string {
  const shown = showPoints(points);
  switch (scoreForm) {
    case '5':
      return shown;
    case '5分':
      return `${shown}分`;
    case '5 分':
      return `${shown} 分`;
    case '５':
      return shown.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case '5.0':
      return shown.includes('.') ? shown : `${shown}.0`;
    case '10%':
      return `${shown}%`;
  }
}
