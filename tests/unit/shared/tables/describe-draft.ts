import { showPoints } from '../../../../shared/values/points.ts';
import type { DraftNode, StandardDraft } from '../../../../shared/tables/standard-draft.ts';
import { shortRule } from './rule-text/short-rule.ts';

/** A draft as lines: one per node with its code, score and rule, then sums, notes, caps and warnings. */
export function describeDraft(draft: StandardDraft): string {
  const sums = draft.sums.map(
    ({ row, points, from, to, counts, whole }) =>
      `sum row ${row}: ${showPoints(points)} of ${whole ? 'all' : `rows ${from}-${to}`}${counts === 'items' ? '' : ` (${counts})`}`,
  );
  const notes = draft.notes.map(({ row, text }) => `note row ${row}: ${text}`);
  const caps = [
    ...(draft.bonusCap === undefined ? [] : [`bonus cap ${showPoints(draft.bonusCap)}`]),
    ...(draft.penaltyCap === undefined ? [] : [`penalty cap ${showPoints(draft.penaltyCap)}`]),
  ];
  const warnings = draft.warnings.map(({ code, row }) => `warning row ${row}: ${code}`);
  return [...draft.nodes.flatMap((node) => lines(node, '')), ...sums, ...notes, ...caps, ...warnings].join(
    '\n',
  );
}

function lines(node: DraftNode, indent: string): string[] {
  const { kind, code, title, fullScore, weight, proposal, adjustment, vetoEffect, appliesTo } = node;
  const parts = [
    `${kind} ${code} ${title}`,
    fullScore === undefined ? '' : `=${showPoints(fullScore)}`,
    weight === undefined ? '' : `weight ${showPoints(weight)}%`,
    proposal ? `[${proposal.confidence}: ${shortRule(proposal.rule)}]` : '',
    adjustment
      ? `[${adjustment.options.map(({ points }) => showPoints(points)).join(' ')} ${adjustment.counting}` +
        `${adjustment.cap === undefined ? '' : ` cap ${showPoints(adjustment.cap)}`}]`
      : '',
    vetoEffect ?? '',
    appliesTo.length > 0 ? `for ${appliesTo.join('、')}` : '',
  ];
  return [
    indent + parts.filter((part) => part !== '').join(' '),
    ...node.children.flatMap((child) => lines(child, `${indent}  `)),
  ];
}
