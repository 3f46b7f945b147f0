import { Table, type TableColumnType, type TableColumnsType, Tooltip } from 'antd';
import { type ComponentProps, createContext, useContext } from 'react';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import { showBytes, showTime } from '../../ui/show.ts';
import { FileFault } from '../../items/evidence/FileFault.tsx';
import { LabelEditor } from '../../items/evidence/LabelEditor.tsx';
import { DetailsLine } from './DetailsLine.tsx';
import { EvidenceActions, type EvidenceHandlers } from './EvidenceActions.tsx';
import { UseList } from './UseList.tsx';
import { kindWords } from '../../items/evidence/file-kind.ts';
import type { FormerUse, Use } from './uses.ts';

interface Props extends EvidenceHandlers {
  readonly assessmentId: string;
  readonly evidence: readonly Evidence[];
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  readonly formerUses: ReadonlyMap<string, readonly FormerUse[]>;
  readonly empty: string;
  readonly onLabel: (evidence: Evidence, label: string) => void;
  readonly onUse: (use: Use) => void;
  readonly onDetails: (evidence: Evidence) => void;
}

/** What the file itself says. */
const FILE_COLUMNS: TableColumnsType<Evidence> = [
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
];

const DIGEST_COLUMN: TableColumnType<Evidence> = {
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
};

function evidenceColumns(props: Omit<Props, 'evidence' | 'empty'>): TableColumnsType<Evidence> {
  const { assessmentId, uses, formerUses, onLabel, onUse, onDetails, ...handlers } = props;
  return [
    {
      title: '名称',
      key: 'label',
      // What the others leave of the table's least width, and no less.
      minWidth: 200,
      render: (_, piece) => (
        <>
          <LabelEditor evidence={piece} onLabel={(label) => onLabel(piece, label)} />
          <div className="assessment-evidence-file">{piece.fileName}</div>
          <DetailsLine evidence={piece} onEdit={() => onDetails(piece)} />
          <FileFault evidence={piece} />
        </>
      ),
    },
    ...FILE_COLUMNS,
    {
      title: '用于',
      key: 'uses',
      width: 168,
      render: (_, { sha256 }) => (
        <UseList uses={uses.get(sha256) ?? []} former={formerUses.get(sha256) ?? []} onUse={onUse} />
      ),
    },
    DIGEST_COLUMN,
    {
      title: '操作',
      key: 'actions',
      width: 216,
      className: 'assessment-evidence-line',
      fixed: 'right',
      render: (_, piece) => (
        <EvidenceActions
          {...handlers}
          assessmentId={assessmentId}
          evidence={piece}
          uses={uses.get(piece.sha256)?.length ?? 0}
        />
      ),
    },
  ];
}

/** Rows of a page, and those of them that are drawn at once: each holds a field, links and buttons. */
const PAGE = 50;
const ROWS = 10;
const PAGE_ROWS = Array.from({ length: PAGE }, (_, at) => at);

const ShownRows = createContext(PAGE);

/** A row of the page once the user has come near it. */
function Row(props: ComponentProps<'tr'> & { readonly 'data-at'?: number }) {
  const shown = useContext(ShownRows);
  return (props['data-at'] ?? 0) >= shown ? null : <tr {...props} />;
}

const COMPONENTS = { body: { row: Row } };

export function EvidenceTable({ evidence, empty, ...shown }: Props) {
  const { rows, more } = useShownRows(PAGE_ROWS, ROWS);
  return (
    <ShownRows value={rows.length}>
      <Table<Evidence>
        size="small"
        components={COMPONENTS}
        onRow={(_, at = 0) => ({ 'data-at': at }) as object}
        rowKey="sha256"
        columns={evidenceColumns(shown)}
        dataSource={evidence}
        scroll={{ x: 930 }}
        locale={{ emptyText: empty }}
        pagination={{ defaultPageSize: PAGE, hideOnSinglePage: true, showSizeChanger: false }}
      />
      {evidence.length > rows.length && more}
    </ShownRows>
  );
}
