import { Table, type TableColumnsType, Tag } from 'antd';
import type { Verification } from '../../shared/package/verification.ts';
import { showBytes } from '../ui/show.ts';
import { PackageProblems, PackageStatusTag } from './package-words.tsx';

const COLUMNS: TableColumnsType<Verification> = [
  { title: '文件', dataIndex: 'file', width: 220 },
  { title: '结果', width: 120, render: (_, row) => <PackageStatusTag status={row.status} /> },
  {
    title: '单位',
    render: (_, row) => (
      <>
        {row.unit} {row.sample && <Tag color="purple">示例</Tag>}{' '}
        {row.draft && <Tag color="orange">草稿</Tag>}
        <div className="ui-muted">
          {row.campaign}
          {row.revision > 0 && ` · 第 ${row.revision} 版`}
        </div>
      </>
    ),
  },
  { title: '自评分', dataIndex: 'selfScore', width: 80 },
  { title: '封签码', width: 190, className: 'ui-numbers', render: (_, row) => row.sealCode ?? '无' },
  { title: '内容', width: 140, render: (_, { files, bytes }) => `${files} 个，${showBytes(bytes)}` },
];

export function VerificationTable({ verifications }: { verifications: Verification[] }) {
  const withProblems = verifications.filter(({ problems }) => problems.length > 0);
  return (
    <Table
      size="small"
      rowKey={(row) => verifications.indexOf(row)}
      columns={COLUMNS}
      dataSource={verifications}
      pagination={false}
      scroll={{ x: 760 }}
      expandable={{
        defaultExpandedRowKeys: withProblems.map((row) => verifications.indexOf(row)),
        rowExpandable: ({ problems }) => problems.length > 0,
        expandedRowRender: ({ problems }) => <PackageProblems problems={problems} />,
      }}
    />
  );
}
