import { CheckCircleFilled, CloseCircleFilled, InfoCircleFilled } from '@ant-design/icons';
import { Table, type TableColumnsType } from 'antd';
import { type ReactElement, useMemo } from 'react';
import { resultLabel } from '../../../shared/eligibility/eligibility.ts';
import type { Condition, ConditionResult } from '../../../shared/eligibility/judged.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { showSource } from '../../ui/show.ts';

const NOTICE = <InfoCircleFilled aria-hidden style={{ color: 'var(--warn)' }} />;
const WRONG = <CloseCircleFilled aria-hidden style={{ color: 'var(--bad)' }} />;
const ICONS: Record<ConditionResult, ReactElement> = {
  pass: <CheckCircleFilled aria-hidden style={{ color: 'var(--good)' }} />,
  open: NOTICE,
  fail: WRONG,
  vetoed: WRONG,
  inTime: <InfoCircleFilled aria-hidden style={{ color: 'var(--accent)' }} />,
  byStandard: NOTICE,
  pending: NOTICE,
  late: NOTICE,
};

const SOURCE_COLUMN: TableColumnsType<Condition>[number] = {
  title: '来源',
  width: 240,
  render: (_, { source }) => <span className="ui-muted">{source && showSource(source)}</span>,
};

const columnsFor = (standard: Standard): TableColumnsType<Condition> => [
  {
    title: '结果',
    width: 120,
    render: (_, { code, result }) => (
      <>
        {ICONS[result]} {resultLabel({ code, result }, standard)}
      </>
    ),
  },
  { title: '条件', dataIndex: 'title', width: 260 },
  { title: '情况', dataIndex: 'detail' },
];

interface Props {
  readonly conditions: readonly Condition[];
  readonly standard: Standard;
}

export function ConditionsTable({ conditions, standard }: Props) {
  const hasSource = conditions.some(({ source }) => source);
  const columns = useMemo(
    () => [...columnsFor(standard), ...(hasSource ? [SOURCE_COLUMN] : [])],
    [standard, hasSource],
  );
  return (
    <Table
      size="small"
      rowKey="code"
      aria-label="推荐条件"
      columns={columns}
      dataSource={conditions}
      scroll={{ x: hasSource ? 800 : 560 }}
      pagination={false}
    />
  );
}
