import { Button, Popconfirm, Table, type TableColumnsType, Tooltip } from 'antd';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { OpenOutside } from '../../items/evidence/preview/OpenOutside.tsx';
import { showBytes, showTime } from '../../ui/show.ts';
import { LabelEditor } from '../../items/evidence/LabelEditor.tsx';
import { UseList } from './UseList.tsx';
import { kindWords } from '../../items/evidence/file-kind.ts';
import type { FormerUse, Use } from './uses.ts';

interface Props {
  readonly assessmentId: string;
  readonly evidence: readonly Evidence[];
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  readonly formerUses: ReadonlyMap<string, readonly FormerUse[]>;
  readonly empty: string;
  readonly onLabel: (evidence: Evidence, label: string) => void;
  readonly onPreview: (evidence: Evidence) => void;
  readonly onLink: (evidence: Evidence) => void;
  readonly onRemove: (evidence: Evidence) => void;
  readonly onUse: (use: Use) => void;
}

export function EvidenceTable(props: Props) {
  const { assessmentId, evidence, uses, formerUses, empty, onLabel, onPreview, onLink, onRemove, onUse } =
    props;
  const columns: TableColumnsType<Evidence> = [
    {
      title: '名称',
      key: 'label',
      render: (_, piece) => (
        <>
          <LabelEditor evidence={piece} onLabel={(label) => onLabel(piece, label)} />
          <div className="assessment-evidence-file">{piece.fileName}</div>
        </>
      ),
    },
    {
      title: '类型',
      key: 'kind',
      width: 104,
      render: (_, { fileName }) => kindWords(fileName),
    },
    {
      title: '大小',
      key: 'bytes',
      width: 92,
      align: 'right',
      className: 'ui-numbers assessment-evidence-line',
      sorter: (a, b) => a.bytes - b.bytes,
      render: (_, { bytes }) => showBytes(bytes),
    },
    {
      title: '添加时间',
      key: 'addedAt',
      width: 142,
      className: 'ui-numbers assessment-evidence-line',
      sorter: (a, b) => a.addedAt.localeCompare(b.addedAt),
      render: (_, { addedAt }) => showTime(addedAt),
    },
    {
      title: '用于',
      key: 'uses',
      width: 168,
      render: (_, { sha256 }) => (
        <UseList uses={uses.get(sha256) ?? []} former={formerUses.get(sha256) ?? []} onUse={onUse} />
      ),
    },
    {
      title: 'SHA-256',
      key: 'sha256',
      width: 96,
      // Where the window is narrow or the text large, room for the rest matters more.
      responsive: ['xl'],
      render: (_, { sha256 }) => (
        <Tooltip title={sha256}>
          <code tabIndex={0} aria-label={`SHA-256：${sha256}`}>
            {sha256.slice(0, 8)}
          </code>
        </Tooltip>
      ),
    },
    {
      title: '操作',
      key: 'actions',
      width: 216,
      className: 'assessment-evidence-line',
      render: (_, piece) => (
        <>
          <Button
            type="link"
            size="small"
            aria-label={`预览：${piece.label}`}
            onClick={() => onPreview(piece)}
          >
            预览
          </Button>
          <Button
            type="link"
            size="small"
            aria-label={`关联评分项：${piece.label}`}
            onClick={() => onLink(piece)}
          >
            关联
          </Button>
          <OpenOutside assessmentId={assessmentId} evidence={piece} look="link" />
          <Popconfirm
            title={`移除“${piece.label}”？`}
            description={removal(uses.get(piece.sha256)?.length ?? 0)}
            okText="移除"
            cancelText="取消"
            onConfirm={() => onRemove(piece)}
          >
            <Button type="link" size="small" danger aria-label={`移除：${piece.label}`}>
              移除
            </Button>
          </Popconfirm>
        </>
      ),
    },
  ];
  return (
    <Table<Evidence>
      size="small"
      rowKey="sha256"
      columns={columns}
      dataSource={evidence}
      locale={{ emptyText: empty }}
      pagination={{ defaultPageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
    />
  );
}

function removal(uses: number): string {
  const links = uses > 0 ? `同时从 ${uses} 处取消关联。` : '';
  return `${links}移除后可以用“撤销”恢复。`;
}
