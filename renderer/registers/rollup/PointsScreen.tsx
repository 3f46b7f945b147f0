import { PlusOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { pointsByUnit } from '../../../shared/registers/rollup/points.ts';
import type { PointEntry } from '../../../shared/registers/rollup/schema.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { useOpenRollup, useRollup } from '../../state/rollup-store.ts';
import { call } from '../../ui/call/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useUnsentLines } from '../../ui/fields/drafts.tsx';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import { MadeFileButton } from '../../ui/MadeFileButton.tsx';
import { usePaper } from '../../ui/printing.ts';
import { UnsentMark } from '../UnsentMark.tsx';
import { PointsPaper } from './papers.tsx';
import { pointWords } from './point-words.ts';
import { PointPane } from './PointPane.tsx';
import { rowKeys } from './row-keys.ts';

/** 督查、通报、加扣分, as the office enters them. */
export function PointsScreen() {
  const { value } = useOpenRollup();
  const { today, point: chosen, choosePoint, edit, saved } = useRollup();
  const points = [...value.points].reverse().sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0));
  const entry = points.find(({ id }) => id === chosen);
  usePaper(() => <PointsPaper office={value.office} points={points} />);
  const add = async () => {
    const id = crypto.randomUUID();
    const first = { unit: '', day: today, kind: '督查', basis: '', reason: '', note: '' } as const;
    const adding = edit({ kind: 'addPoint', entry: { id, ...first } });
    choosePoint(id);
    await adding;
  };
  const make = async () => {
    await saved();
    return call('exportRollup', { id: value.id });
  };
  return (
    <section className="registers-screen" aria-label="督查、通报、加扣分">
      <header>
        <Space wrap>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void add()}>
            新增一条
          </Button>
          <MadeFileButton make={make}>导出表格</MadeFileButton>
          <span className="ui-muted" role="status">
            共 {points.length} 条
          </span>
        </Space>
        <p className="registers-about ui-muted">
          文件只说通报和加分、扣分，没有写分值：分值由办公室填写，可以不填。表格栏目是参考格式。
        </p>
        <Sums points={value.points} />
      </header>
      <div className="registers-panes">
        {points.length > 0 ? (
          <PointTable points={points} />
        ) : (
          <EmptyState text="还没有登记。督查、通报、加分、扣分各登一条。" />
        )}
        {entry && <PointPane key={entry.id} entry={entry} />}
      </div>
    </section>
  );
}

/** What was entered for each unit, where something was. */
function Sums({ points }: { readonly points: readonly PointEntry[] }) {
  const sums = pointsByUnit(points).filter(({ plus, minus, open }) => plus + minus + open > 0);
  if (sums.length === 0) return null;
  return (
    <details>
      <summary>{`按单位合计（${sums.length} 个单位）`}</summary>
      <ul className="registers-ratios" aria-label="按单位合计">
        {sums.map(({ unit, plus, minus, open }) => (
          <li key={unit}>
            {unit === '' ? '没有填单位' : unit}：加 {showPoints(plus)} 分，扣 {showPoints(minus)} 分
            {open > 0 && `；${open} 条还没有分值`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function PointTable({ points }: { readonly points: readonly PointEntry[] }) {
  const { point: chosen, choosePoint } = useRollup();
  const ids = points.map(({ id }) => id);
  const { rows, more } = useShownRows(points, undefined, ids.indexOf(chosen ?? ''));
  const unsent = useUnsentLines();
  return (
    <div
      className="registers-table"
      role="grid"
      aria-label="督查、通报、加扣分列表"
      {...rowKeys(ids, chosen, choosePoint)}
    >
      <div role="row" className="registers-row registers-head">
        {(['日期', '单位', '类型', '分值', '依据', '事由'] as const).map((title) => (
          <span role="columnheader" key={title} className={WIDTHS[title]}>
            {title}
          </span>
        ))}
      </div>
      {rows.map((entry) => (
        <div
          key={entry.id}
          role="row"
          className="registers-row"
          aria-selected={entry.id === chosen}
          onClick={() => choosePoint(entry.id)}
        >
          {(
            [
              ['日期', entry.day],
              ['单位', entry.unit],
              ['类型', entry.kind],
              ['分值', pointWords(entry)],
              ['依据', entry.basis],
              ['事由', entry.reason],
            ] as const
          ).map(([title, text]) => (
            <span role="gridcell" key={title} className={WIDTHS[title]}>
              {title === '事由' && <UnsentMark isUnsent={unsent.includes(entry.id)} />}
              {text || '—'}
            </span>
          ))}
        </div>
      ))}
      {more}
    </div>
  );
}

const WIDTHS = {
  ...{ 日期: 'registers-day', 单位: 'registers-text', 类型: 'registers-choice' },
  ...{ 分值: 'registers-count', 依据: 'registers-text', 事由: 'registers-long' },
} as const;
