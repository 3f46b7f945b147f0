import { PointsField } from '../../ui/fields/dense.tsx';
import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { draftFindings } from '../../../shared/tables/draft/check-draft.ts';
import { allNodes } from '../../../shared/tables/draft/nodes.ts';
import { safeCode } from '../../../shared/tables/draft/safe-code.ts';
import { fullScoreOf } from '../../../shared/tables/import/proposal.ts';
import { isStillTrue, UNSTATED } from '../../../shared/tables/import/head.ts';
import { standardOf } from '../../../shared/tables/import/import-state.ts';
import { warningWords } from '../../../shared/tables/import/fold-warnings.ts';
import type { DraftNode, StandardDraft } from '../../../shared/tables/standard-draft.ts';
import { call } from '../../ui/call/client.ts';
import { useImport } from '../../state/import-store.ts';
import { CellsOfDraft } from '../CellsRead.tsx';
import { ADD_ITEM } from './new-item.ts';
import { SumTable } from './SumTable.tsx';
import { useNotScoring, useReading } from '../use-reading.ts';
import { FoldedList } from '../FoldedList.tsx';
import { MadeFileButton } from '../../ui/MadeFileButton.tsx';
import { useDraft, useIdentity, useWizard } from '../use-wizard.ts';
import './steps.css';
import './source-table.css';

interface Finding {
  readonly code: string;
  /** Of the source, as people count; 0 where it is about none. */
  readonly row: number;
  readonly message: string;
  /** Where it is put right; a step that lists nodes leads to this one. */
  readonly step: 'columns' | 'tree' | 'rules';
  readonly node: DraftNode | undefined;
}

/** Lines of findings before anybody asks for more. */
const MOST = 12;

/** Codes of `checkStandard` that `checkDraft` has said already, by row. */
const SAID = ['sectionSum', 'totalSum', 'emptyCriterion', 'zeroItem', 'noItems', 'noScore'];

/** 检查: sums level by level, and everything that does not fit, each with the way to it. */
export function CheckStep() {
  const { state } = useWizard();
  const draft = useDraft();
  const { identity, change } = useIdentity();
  const { goTo, saved } = useImport.getState();
  const reading = useReading();
  const isTold = reading !== undefined;
  const findings = useMemo(
    // What `CellsOfDraft` says above.
    () =>
      findingsOf(draft, identity).filter(
        ({ code }) => code !== 'readBefore' && !(isTold && code === 'unaccounted'),
      ),
    [draft, identity, isTold],
  );
  const isScoring = useNotScoring().length === 0;
  const isWhole = state.kind === 'copy' || (reading?.cells.every(({ field }) => field !== 'none') ?? false);
  const report = async () => {
    await saved();
    return call('importReport', { importId: state.id });
  };

  return (
    <div className="standards-wizard-page ui-stack">
      <div className="steps-columns-head">
        <PointsField
          label="标准的总分"
          mayBeEmpty
          value={identity.fullScore}
          onChange={(fullScore) => change({ fullScore: fullScore ?? null })}
        />
        <span className="ui-muted">应与原文件一致；有权重的，填折算后的总分。</span>
        {state.kind === 'import' && <MadeFileButton make={report}>导入报告（xlsx）</MadeFileButton>}
      </div>
      <CellsOfDraft />
      <SumTable />
      {findings.length === 0 && isWhole && isScoring && (
        <Alert type="success" showIcon title="没有发现问题" />
      )}
      {findings.length > 0 && (
        <FoldedList label="检查结果" className="ui-file-list steps-findings" warnings={findings} most={MOST}>
          {({ node, step, code, ...finding }) => (
            <>
              <span className="ui-file-name">{warningWords(finding)}</span>
              {(node ?? (code === 'noBaseScore' || (step === 'columns' && state.kind === 'import'))) && (
                <Button
                  size="small"
                  onClick={() => (code === 'noBaseScore' ? toAdd() : goTo(step, node?.id))}
                >
                  查看
                </Button>
              )}
            </>
          )}
        </FoldedList>
      )}
    </div>
  );
}

/** To where an item is added, whatever was looked at before. */
function toAdd(): void {
  const { goTo, select } = useImport.getState();
  flushSync(() => {
    select(undefined);
    goTo('tree');
  });
  document.querySelector<HTMLElement>(`button[title="${ADD_ITEM.keys}"]`)?.focus();
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
    .filter((warning) => !CHECKED_AGAIN.includes(warning.code) && isStillTrue(warning, total))
    .map((warning) => ({ ...warning, node: rowOf.get(`${warning.table}:${warning.row}`) }));
  const now = [...reading, ...draftFindings(draft, identity.fullScore)].map(
    ({ code, row, message, node }): Finding => {
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
