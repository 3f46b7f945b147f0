import { type Points, showPoints } from '../../values/points.ts';
import { flat, isTotal, totalsOf, unitTotals, within } from './totals.ts';
import { looseParts, partsInText } from '../cells/score-text.ts';
import { allNodes } from './nodes.ts';
import type { DraftNode, ImportWarning, StandardDraft } from '../standard-draft.ts';

/** Sum of the items in or below a node; bonus and penalty entries are outside the full score. */
export function itemSum(nodes: readonly DraftNode[], table?: string): Points {
  return allNodes(nodes)
    .filter(
      ({ kind, sourceRows }) =>
        kind === 'item' && (table === undefined || sourceRows.some((source) => source.table === table)),
    )
    .reduce((sum, { fullScore = 0 }) => sum + fullScore, 0);
}

/**
 * What does not add up in a draft: sums per level, against 小计/合计 rows and the declared full score (hundredths;
 * undefined: not known yet), items without score or text, duplicates. Warnings, never refusals.
 */
export function checkDraft(draft: StandardDraft, fullScore: Points | undefined): ImportWarning[] {
  return draftFindings(draft, fullScore).map(({ node: _node, ...warning }) => warning);
}

/** A warning with the node that it is about, or that a sum begins with: there it is put right. */
interface DraftFinding extends ImportWarning {
  readonly node: DraftNode | undefined;
}

/** The same, each with the way there. */
export function draftFindings(draft: StandardDraft, fullScore: Points | undefined): DraftFinding[] {
  const nodes = allNodes(draft.nodes);
  const items = nodes.filter(({ kind }) => kind === 'item');
  return [
    ...(items.length === 0 ? [withoutItems(nodes)] : []),
    ...nodes.flatMap(checkSection),
    ...draft.sums.flatMap((sum) => checkSum(draft, sum)),
    ...checkTotal(draft, fullScore),
    ...nodes.flatMap(checkNode),
    ...checkDuplicates(draft.nodes),
  ];
}

/** Bonus, penalty and vetoes alone add to a score that nobody has. */
function withoutItems(nodes: readonly DraftNode[]): DraftFinding {
  const isOutside = nodes.some(({ kind }) => kind === 'bonus' || kind === 'penalty' || kind === 'veto');
  return isOutside
    ? about(
        undefined,
        'noBaseScore',
        '只有加分、扣分或否决的条目，没有评分项，也就没有基础分；请在“结构”里新增评分项，或与有评分项的表一起导入',
      )
    : about(undefined, 'noItems', '没有读到评分项，请核对各列的含义');
}

function checkSection(node: DraftNode): DraftFinding[] {
  if (node.kind !== 'section') return [];
  const below = allNodes(node.children);
  if (below.length === 0) return [about(node, 'emptySection', `“${node.title}”下面没有评分项`)];
  const items = below.filter(({ kind }) => kind === 'item');
  const declared = node.fullScore;
  if (declared === undefined || items.length === 0) return [];
  // Of lists for several kinds of unit, one that differs is told at its own section.
  if (isTotal(below, 'items', declared) || isTotal(below, 'both', declared)) return [];
  const totals = unitTotals(items);
  return [
    about(
      node,
      'sectionSum',
      `“${node.title}”各项合计${showPoints(totals[0] ?? 0)}分，标明的是${showPoints(declared)}分`,
    ),
  ];
}

function checkSum(
  draft: StandardDraft,
  { table, row, label, points, counts, ...rows }: StandardDraft['sums'][number],
): DraftFinding[] {
  const nodes = within(allNodes(draft.nodes), { table, ...rows });
  if (isTotal(nodes, counts, points)) return [];
  const totals = totalsOf(nodes, counts);
  const sum = showPoints(totals[0] ?? 0);
  const message = `“${label}”写的是${showPoints(points)}分，各项合计是${sum}分`;
  return [{ code: 'declaredSum', table, row, column: 0, message, node: nodes[0] ?? draft.nodes[0] }];
}

function checkTotal({ nodes }: StandardDraft, fullScore: Points | undefined): DraftFinding[] {
  if (fullScore === undefined) return [];
  const weighted = nodes.filter(({ kind, weight }) => kind === 'section' && weight !== undefined);
  const byCategory = allNodes(nodes).some(({ appliesTo }) => appliesTo.length > 0);
  if (weighted.length > 0 || byCategory) return [];
  const sum = itemSum(nodes);
  if (sum === fullScore) return [];
  const message = `各项合计${showPoints(sum)}分，标准的总分是${showPoints(fullScore)}分`;
  return [{ ...about(undefined, 'totalSum', message), node: nodes[0] }];
}

function checkNode(node: DraftNode): DraftFinding[] {
  if (node.kind !== 'item') return [];
  const found: DraftFinding[] = [];
  if (node.fullScore === undefined) found.push(about(node, 'noScore', `“${nameOf(node)}”没有分值，请填写`));
  if (node.fullScore === 0) found.push(about(node, 'zeroScore', `“${nameOf(node)}”的分值是0`));
  const parts = partsInText(node.criterion);
  const sum = (list: readonly Points[]) => list.reduce((total, points) => total + points, 0);
  const made = [sum(parts), sum(looseParts(node.criterion)), ...parts];
  if (node.fullScore !== undefined && parts.length > 1 && !made.includes(node.fullScore)) {
    const [all, declared] = [showPoints(sum(parts)), showPoints(node.fullScore)];
    found.push(about(node, 'partSum', `“${nameOf(node)}”文字里各要点合计${all}分，分值是${declared}分`));
  }
  if (node.criterion === '') found.push(about(node, 'emptyCriterion', `“${nameOf(node)}”没有评分标准`));
  return found;
}

/** The same text twice below one section; below two sections it may well be asked twice. */
function checkDuplicates(nodes: readonly DraftNode[]): DraftFinding[] {
  const seen = new Set<string>();
  const items = nodes.filter(({ kind }) => kind === 'item');
  const twice = items.filter(({ title, criterion, appliesTo }) => {
    const key = JSON.stringify([title, criterion, appliesTo]);
    const isTwice = seen.has(key);
    seen.add(key);
    return isTwice;
  });
  return [
    ...twice.map((node) => about(node, 'duplicate', `“${nameOf(node)}”出现了两次，内容相同`)),
    ...nodes.flatMap(({ kind, children }) => (kind === 'section' ? checkDuplicates(children) : [])),
  ];
}

/** One that was just added has only its code. */
function nameOf({ title, code }: DraftNode): string {
  return title.trim() === '' ? code : title;
}

function about(node: DraftNode | undefined, code: string, message: string): DraftFinding {
  // A level that has no row of its own begins where the first row below it does.
  const [source] = node ? flat([node]).flatMap(({ sourceRows }) => sourceRows) : [];
  return { code, table: source?.table ?? '', row: source?.row ?? 0, column: 0, message, node };
}
