import { Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { showPoints } from '../../shared/values/points.ts';
import { type PlaceDiff, type StandardDiff } from '../../shared/edition/diff.ts';
import { type Change, CHANGE_LABELS } from '../../shared/standard/change.ts';
import { ChangedText } from './ChangedText.tsx';
import { Segments } from './Segments.tsx';
import './diff-table.css';

/** What needs attention comes first. */
const GROUPS: readonly Change[] = ['rescored', 'reworded', 'gone', 'new', 'moved', 'same'];

const COLUMNS: TableColumnsType<PlaceDiff> = [
  {
    title: '旧版',
    width: '34%',
    render: (_, { formerCode, formerTitle = '', formerCriterion = '', formerFullScore, criterion }) =>
      formerCode !== undefined && (
        <Wording
          name={`${formerCode} ${formerTitle}`}
          fullScore={formerFullScore}
          criterion={formerCriterion}
          against={criterion}
        />
      ),
  },
  {
    title: '新版',
    width: '34%',
    render: (_, { change, code, title, fullScore, criterion, formerCriterion = '' }) =>
      change !== 'gone' && (
        <Wording
          name={`${code} ${title}`}
          fullScore={fullScore}
          criterion={criterion}
          against={formerCriterion}
        />
      ),
  },
  {
    title: '变化',
    render: (_, { details, changes }) =>
      details.length > 0
        ? details.map((sentence) => <div key={sentence}>{sentence}</div>)
        : changes.map((change) => CHANGE_LABELS[change]).join('、'),
  },
];

/** Two editions of a standard, one group of changes at a time, the old beside the new. */
export function DiffTable({ diff }: { diff: StandardDiff }) {
  const { counts, general, items } = diff;
  const [group, setGroup] = useState(() => GROUPS.find((change) => counts[change] > 0) ?? 'same');
  return (
    <>
      {general.map((sentence) => (
        <div key={sentence}>整体：{sentence}</div>
      ))}
      <Segments
        className="ui-diff-groups"
        aria-label="变化的种类"
        value={group}
        onChange={setGroup}
        options={GROUPS.map((value) => ({
          value,
          label: `${CHANGE_LABELS[value]} ${counts[value]}`,
          disabled: counts[value] === 0,
        }))}
      />
      <Table
        className="ui-diff-table"
        size="small"
        rowKey={({ kind, code }) => `${kind} ${code}`}
        columns={COLUMNS}
        dataSource={items.filter(({ change }) => change === group)}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 700, y: 320 }}
      />
    </>
  );
}

interface WordingProps {
  readonly name: string;
  readonly fullScore: number | undefined;
  readonly criterion: string;
  /** The criterion of the other edition. */
  readonly against: string;
}

function Wording({ name, fullScore, criterion, against }: WordingProps) {
  return (
    <div className="ui-diff-wording">
      <strong>{name}</strong>
      {fullScore !== undefined && <span className="ui-numbers"> {showPoints(fullScore)} 分</span>}
      <div>
        <ChangedText text={criterion} against={against} />
      </div>
    </div>
  );
}
