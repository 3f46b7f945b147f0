import { useMemo } from 'react';
import { draftFindings } from '../../../shared/tables/draft/check-draft.ts';
import { allNodes } from '../../../shared/tables/draft/nodes.ts';
import { safeCode } from '../../../shared/tables/draft/safe-code.ts';
import { CARRIED_UNREAD, isStillCarried } from '../../../shared/tables/import/carried-words.ts';
import { isStillTrue, UNSTATED } from '../../../shared/tables/import/head.ts';
import { standardOf } from '../../../shared/tables/import/import-state.ts';
import { fullScoreOf } from '../../../shared/tables/import/proposal.ts';
import type { DraftNode, StandardDraft } from '../../../shared/tables/standard-draft.ts';
import { KIND_LABELS } from '../draft-rows.ts';
import { useLeftOutWords } from '../TablesAside.tsx';
import { useByHand, useReading } from '../use-reading.ts';
import { useDraft, useIdentity } from '../use-wizard.ts';

interface Finding {
  readonly code: string;
  /** Of the source, as people count; 0 where it is about none. */
  readonly row: number;
  readonly message: string;
  /** Where it is put right; a step that lists nodes leads to this one. */
  readonly step: 'tables' | 'columns' | 'tree' | 'rules' | 'compare' | 'identity';
  readonly node: DraftNode | undefined;
}

/** Codes of `checkStandard` that `checkDraft` has said already, by row. */
const SAID = ['sectionSum', 'totalSum', 'emptyCriterion', 'zeroItem', 'noItems', 'noScore'];

/** Everything that does not fit, as 检查 lists it. */
export function useFindings(): Finding[] {
  const draft = useDraft();
  const { identity } = useIdentity();
  const isTold = useReading() !== undefined;
  const hand = useByHand();
  const leftOut = useLeftOutWords();
  return useMemo(
    // What `CellsOfDraft` says above.
    () => [
      ...findingsOf(draft, identity).filter(
        ({ code }) => code !== 'readBefore' && !(isTold && code === 'unaccounted'),
      ),
      ...(hand?.removed ?? []).map(removedFinding),
      ...(leftOut === '' ? [] : [leftOutFinding(leftOut)]),
    ],
    [draft, identity, isTold, hand, leftOut],
  );
}

function findingsOf(draft: StandardDraft, identity: Parameters<typeof standardOf>[1]): Finding[] {
  const nodes = allNodes(draft.nodes);
  const rowOf = new Map<string, DraftNode>();
  // The first node of a row is the nearest to it: parents come before their children.
  for (const node of [...nodes].reverse()) {
    for (const { table, row } of node.sourceRows) rowOf.set(`${table}:${row}`, node);
  }
  const total = fullScoreOf(draft);
  const reading = draft.warnings
    .filter(
      (warning) =>
        !CHECKED_AGAIN.includes(warning.code) &&
        isStillTrue(warning, total) &&
        isStillCarried(warning, identity),
    )
    .map((warning) => ({ ...warning, node: rowOf.get(`${warning.table}:${warning.row}`) }));
  const now = [...reading, ...draftFindings(draft, identity.fullScore)].map(
    ({ code, row, message, node }): Finding => {
      if (code === CARRIED_UNREAD) return { code, row, message, node: undefined, step: 'identity' };
      if (OF_COLUMNS.includes(code)) return { code, row, message, node: undefined, step: 'columns' };
      // What was added up has no row of its own: it begins with its first item.
      return { code, row, message, node: code === UNSTATED ? nodes[0] : node, step: 'tree' };
    },
  );
  const rules = standardOf(draft, identity)
    .findings.filter(({ item, code }) => item !== '' && !SAID.includes(code))
    .map(({ item, code, message }): Finding => {
      const node = nodeOf(nodes, item);
      return { code, row: node?.sourceRows[0]?.row ?? 0, message, node, step: 'rules' };
    });
  return [...now, ...rules];
}

/** Tables that were left out as none to score by. */
export const LEFT_OUT = 'tablesLeftOut';

function leftOutFinding(message: string): Finding {
  return { code: LEFT_OUT, row: 0, message, node: undefined, step: 'tables' };
}

/** Of a row that was deleted by hand. */
export const REMOVED = 'removed';

/** Of a row that the table has and the standard has not. */
function removedFinding({ kind, code, title, criterion, sourceRows }: DraftNode): Finding {
  const name = [code, title || criterion.slice(0, 30)].filter((part) => part !== '').join(' ');
  const message = `原表的${KIND_LABELS[kind]}“${name}”已手工删除，标准里没有`;
  return { code: REMOVED, row: sourceRows[0]?.row ?? 0, message, node: undefined, step: 'compare' };
}

/** The node that bears a standard's code: of two that have the same, the second's ends in -2. */
function nodeOf(nodes: readonly DraftNode[], code: string): DraftNode | undefined {
  const bearing = (asked: string) =>
    nodes.filter((node) => node.kind !== 'section' && safeCode(node.code) === asked);
  const [, base = '', at] = /^(.*)-(\d+)$/.exec(code) ?? [];
  return bearing(code)[0] ?? bearing(base)[Number(at) - 1];
}

/** What is put right in the columns. */
const OF_COLUMNS = ['noItems', 'unaccounted'];

/** What `checkDraft` says: it is asked anew, so that what was put right is gone. */
const CHECKED_AGAIN = [
  ...['noItems', 'noBaseScore', 'emptySection', 'sectionSum', 'declaredSum', 'totalSum'],
  ...['noScore', 'zeroScore', 'partSum', 'emptyCriterion', 'duplicate'],
];
