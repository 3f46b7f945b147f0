import { RowTitle } from '../grid/RowTitle.tsx';
import { useMemo } from 'react';
import type { Comparison } from '../../../shared/review/compare.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { DataGrid, type GridColumn } from '../grid/DataGrid.tsx';
import './compare.css';

export type RowOrder = 'differences' | 'standard';
type Row = Comparison['rows'][number];
type Cell = Row['cells'][number];

interface Props {
  readonly comparison: Comparison;
  readonly order: RowOrder;
}

/** Units side by side, item by item: the verified score where there is one, the self score under it. */
export function ComparisonTable({ comparison: { columns: units, rows }, order }: Props) {
  const shown = useMemo(() => (order === 'standard' ? rows : byDifference(rows)), [rows, order]);
  const columns = useMemo(
    (): GridColumn<Row>[] => [
      {
        key: 'title',
        title: '项目',
        width: 260,
        grow: true,
        fixed: true,
        render: (row) => (
          <RowTitle row={row} depth={order === 'standard' ? row.depth : 0}>
            {KIND_WORDS[row.kind]}
          </RowTitle>
        ),
      },
      {
        key: 'spread',
        title: '相差',
        width: 70,
        align: 'right',
        render: (row) => {
          const spread = spreadOf(row);
          return spread === 0 ? (
            <span className="ui-muted">相同</span>
          ) : (
            <strong>{showPoints(spread)}</strong>
          );
        },
      },
      ...units.map(({ title, self, verified }, index): GridColumn<Row> => ({
        key: String(index),
        title: `${title}　${verified === undefined ? `自评 ${showPoints(self)}` : `核验 ${showPoints(verified)}`}`,
        width: 190,
        grow: true,
        render: ({ cells }) => <Score cell={cells[index] ?? null} />,
      })),
    ],
    [units, order],
  );
  return (
    <div className="compare-table">
      <DataGrid
        label="逐项比较"
        columns={columns}
        rows={shown}
        rowKey={({ kind, code }) => `${kind} ${code}`}
        empty="没有可比较的项目"
      />
    </div>
  );
}

const KIND_WORDS = { section: '', item: '', sum: '', bonus: '加分 ', penalty: '减分项 ' } as const;

function Score({ cell }: { readonly cell: Cell }) {
  if (!cell) return <span className="ui-muted">没有这一项</span>;
  const { self, verified, fullScore, explanation } = cell;
  const full = fullScore > 0 ? ` / ${showPoints(fullScore)}` : '';
  const own = self === undefined ? '未评' : showPoints(self);
  return (
    <>
      <span className="ui-numbers" title={explanation}>
        {verified === undefined ? `${own}${full}` : `${showPoints(verified)}${full}`}
      </span>
      <span className={verified !== undefined && verified !== self ? 'desk-wrong' : 'ui-muted'}>
        {verified === undefined ? '自评，待核' : `自评 ${own}`}
      </span>
    </>
  );
}

/** Sections say nothing here that their items do not say; how the totals come about stands last. */
function byDifference(rows: readonly Row[]): Row[] {
  const sums = rows.filter(({ kind }) => kind === 'sum');
  const sorted = rows
    .filter(({ kind }) => kind !== 'section' && kind !== 'sum')
    .sort((a, b) => Number(b.differs) - Number(a.differs) || spreadOf(b) - spreadOf(a));
  return [...sorted, ...sums];
}

/** Between the highest and the lowest of what counts; one that is missing counts as 0. */
function spreadOf({ cells }: Row): number {
  const counted = cells.map((cell) => cell?.verified ?? cell?.self ?? 0);
  return Math.max(...counted) - Math.min(...counted);
}
