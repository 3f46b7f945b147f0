import { Table } from 'antd';
import { useMemo } from 'react';
import { allNodes } from '../../../shared/tables/draft/nodes.ts';
import { statedTotal } from '../../../shared/tables/import/import-state.ts';
import type { DraftNode } from '../../../shared/tables/standard-draft.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { makesUp, sumWords } from '../sums.ts';
import { useReading } from '../use-reading.ts';
import { useDraft, useWizard } from '../use-wizard.ts';

/** Each 指标 and the whole: what the items make, and what the file says that they make. */
export function SumTable() {
  const draft = useDraft();
  const { tables, state } = useWizard();
  const reading = useReading();
  const { kind, chosen } = state;
  const { fullScore } = state.identity;
  const stated = useMemo(
    () =>
      reading &&
      statedTotal(
        reading,
        tables.filter(({ id }) => chosen.includes(id)),
        fullScore,
      ),
    [reading, tables, chosen, fullScore],
  );
  const sections = draft.nodes.filter(({ children }) => children.length > 0);
  const row = (key: string, title: string, below: readonly DraftNode[], declared: number | undefined) => ({
    ...{ key, title, declared, sum: sumWords(below) },
    isMet: declared === undefined || makesUp(below, declared),
    items: allNodes(below).filter((node) => node.kind === 'item').length,
  });
  const loose = draft.nodes.filter((node) => node.kind === 'item');
  // What the program added up itself agrees with itself: only what the file states is a check.
  const total = row('total', '合计', draft.nodes, kind === 'copy' ? fullScore : stated);
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
          render: (_, { key, declared }) =>
            declared !== undefined ? showPoints(declared) : key === 'total' && reading ? '文件未写明' : '—',
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
