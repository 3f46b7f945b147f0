import { Card, Table, type TableColumnsType, Tag } from 'antd';
import type { Revision } from '../../../shared/assessment/schema.ts';

const COLUMNS: TableColumnsType<Revision> = [
  {
    title: '版次',
    render: (_, { number, draft }) => (
      <>
        第 {number} 版 {draft && <Tag color="orange">草稿</Tag>}
      </>
    ),
  },
  { title: '日期', dataIndex: 'date' },
  { title: '封签码', dataIndex: 'sealCode', className: 'ui-numbers' },
  { title: '包编号', dataIndex: 'packageId' },
];

/** What was exported before, newest first. */
export function RevisionsTable({ revisions }: { revisions: readonly Revision[] }) {
  if (revisions.length === 0) return null;
  return (
    <Card size="small" title="导出记录">
      <Table
        size="small"
        rowKey="packageId"
        columns={COLUMNS}
        dataSource={[...revisions].reverse()}
        scroll={{ x: 640 }}
        pagination={false}
      />
    </Card>
  );
}
