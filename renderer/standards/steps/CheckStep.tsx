import { PointsField } from '../../ui/fields/dense.tsx';
import { Alert, Button, Table } from 'antd';
import { useMemo } from 'react';
import { showPoints } from '../../../shared/values/points.ts';
import { allNodes, checkDraft } from '../../../shared/tables/draft/check-draft.ts';
import { fullScoreOf } from '../../../shared/tables/import/proposal.ts';
import { isStillTrue } from '../../../shared/tables/import/head.ts';
import { standardOf } from '../../../shared/tables/import/import-state.ts';
import { warningWords } from '../../../shared/tables/import/fold-warnings.ts';
import type { DraftNode, StandardDraft } from '../../../shared/tables/standard-draft.ts';
import { call } from '../../ui/call/client.ts';
import { useImport } from '../../state/import-store.ts';
import { CellsOfDraft } from '../CellsRead.tsx';
import { makesUp, sumWords } from '../sums.ts';
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
      <SumTable draft={draft} fullScore={identity.fullScore} />
      {findings.length === 0 && isWhole && isScoring && (
        <Alert type="success" showIcon title="没有发现问题" />
      )}
      {findings.length > 0 && (
        <FoldedList label="检查结果" className="ui-file-list steps-findings" warnings={findings} most={MOST}>
          {({ node, step, code, ...finding }) => (
            <>
              <span className="ui-file-name">{warningWords(finding)}</span>
              {(node ?? (code === 'noBaseScore' || (step === 'columns' && state.kind === 'import'))) && (
                <Button size="small" onClick={() => goTo(step, node?.id)}>
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

function findingsOf(draft: StandardDraft, identity: Parameters<typeof standardOf>[1]): Finding[] {
  const nodes = allNodes(draft.nodes);
  const rowOf = new Map<string, DraftNode>();
  // The first node of a row is the nearest to it: parents come before their children.
  for (const node of [...nodes].reverse()) {
    for (const { table, row } of node.sourceRows) rowOf.set(`${table}:${row}`, node);
  }
  const total = fullScoreOf(draft);
  const reading = draft.warnings.filter(
    (warning) => !CHECKED_AGAIN.includes(warning.code) && isStillTrue(warning, total),
  );
  const now = [...reading, ...checkDraft(draft, identity.fullScore)].map(
    ({ code, table, row, message }): Finding => {
      if (OF_COLUMNS.includes(code)) return { code, row, message, node: undefined, step: 'columns' };
      return { code, row, message, node: rowOf.get(`${table}:${row}`), step: 'tree' };
    },
  );
  const rules = standardOf(draft, identity)
    .findings.filter(({ item, code }) => item !== '' && !SAID.includes(code))
    .map(({ item, code, message }): Finding => {
      const node = nodes.find((each) => each.code === item && each.kind !== 'section');
      return { code, row: node?.sourceRows[0]?.row ?? 0, message, node, step: 'rules' };
    });
  return [...now, ...rules];
}

/** What is put right in the columns. */
const OF_COLUMNS = ['noItems', 'unaccounted'];

/** What `checkDraft` says: it is asked anew, so that what was put right is gone. */
const CHECKED_AGAIN = [
  ...['noItems', 'noBaseScore', 'emptySection', 'sectionSum', 'declaredSum', 'totalSum'],
  ...['noScore', 'zeroScore', 'partSum', 'emptyCriterion', 'duplicate'],
];

function SumTable({ draft, fullScore }: { draft: StandardDraft; fullScore: number | undefined }) {
  const sections = draft.nodes.filter(({ children }) => children.length > 0);
  const row = (key: string, title: string, below: readonly DraftNode[], declared: number | undefined) => ({
    ...{ key, title, declared, sum: sumWords(below) },
    isMet: declared === undefined || makesUp(below, declared),
    items: allNodes(below).filter(({ kind }) => kind === 'item').length,
  });
  const loose = draft.nodes.filter(({ kind }) => kind === 'item');
  const total = row('total', '合计', draft.nodes, fullScore);
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="key"
      dataSource={[
        ...sections.map(({ id, code, title, children, fullScore: declared }) =>
          row(id, `${code} ${title}`, children, declared),
        ),
        ...(sections.length > 0 && loose.length > 0
          ? [row('loose', '没有归入指标的评分项', loose, undefined)]
          : []),
        total,
      ]}
      columns={[
        { title: '指标', dataIndex: 'title' },
        { title: '评分项', dataIndex: 'items', width: 90 },
        { title: '各项合计', width: 120, dataIndex: 'sum' },
        {
          title: '标明的分值',
          width: 120,
          render: (_, { declared }) => (declared === undefined ? '—' : showPoints(declared)),
        },
        {
          title: '核对',
          width: 90,
          render: (_, { isMet, declared, items }) =>
            declared === undefined || items === 0 ? '' : isMet ? '✓ 一致' : <strong>不一致</strong>,
        },
      ]}
    />
  );
}
