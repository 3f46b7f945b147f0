import { CheckCircleFilled, CloseCircleFilled, InfoCircleFilled } from '@ant-design/icons';
import { Table, type TableColumnsType } from 'antd';
import type { Condition } from '../../../shared/eligibility/eligibility.ts';
import { showSource } from '../../ui/show.ts';

const RESULTS = {
  pass: { label: '符合', icon: <CheckCircleFilled aria-hidden style={{ color: 'var(--good)' }} /> },
  fail: { label: '不符合', icon: <CloseCircleFilled aria-hidden style={{ color: 'var(--bad)' }} /> },
  notice: { label: '提示', icon: <InfoCircleFilled aria-hidden style={{ color: 'var(--warn)' }} /> },
} as const;

const COLUMNS: TableColumnsType<Condition> = [
  {
    title: '结果',
    width: 96,
    render: (_, { result }) => (
      <>
        {RESULTS[result].icon} {RESULTS[result].label}
      </>
    ),
  },
  { title: '条件', dataIndex: 'title', width: 260 },
  { title: '情况', dataIndex: 'detail' },
  {
    title: '来源',
    width: 240,
    render: (_, { source }) => <span className="ui-muted">{source && showSource(source)}</span>,
  },
];

export function ConditionsTable({ conditions }: { conditions: readonly Condition[] }) {
  return (
    <Table
      size="small"
      rowKey="code"
      aria-label="推荐条件"
      columns={COLUMNS}
      dataSource={conditions}
      pagination={false}
    />
  );
}
