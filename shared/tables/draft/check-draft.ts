import { type Points, showPoints } from '../../values/points.ts';
import type { DraftNode, ImportWarning, StandardDraft } from '../standard-draft.ts';

/** Every node at any depth, parents first. */
export function allNodes(nodes: readonly DraftNode[]): DraftNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}

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
  const nodes = allNodes(draft.nodes);
  const items = nodes.filter(({ kind }) => kind === 'item');
  return [
    ...(items.length === 0 ? [about(undefined, 'noItems', '没有读到评分项，请核对各列的含义')] : []),
    ...nodes.flatMap(checkSection),
    ...draft.sums.flatMap((sum) => checkSum(draft, sum)),
    ...checkTotal(draft, fullScore),
    ...nodes.flatMap(checkNode),
    ...checkDuplicates(items),
  ];
}

function checkSection(node: DraftNode): ImportWarning[] {
  if (node.kind !== 'section') return [];
  const below = allNodes(node.children);
  if (below.length === 0) return [about(node, 'emptySection', `“${node.title}”下面没有评分项`)];
  if (node.fullScore === undefined || !below.some(({ kind }) => kind === 'item')) return [];
  const sum = itemSum(node.children);
  if (sum === node.fullScore) return [];
  return [
    about(
      node,
      'sectionSum',
      `“${node.title}”各项合计${showPoints(sum)}分，标明的是${showPoints(node.fullScore)}分`,
    ),
  ];
}

function checkSum(
  draft: StandardDraft,
  { table, row, label, points, section }: StandardDraft['sums'][number],
): ImportWarning[] {
  const scope =
    section === ''
      ? draft.nodes
      : allNodes(draft.nodes).filter((node) => node.kind === 'section' && node.code === section);
  const sum = itemSum(scope, table);
  const withEntries = sum + outsideScores(draft);
  if (sum === points || withEntries === points) return [];
  return [
    {
      code: 'declaredSum',
      table,
      row,
      message: `“${label}”写的是${showPoints(points)}分，各项合计是${showPoints(sum)}分`,
    },
  ];
}

/** A 合计 may count the 加分 section's own score: 100 + 10. */
function outsideScores({ nodes }: StandardDraft): Points {
  return nodes
    .filter(
      (node) =>
        node.kind === 'section' &&
        node.children.length > 0 &&
        allNodes(node.children).every(({ kind }) => kind === 'bonus'),
    )
    .reduce((sum, node) => sum + (node.fullScore ?? 0), 0);
}

function checkTotal({ nodes }: StandardDraft, fullScore: Points | undefined): ImportWarning[] {
  if (fullScore === undefined) return [];
  const weighted = nodes.filter(({ kind, weight }) => kind === 'section' && weight !== undefined);
  const byCategory = allNodes(nodes).some(({ appliesTo }) => appliesTo.length > 0);
  if (weighted.length > 0 || byCategory) return [];
  const sum = itemSum(nodes);
  if (sum === fullScore) return [];
  return [
    about(undefined, 'totalSum', `各项合计${showPoints(sum)}分，标准的总分是${showPoints(fullScore)}分`),
  ];
}

function checkNode(node: DraftNode): ImportWarning[] {
  if (node.kind !== 'item') return [];
  const found: ImportWarning[] = [];
  if (node.fullScore === undefined) found.push(about(node, 'noScore', `“${node.title}”没有分值，请填写`));
  if (node.fullScore === 0) found.push(about(node, 'zeroScore', `“${node.title}”的分值是0`));
  if (node.criterion === '') found.push(about(node, 'emptyCriterion', `“${node.title}”没有评分标准`));
  return found;
}

function checkDuplicates(items: readonly DraftNode[]): ImportWarning[] {
  const seen = new Set<string>();
  return items.flatMap((node) => {
    const key = JSON.stringify([node.title, node.criterion, node.appliesTo]);
    const isTwice = seen.has(key);
    seen.add(key);
    return isTwice ? [about(node, 'duplicate', `“${node.title}”出现了两次，内容相同`)] : [];
  });
}

function about(node: DraftNode | undefined, code: string, message: string): ImportWarning {
  const source = node?.sourceRows[0];
  return { code, table: source?.table ?? '', row: source?.row ?? 0, message };
}
