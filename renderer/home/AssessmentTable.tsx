import { Button, Space, Tag } from 'antd';
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
import { useShownRows } from '../ui/list/use-shown-rows.tsx';
import './home.css';

const CarryOverDialog = laterDialog(
  async () => ({
    default: (await import('./CarryOverDialog.tsx')).CarryOverDialog,
  }),
  ({ onClose }) => onClose(),
);

interface Props {
  assessments: AssessmentSummary[];
  onOpen: (id: string, copies?: number) => Promise<void>;
  onRemoved: () => void;
}

/** A table of our own, not antd's, which alone is as heavy as a third of what 首页 may load. */
export function AssessmentTable({ assessments, onOpen, onRemoved }: Props) {
  const goTo = useAssessment((state) => state.goTo);
  const [carried, setCarried] = useState<AssessmentSummary>();
  const { rows, more } = useShownRows(assessments);
  return (
    <>
      <div className="home-table-place">
        <table className="home-table">
          <thead>
            <tr>
              <th className="home-col-unit">单位</th>
              <th className="home-col-standard">标准</th>
              <th className="home-col-progress">进度</th>
              <th className="home-col-total">自评总分</th>
              <th className="home-col-time">最近修改</th>
              <th>保存位置</th>
              <th className="home-col-actions ui-no-print">操作</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Name row={row} onOpen={onOpen} />
                </td>
                <td>
                  <div>
                    {row.standardTitle} {row.standardEdition}
                  </div>
                  <AuthorityTag
                    standard={{ authority: row.authority, statement: '' }}
                    unchecked={row.authority === 'official' && row.basis !== 'official'}
                  />
                </td>
                <td>
                  {row.scored} / {row.items} 项
                </td>
                <td>
                  <Total row={row} />
                </td>
                <td>{showTime(row.updatedAt)}</td>
                <td>
                  <FolderPath folder={row.folder} />
                </td>
                <td className="home-col-actions ui-no-print">
                  <Actions row={row} onOpen={onOpen} onRemoved={onRemoved} onCarry={setCarried} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
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

interface ActionsProps extends Pick<Props, 'onOpen' | 'onRemoved'> {
  readonly row: AssessmentSummary;
  readonly onCarry: (row: AssessmentSummary) => void;
}

function Actions({ row, onOpen, onRemoved, onCarry }: ActionsProps) {
  if (row.copies !== undefined)
    return (
      <Button
        size="small"
        aria-label={`选文件夹 ${unitName(row)}`}
        onClick={() => void onOpen(row.id, row.copies)}
      >
        选文件夹
      </Button>
    );
  return (
    <Space orientation="vertical" size={4}>
      <Button size="small" aria-label={`转到新版标准 ${unitName(row)}`} onClick={() => onCarry(row)}>
        转到新版标准
      </Button>
      <RemoveButton assessment={row} onRemoved={onRemoved} />
    </Space>
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
