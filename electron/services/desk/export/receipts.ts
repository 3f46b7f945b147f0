import { isChecked, type Receipt, type Verdict, verdictLabel } from '../../../../shared/review/receipt.ts';
import { rankCandidates, type Ranked } from '../../../../shared/review/ranking.ts';
import { notesOn, verdictNow } from '../../../../shared/review/status.ts';
import { parsePoints } from '../../../../shared/values/points.ts';
import { newWorkbook, toBytes } from '../../sheets/deterministic.ts';
import { type Column, putHead, putLine, putRow, setPrintArea } from '../../sheets/sheet.ts';
import { STYLES } from '../../sheets/styles.ts';
import type { DeskView } from './desk-view.ts';
import { addDeskSheet } from '../../sheets/page.ts';

const TITLE = '接收清单';
const COLUMNS: readonly Column[] = [
  { title: '序号', width: 6 },
  { title: '收到日期', width: 11 },
  { title: '文件', width: 30 },
  { title: '单位', width: 22 },
  { title: '版次', width: 6 },
  { title: '接收结论', width: 11 },
  { title: '包内写明的自评分', width: 10 },
  { title: '封签码', width: 20 },
  { title: '字节数', width: 12 },
  { title: '说明', width: 34 },
  { title: 'SHA-256', width: 28 },
];
const WIDTHS = COLUMNS.map(({ width }) => width);
const HEAD_ROW = 3;
/** Verdicts that need nobody's eye. */
const GOOD: readonly Verdict[] = ['accepted', 'newer', 'older'];
/** Problems of a damaged package that are named; a broken disk gives hundreds. */
const NAMED = 5;

/** 接收清单.xlsx: every file that was handed in, kept or not, in the order of receiving. */
export async function buildReceipts(view: DeskView, today: string): Promise<Uint8Array> {
  const { desk, standard, receipts } = view;
  const workbook = newWorkbook(today);
  const page = { name: TITLE, widths: WIDTHS, orientation: 'landscape', headRow: HEAD_ROW } as const;
  const marks = receipts.some(({ kept, verification }) => kept && verification.sample) ? ['示例'] : [];
  const sheet = addDeskSheet(workbook, page, { standard, marks, about: desk.title, date: today });
  putLine(sheet, 1, WIDTHS, `${desk.campaign.title}${TITLE}`, STYLES.title);
  const kept = receipts.filter((receipt) => receipt.kept).length;
  const line = `核验台：${desk.title}　　共收到 ${receipts.length} 个文件，收存 ${kept} 个　　日期：${today}`;
  putLine(sheet, 2, WIDTHS, line, STYLES.subtitle);
  let row = putHead(sheet, HEAD_ROW, COLUMNS);
  const ranked = rankCandidates(desk, view.candidates);
  const standings = new Map(ranked.map((each) => [each.candidate.key, each]));
  receipts.forEach((receipt, index) => {
    const { verification } = receipt;
    const mine = receipt.kept ? standings.get(receipt.key) : undefined;
    const verdict = verdictNow(receipt, mine);
    const claimed = parsePoints(verification.selfScore);
    row = putRow(sheet, row, COLUMNS, [
      [index + 1, STYLES.centre],
      [receipt.receivedOn, STYLES.centre],
      [receipt.fileName, STYLES.text],
      [verification.unit, STYLES.text],
      [verification.revision || '', STYLES.centre],
      [
        verdictLabel(verdict, isChecked(receipt)),
        GOOD.includes(verdict) && receipt.kept ? STYLES.centre : STYLES.alert,
      ],
      claimed === undefined ? [verification.selfScore, STYLES.centre] : [claimed / 100, STYLES.points],
      [verification.sealCode || '无', STYLES.centre],
      [receipt.bytes, STYLES.count],
      [explanation(receipt, mine, ranked), STYLES.text],
      [receipt.sha256, STYLES.digest],
    ]);
  });
  if (receipts.length === 0) row = putLine(sheet, row, WIDTHS, '还没有收到文件。', STYLES.subtitle);
  setPrintArea(sheet, row - 1, COLUMNS.length);
  return toBytes(workbook, today);
}

function explanation(
  { remarks, verification, kept }: Receipt,
  mine: Ranked | undefined,
  all: readonly Ranked[],
): string {
  const notes = notesOn(mine, all);
  // What the problems of a kept package say is in its remarks already.
  const wrong = kept ? [] : verification.problems.filter(({ severity }) => severity === 'problem');
  const named = wrong.slice(0, NAMED).map(({ path, message }) => `${path} ${message}`.trim());
  const more = wrong.length > NAMED ? [`等共 ${wrong.length} 处`] : [];
  return [...notes, ...remarks.filter((remark) => !notes.includes(remark)), ...named, ...more].join('；');
}
