import { Button, Space, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import type { AssessmentSummary } from '../../shared/contract/contract.ts';
import { lineSentence } from '../../shared/eligibility/verdict.ts';
import { showPoints } from '../../shared/values/points.ts';
import { AuthorityTag } from '../ui/AuthorityTag.tsx';
import { FolderPath } from '../ui/FolderPath.tsx';
import { SeveralFolders } from '../ui/SeveralFolders.tsx';
import { showTime } from '../ui/show.ts';
import { useAssessment } from '../state/assessment-store.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { originOf, unitName } from './row-words.ts';
import { laterDialog } from '../ui/later.ts';
import './home.css';

const CarryOverDialog = laterDialog(async () => ({
  default: (await import('./CarryOverDialog.tsx')).CarryOverDialog,
}));

interface Props {
  assessments: AssessmentSummary[];
  onOpen: (id: string, copies?: number) => Promise<void>;
  onRemoved: () => void;
}

export function AssessmentTable({ assessments, onOpen, onRemoved }: Props) {
  const goTo = useAssessment((state) => state.goTo);
  const [carried, setCarried] = useState<AssessmentSummary>();
  const columns: TableColumnsType<AssessmentSummary> = [
    { title: '单位', width: 240, render: (_, row) => <Name row={row} onOpen={onOpen} /> },
    {
      title: '标准',
      width: 190,
      render: (_, row) => (
        <>
          <div>
            {row.standardTitle} {row.standardEdition}
          </div>
          <AuthorityTag
            standard={{ authority: row.authority, statement: '' }}
            unchecked={row.authority === 'official' && row.basis !== 'official'}
          />
        </>
      ),
    },
    { title: '进度', width: 86, render: (_, row) => `${row.scored} / ${row.items} 项` },
    { title: '自评总分', width: 170, render: (_, row) => <Total row={row} /> },
    { title: '最近修改', width: 130, render: (_, row) => showTime(row.updatedAt) },
    {
      title: '保存位置',
      render: (_, { folder }) => <FolderPath folder={folder} />,
    },
    {
      title: '操作',
      className: 'ui-no-print',
      fixed: 'right',
      width: 122,
      render: (_, row) =>
        row.copies === undefined ? (
          <Space orientation="vertical" size={4}>
            <Button size="small" aria-label={`转到新版标准 ${unitName(row)}`} onClick={() => setCarried(row)}>
              转到新版标准
            </Button>
            <RemoveButton assessment={row} onRemoved={onRemoved} />
          </Space>
        ) : (
          <Button
            size="small"
            aria-label={`选文件夹 ${unitName(row)}`}
            onClick={() => void onOpen(row.id, row.copies)}
          >
            选文件夹
          </Button>
        ),
    },
  ];
  return (
    <>
      <Table
        size="small"
        rowKey="id"
        tableLayout="fixed"
        columns={columns}
        dataSource={assessments}
        scroll={{ x: 1040 }}
        pagination={assessments.length > 20 && { pageSize: 20, showSizeChanger: false }}
      />
      {carried && (
        <CarryOverDialog
          assessment={carried}
          onClose={() => setCarried(undefined)}
          onCarried={async (id) => {
            await onOpen(id);
            goTo('scoring');
          }}
        />
      )}
    </>
  );
}

function Name({ row, onOpen }: { row: AssessmentSummary } & Pick<Props, 'onOpen'>) {
  return (
    <>
      <Button
        type="link"
        className="ui-link-left"
        aria-label={`打开 ${unitName(row)}`}
        aria-describedby={`origin-${row.id}`}
        onClick={() => void onOpen(row.id, row.copies)}
      >
        {unitName(row)}
      </Button>
      {row.sample && <Tag color="purple">示例</Tag>}
      <SeveralFolders copies={row.copies} />
      <Origin row={row} />
      <div className="ui-muted">{row.campaign}</div>
    </>
  );
}

/** Only for an assessment that came from a package. */
function Origin({ row }: { row: AssessmentSummary }) {
  const lines = originOf(row);
  if (lines.length === 0) return null;
  return (
    <div className="home-row-origin" id={`origin-${row.id}`}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {row.openedFrom && row.openedFrom.doubts.length > 0 && <Tag color="orange">存疑</Tag>}
    </div>
  );
}

function Total({ row }: { row: AssessmentSummary }) {
  const { total, passScore, isZeroed, vetoes, onlyBy, beside } = row;
  const isEarned = row.basis === 'official' && total >= passScore;
  return (
    <>
      <strong className="ui-numbers">{showPoints(row.total)} 分</strong>
      {!isZeroed && (
        <div className="ui-muted">
          {isEarned && vetoes.length + beside.length === 0 ? '✓ ' : ''}
          {[
            lineSentence(row, { total, passScore, isZeroed }, row.kind && { kind: row.kind }),
            ...onlyBy,
            ...beside,
          ].join('，')}
        </div>
      )}
      {vetoes.length > 0 && <div className="home-vetoed">{vetoes.join('；')}</div>}
    </>
  );
}
