import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { isChecked, type Receipt, verdictCounts, verdictSchema } from '../../../shared/review/receipt.ts';
import { verdictNow } from '../../../shared/review/status.ts';
import { deadlineWords, TIMING_LABELS, timingOf } from '../../../shared/campaign/deadline.ts';
import { deskDeadline } from '../../../shared/review/timing.ts';
import { call } from '../../ui/call/client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { showBytes, showTime } from '../../ui/show.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { useMadeFile } from '../exports/use-made-file.ts';
import { DataGrid, type GridColumn, type GridSort } from '../grid/DataGrid.tsx';
import { DeskNotices } from '../DeskNotices.tsx';
import { NoRow } from '../NoRow.tsx';
import { useStandings } from '../use-ranked.ts';
import { DecidedTag, PendingTag, VerdictTag } from '../verdict.tsx';
import { HandIn } from './HandIn.tsx';
import { HandedNotice } from './HandedNotice.tsx';
import { ReceiptDetail } from './ReceiptDetail.tsx';
import { reasonOf, unitOf } from './receipt-words.ts';
import { useDeskImport } from './use-desk-import.ts';
import { compareWords } from '../compare-words.ts';

/** A file may be handed in twice: its place in the list tells the lines apart. */
interface Line extends Receipt {
  readonly number: number;
  readonly reasons: readonly string[];
  readonly otherReceipt: Receipt | undefined;
  /** Where it stands now; undefined where it is not on the table. */
  readonly ranked: Ranked | undefined;
}

const ALL = '全部';

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
        <span className="grid-cut" title={fileName}>
          {fileName}
        </span>
        <span className="ui-muted">{showBytes(bytes)}</span>
      </>
    ),
    sort: by('fileName'),
  },
  {
    key: 'verdict',
    title: '结论',
    width: 150,
    render: (line) => (
      <span>
        <VerdictTag verdict={line.verdict} checked={isChecked(line)} />
        <PendingTag candidate={line.ranked?.candidate} />
        <DecidedTag ranked={line.ranked} />
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
      <span className="grid-cut" title={unitOf(line)}>
        {unitOf(line)}
      </span>
    ),
    sort: (a, b) => compareWords(unitOf(a), unitOf(b)),
  },
  {
    key: 'reason',
    title: '原因和说明',
    width: 330,
    grow: true,
    render: ({ reasons, verdict, ranked, through }) => (
      <Reason
        reasons={reasons}
        amber={verdict === 'suspect' || ranked?.routes !== undefined || through !== undefined}
      />
    ),
  },
  {
    key: 'receivedOn',
    title: '收件日期',
    width: 120,
    render: ({ receivedOn, receivedAt }) => (
      <>
        <span>{receivedOn}</span>
        <span className="ui-muted">{showTime(receivedAt).slice(5)} 录入</span>
      </>
    ),
    sort: by('receivedAt'),
  },
];

/** 收件: packages come in; one line for every file, and nothing is left out silently. */
export function InboxScreen() {
  const { desk, receipts, standard } = useOpenDesk();
  const today = useDesk((state) => state.today);
  const { job, handed, take, dismiss } = useDeskImport(desk.id);
  const made = useMadeFile<'receipts'>();
  const [label, setLabel] = useState(ALL);
  const standings = useStandings();
  const [sort, setSort] = useState<GridSort>({ key: 'number', descending: true });
  const [active, setActive] = useState<string>();
  const deadline = useMemo(() => deskDeadline(desk), [desk]);
  const lines = useMemo(() => {
    const kept = new Map(receipts.flatMap((each) => (each.kept ? [[each.key, each] as const] : [])));
    return receipts.map((receipt, index): Line => {
      const other = receipt.other === undefined ? undefined : kept.get(receipt.other);
      const ranked = receipt.kept ? standings.get(receipt.key) : undefined;
      const reasons = reasonOf(receipt, { other, ranked, all: [...standings.values()], standard });
      const verdict = verdictNow(receipt, ranked);
      return { ...receipt, verdict, number: index + 1, reasons, otherReceipt: other, ranked };
    });
  }, [receipts, standings, standard]);
  const counts = useMemo(() => verdictCounts(lines), [lines]);
  const shown = useMemo(() => {
    const wanted = counts.find((each) => each.label === label);
    return wanted ? lines.filter((line) => verdictCounts([line])[0]?.label === label) : lines;
  }, [lines, counts, label]);
  const current = shown.find(({ number }) => String(number) === active);

  return (
    <div className="desk-screen">
      <DeskNotices />
      <HandIn
        today={today}
        busy={job.progress !== undefined}
        onTake={(collected, receivedOn, body) => void take(collected, receivedOn, body)}
      />
      <p className="desk-sentence">
        {deadline
          ? `${deadline.label}：${deadlineWords(deadline)}。按收件日期判断；当天收到的列为${TIMING_LABELS[timingOf(deadline, deadline.date)]}，之后收到的列为已逾期，不参加排名。`
          : '推荐活动没有规定报送期限，不判断逾期。'}
      </p>
      <FailureNotice failure={job.failure} onClose={job.dismiss} />
      <FailureNotice failure={made.failure} onClose={made.dismiss} />
      {handed && <HandedNotice handed={handed} standings={standings} onClose={dismiss} />}
      <div className="desk-tools">
        <h2>收件登记表（{receipts.length}）</h2>
        <Select<string>
          aria-label="按结论筛选"
          style={{ width: 210 }}
          value={label}
          onChange={setLabel}
          options={[
            { value: ALL, label: `全部结论（${receipts.length}）` },
            ...counts.map((each) => ({ value: each.label, label: `${each.label}（${each.number}）` })),
          ]}
        />
        <span className="desk-push">
          {receipts.length > 0 && (
            <Button
              loading={made.busy !== undefined}
              onClick={() =>
                void made.make('receipts', () => call('exportDeskTable', { id: desk.id, table: 'receipts' }))
              }
            >
              导出收件登记表
            </Button>
          )}
        </span>
      </div>
      <DataGrid
        label="收件登记表"
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
        isAmber={({ ranked, through }) =>
          (ranked?.doubts.length ?? 0) > 0 || ranked?.routes !== undefined || through !== undefined
        }
      />
      {current ? (
        <ReceiptDetail
          receipt={current}
          reasons={current.reasons}
          other={current.otherReceipt}
          ranked={current.ranked}
        />
      ) : (
        <NoRow label="收件详情" text="选中一行，这里显示全部原因、损坏的文件和相关的推荐包。" />
      )}
      <ProgressModal title="正在收件" progress={job.progress} onCancel={job.cancel} />
    </div>
  );
}

function Reason({ reasons, amber }: { readonly reasons: readonly string[]; readonly amber: boolean }) {
  const [first, ...more] = reasons;
  if (first === undefined) return null;
  return (
    <>
      <span className={amber ? 'grid-cut desk-doubtful' : 'grid-cut'} title={first}>
        {first}
      </span>
      {more.length > 0 && <span className="ui-muted">另有 {more.length} 条，选中本行查看</span>}
    </>
  );
}

function by(field: 'number' | 'fileName' | 'receivedAt') {
  return (a: Line, b: Line): number =>
    field === 'number' ? a.number - b.number : compareWords(a[field], b[field]);
}
