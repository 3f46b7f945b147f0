import { RowTitle } from '../grid/RowTitle.tsx';
import { useAnswer } from '../../ui/call/use-call.ts';
import { useCallback, useMemo, useState } from 'react';
import type { HeatTable } from '../../../shared/review/heat.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { call } from '../../ui/call/client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useOpenDesk } from '../../state/desk-store.ts';
import { DataGrid, type GridColumn } from '../grid/DataGrid.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { COLOURS, faded } from '../../ui/tokens.ts';
import './compare.css';

type Row = HeatTable['rows'][number];
type Order = 'most' | 'standard';

/** Where the deepest colour stands; beyond it the number alone tells. */
const DEEPEST = 5000;

const COLUMNS: readonly GridColumn<Row>[] = [
  {
    key: 'title',
    title: '项目',
    width: 340,
    grow: true,
    fixed: true,
    render: (row) => <RowTitle row={row} depth={row.depth} />,
  },
  {
    key: 'share',
    title: '失分率',
    width: 150,
    render: ({ share, units }) =>
      units === 0 ? (
        <span className="ui-muted">没有评过</span>
      ) : (
        <span
          className="compare-heat-cell"
          style={{
            background: faded(COLOURS.bad, (0.55 * Math.min(share, DEEPEST)) / DEEPEST),
          }}
        >
          {showPoints(share)}%
        </span>
      ),
  },
  { key: 'lost', title: '共失分', width: 100, align: 'right', render: ({ lost }) => showPoints(lost) },
  {
    key: 'losing',
    title: '失分单位',
    width: 130,
    align: 'right',
    render: ({ losing, units }) => `${losing} / ${units} 家`,
  },
];

/** 失分情况表: where the batch loses points, that is what to train next. */
export function HeatScreen() {
  const { desk } = useOpenDesk();
  const {
    value: table,
    failure,
    retry,
  } = useAnswer(useCallback(() => call('deskHeat', { id: desk.id }), [desk.id]));
  const [order, setOrder] = useState<Order>('most');
  const [active, setActive] = useState<string>();
  const rows = useMemo(() => {
    const all = table?.rows ?? [];
    if (order === 'standard') return all;
    return all
      .filter(({ kind }) => kind === 'item')
      .map((row) => ({ ...row, depth: 0 }))
      .sort((a, b) => b.share - a.share || b.lost - a.lost);
  }, [table, order]);
  return (
    <div className="desk-screen">
      <div className="desk-tools">
        <h2>失分情况表</h2>
        <Segments<Order>
          aria-label="排列"
          value={order}
          onChange={setOrder}
          options={[
            { value: 'most', label: '失分多的在前' },
            { value: 'standard', label: '按标准顺序' },
          ]}
        />
        <span className="ui-muted">
          失分率＝失分÷应得的分；完成核验的按核验得分，其余按自评分；草稿、旧版和已逾期的不算。
          {table && `共 ${table.units} 家。`}
        </span>
      </div>
      <FailureNotice failure={failure} onRetry={() => void retry()} />
      <DataGrid
        label="失分情况表"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ kind, code }) => `${kind} ${code}`}
        rowHeight={34}
        empty={table ? '还没有可以统计的推荐包' : '正在统计'}
        active={active}
        onActive={setActive}
      />
    </div>
  );
}
