import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import {
  type Receipt,
  type Verdict,
  VERDICT_LABELS,
  verdictSchema,
} from '../../../../shared/review/receipt.ts';
import { unitDeadline } from '../../../../shared/review/receive.ts';
import { call } from '../../../api/client.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { ProgressModal } from '../../../components/ProgressModal.tsx';
import { showBytes, showSource, showTime } from '../../../components/show.ts';
import { useDesk, useOpenDesk } from '../../../state/desk-store.ts';
import { useMadeFile } from '../exports/use-made-file.ts';
import { DataGrid, type GridColumn, type GridSort } from '../grid/DataGrid.tsx';
import { NoRow } from '../NoRow.tsx';
import { VerdictTag } from '../verdict.tsx';
import { HandIn } from './HandIn.tsx';
import { HandedNotice } from './HandedNotice.tsx';
import { ReceiptDetail } from './ReceiptDetail.tsx';
import { reasonOf, unitOf } from './receipt-words.ts';
import { useImport } from './use-import.ts';

/** A file may be handed in twice: its place in the list tells the lines apart. */
interface Line extends Receipt {
  readonly number: number;
  readonly reasons: readonly string[];
  readonly otherReceipt: Receipt | undefined;
}

const COLUMNS: readonly GridColumn<Line>[] = [
  {
    key: 'number',
    title: '序号',
    width: 56,
    align: 'right',
    render: ({ number }) => number,
    sort: by('number'),
  },
  {
    key: 'fileName',
    title: '文件',
    width: 230,
    grow: true,
    render: ({ fileName, bytes }) => (
      <>
        <span className="cut" title={fileName}>
          {fileName}
        </span>
        <span className="muted">{showBytes(bytes)}</span>
      </>
    ),
    sort: by('fileName'),
  },
  {
    key: 'verdict',
    title: '结论',
    width: 150,
    render: ({ verdict }) => (
      <span>
        <VerdictTag verdict={verdict} />
      </span>
    ),
    sort: (a, b) => verdictSchema.options.indexOf(a.verdict) - verdictSchema.options.indexOf(b.verdict),
  },
  {
    key: 'unit',
    title: '单位',
    width: 200,
    grow: true,
    render: (line) => (
      <span className="cut" title={unitOf(line)}>
        {unitOf(line)}
      </span>
    ),
    sort: (a, b) => unitOf(a).localeCompare(unitOf(b), 'zh'),
  },
  {
    key: 'reason',
    title: '原因和说明',
    width: 330,
    grow: true,
    render: ({ reasons }) => <Reason reasons={reasons} />,
  },
  {
    key: 'receivedOn',
    title: '收件日期',
    width: 120,
    render: ({ receivedOn, receivedAt }) => (
      <>
        <span>{receivedOn}</span>
        <span className="muted">{showTime(receivedAt).slice(5)} 录入</span>
      </>
    ),
    sort: by('receivedAt'),
  },
];

/** 收件: packages come in; one line for every file, and nothing is left out silently. */
export function InboxScreen() {
  const { desk, receipts } = useOpenDesk();
  const today = useDesk((state) => state.today);
  const { job, handed, take, dismiss } = useImport(desk.id);
  const made = useMadeFile<'receipts'>();
  const [verdict, setVerdict] = useState<Verdict | 'all'>('all');
  const [sort, setSort] = useState<GridSort>({ key: 'number', descending: true });
  const [active, setActive] = useState<string>();
  const deadline = useMemo(() => unitDeadline(desk.campaign), [desk.campaign]);
  const lines = useMemo(() => {
    const kept = new Map(receipts.flatMap((each) => (each.kept ? [[each.key, each] as const] : [])));
    return receipts.map((receipt, index): Line => {
      const other = receipt.other === undefined ? undefined : kept.get(receipt.other);
      const reasons = reasonOf(receipt, { deadline, other });
      return { ...receipt, number: index + 1, reasons, otherReceipt: other };
    });
  }, [receipts, deadline]);
  const shown = useMemo(
    () => (verdict === 'all' ? lines : lines.filter((line) => line.verdict === verdict)),
    [lines, verdict],
  );
  const current = shown.find(({ number }) => String(number) === active);

  return (
    <div className="desk-screen">
      <HandIn
        today={today}
        busy={job.progress !== undefined}
        onTake={(collected, receivedOn) => void take(collected, receivedOn)}
      />
      <p className="desk-sentence">
        {deadline
          ? `${deadline.label}截止 ${deadline.date}（${showSource(deadline.source)}），按收件日期判断是否逾期。`
          : '推荐活动没有规定报送期限，不判断逾期。'}
      </p>
      {job.failure && <FailureNotice failure={job.failure} onClose={job.dismissFailure} />}
      {made.failure && <FailureNotice failure={made.failure} onClose={made.dismiss} />}
      {handed && <HandedNotice handed={handed} onClose={dismiss} />}
      <div className="desk-tools">
        <h2>收件登记（{receipts.length}）</h2>
        <Select<Verdict | 'all'>
          aria-label="按结论筛选"
          style={{ width: 210 }}
          value={verdict}
          onChange={setVerdict}
          options={[
            { value: 'all', label: `全部结论（${receipts.length}）` },
            ...verdictSchema.options
              .map((value) => ({ value, count: receipts.filter((each) => each.verdict === value).length }))
              .filter(({ count }) => count > 0)
              .map(({ value, count }) => ({ value, label: `${VERDICT_LABELS[value]}（${count}）` })),
          ]}
        />
        <span className="push">
          {receipts.length > 0 && (
            <Button
              loading={made.busy !== undefined}
              onClick={() =>
                void made.make('receipts', () => call('exportDeskTable', { id: desk.id, table: 'receipts' }))
              }
            >
              导出接收清单
            </Button>
          )}
        </span>
      </div>
      <DataGrid
        label="收件登记"
        columns={COLUMNS}
        rows={shown}
        rowKey={({ number }) => String(number)}
        empty={
          receipts.length === 0 ? '还没有收件。选择推荐包，或把整个文件夹拖进来。' : '没有这种结论的文件'
        }
        sort={sort}
        onSort={setSort}
        active={active}
        onActive={setActive}
      />
      {current ? (
        <ReceiptDetail receipt={current} reasons={current.reasons} other={current.otherReceipt} />
      ) : (
        <NoRow label="收件详情" text="选中一行，这里显示全部原因、损坏的文件和相关的推荐包。" />
      )}
      <ProgressModal title="正在收件" progress={job.progress} onCancel={job.cancel} />
    </div>
  );
}

function Reason({ reasons }: { readonly reasons: readonly string[] }) {
  const [first, ...more] = reasons;
  if (first === undefined) return null;
  return (
    <>
      <span className="cut" title={first}>
        {first}
      </span>
      {more.length > 0 && <span className="muted">另有 {more.length} 条，选中本行查看</span>}
    </>
  );
}

function by(field: 'number' | 'fileName' | 'receivedAt') {
  return (a: Line, b: Line): number =>
    field === 'number' ? a.number - b.number : a[field].localeCompare(b[field], 'zh');
}
