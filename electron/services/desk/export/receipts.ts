import { isChecked, type Receipt, type Verdict, verdictLabel } from '../../../../shared/review/receipt.ts';
import { rankCandidates, type Ranked } from '../../../../shared/review/ranking.ts';
import { notesOn, pendingWord, remarksOn, verdictNow } from '../../../../shared/review/status.ts';
import { parsePoints } from '../../../../shared/values/points.ts';
import { newWorkbook, toBytes } from '../../sheets/deterministic.ts';
import { addDeskTable } from '../../sheets/page.ts';
import { STYLES } from '../../sheets/styles.ts';
import { numbered, type TableColumn, titled } from '../../sheets/table.ts';
import { type DeskView, draftMarks, markedTitle, missingNotes } from './desk-view.ts';

/** One file that was handed in. */
interface Line {
  readonly receipt: Receipt;
  readonly verdict: Verdict;
  readonly explanation: string;
  /** 待认定; ''. */
  readonly pending: string;
}

export const RECEIPTS_TITLE = '收件登记表';
/** Verdicts that need nobody's eye. */
const GOOD: readonly Verdict[] = ['accepted', 'newer', 'older'];
/** Problems of a damaged package that are named; a broken disk gives hundreds. */
const NAMED = 5;

const COLUMNS: readonly TableColumn<Line>[] = [
  numbered(6),
  { title: '收到日期', width: 11, cell: ({ receipt }) => [receipt.receivedOn, STYLES.centre] },
  { title: '文件', width: 30, cell: ({ receipt }) => [receipt.fileName, STYLES.text] },
  { title: '单位', width: 22, cell: ({ receipt }) => [receipt.verification.unit, STYLES.text] },
  { title: '版次', width: 6, cell: ({ receipt }) => [receipt.verification.revision || '', STYLES.centre] },
  {
    title: '接收结论',
    width: 11,
    cell: ({ receipt, verdict, pending }) => [
      [verdictLabel(verdict, isChecked(receipt)), pending].filter((word) => word !== '').join('，'),
      GOOD.includes(verdict) && receipt.kept ? STYLES.centre : STYLES.alert,
    ],
  },
  {
    title: '包内写明的自评分',
    width: 10,
    cell({ receipt }) {
      const { selfScore } = receipt.verification;
      const claimed = parsePoints(selfScore);
      return claimed === undefined ? [selfScore, STYLES.centre] : [claimed / 100, STYLES.points];
    },
  },
  {
    title: '封签码',
    width: 20,
    cell: ({ receipt }) => [receipt.verification.sealCode || '无', STYLES.centre],
  },
  { title: '字节数', width: 12, cell: ({ receipt }) => [receipt.bytes, STYLES.count] },
  { title: '说明', width: 34, cell: ({ explanation }) => [explanation, STYLES.text] },
  { title: 'SHA-256', width: 28, cell: ({ receipt }) => [receipt.sha256, STYLES.digest] },
];

/** 收件登记表.xlsx: every file that was handed in, kept or not, in the order of receiving. */
export async function buildReceipts(view: DeskView, today: string): Promise<Uint8Array> {
  const { desk, standard, receipts } = view;
  const workbook = newWorkbook(today);
  const isSample = receipts.some(({ kept, verification }) => kept && verification.sample);
  const marks = [...draftMarks(view), ...(isSample ? ['示例'] : [])];
  const line = `核验台：${desk.title}　　${receivedLine(view)}　　日期：${today}`;
  const above = titled(markedTitle(`${desk.campaign.title}${RECEIPTS_TITLE}`, draftMarks(view)), line);
  const plan = { name: RECEIPTS_TITLE, columns: COLUMNS, above };
  const table = addDeskTable(workbook, plan, { standard, marks, about: desk.title, date: today });
  const ranked = rankCandidates(desk, view.candidates);
  const standings = new Map(ranked.map((each) => [each.candidate.key, each]));
  table.put(
    receipts.map((receipt) => {
      const mine = receipt.kept ? standings.get(receipt.key) : undefined;
      const verdict = verdictNow(receipt, mine);
      const pending = mine ? pendingWord(mine.candidate) : '';
      return { receipt, verdict, explanation: explanationOf(receipt, mine, ranked), pending };
    }),
  );
  if (receipts.length === 0) table.say('还没有收到文件。', STYLES.subtitle);
  for (const note of missingNotes(view)) table.say(note, STYLES.warning);
  table.end();
  return toBytes(workbook, today);
}

/** How many came, those that are missing now among them. */
function receivedLine({ receipts, missing, isListLost }: DeskView): string {
  const kept = receipts.filter((receipt) => receipt.kept).length;
  const all = `共收到 ${receipts.length + missing.length} 个文件，收存 ${kept} 个`;
  const away = missing.length > 0 ? `，另有 ${missing.length} 个收过的现在读取不到，不在下表` : '';
  return isListLost ? `现有记录：${all}${away}；有没有缺少还没有核对` : `${all}${away}`;
}

function explanationOf(receipt: Receipt, mine: Ranked | undefined, all: readonly Ranked[]): string {
  const { verification, kept } = receipt;
  // As the package stands now: of an earlier program the remarks may be about bytes.
  const remarks = remarksOn(receipt, mine);
  const notes = notesOn(mine, all);
  // What the problems of a kept package say is in its remarks already.
  const wrong = kept ? [] : verification.problems.filter(({ severity }) => severity === 'problem');
  const named = wrong.slice(0, NAMED).map(({ path, message }) => `${path} ${message}`.trim());
  const more = wrong.length > NAMED ? [`等共 ${wrong.length} 处`] : [];
  return [...notes, ...remarks.filter((remark) => !notes.includes(remark)), ...named, ...more].join('；');
}
