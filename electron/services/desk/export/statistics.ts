import type { Workbook } from '@cj-tech-master/excelts';
import { type Candidate, CANDIDATE_STATE_LABELS } from '../../../../shared/review/candidate.ts';
import { rankCandidates, type Ranked } from '../../../../shared/review/ranking.ts';
import { verdictCounts } from '../../../../shared/review/receipt.ts';
import { verdictNow } from '../../../../shared/review/status.ts';
import { newWorkbook, toBytes } from '../../sheets/deterministic.ts';
import {
  type Column,
  type Formula,
  letter,
  putHead,
  putLine,
  putRow,
  setPrintArea,
  type Value,
} from '../../sheets/sheet.ts';
import { type CellStyle, STYLES } from '../../sheets/styles.ts';
import { type DeskView, standardLine } from './desk-view.ts';
import { addDeskSheet, type PageMarks } from '../../sheets/page.ts';

type Row = readonly (readonly [Value, CellStyle])[];

interface Table {
  readonly name: string;
  readonly line: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const HEAD_ROW = 3;
const FIRST_ROW = HEAD_ROW + 1;
const PERCENT: CellStyle = { ...STYLES.points, numFmt: '0.00%' };

/** 批次统计.xlsx: what arrived, averages by section, where the batch loses points. */
export async function buildStatistics(view: DeskView, today: string): Promise<Uint8Array> {
  const { desk, standard } = view;
  const ranked = rankCandidates(desk, view.candidates);
  const running = ranked.flatMap(({ rank, candidate }) => (rank === undefined ? [] : [candidate]));
  const marks = running.some(({ sample }) => sample) ? ['示例'] : [];
  const said: PageMarks = { standard, marks, about: desk.title, date: today };
  const workbook = newWorkbook(today);
  for (const table of [overview(view, ranked, running), sections(view, running), losses(view)]) {
    putTable(workbook, table, said);
  }
  return toBytes(workbook, today);
}

function putTable(workbook: Workbook, { name, line, columns, rows }: Table, said: PageMarks): void {
  const widths = columns.map(({ width }) => width);
  const page = { name, widths, orientation: 'landscape', headRow: HEAD_ROW } as const;
  const sheet = addDeskSheet(workbook, page, said);
  putLine(sheet, 1, widths, name, STYLES.title);
  putLine(sheet, 2, widths, line, STYLES.subtitle);
  let row = putHead(sheet, HEAD_ROW, columns);
  for (const cells of rows) row = putRow(sheet, row, columns, cells);
  if (rows.length === 0) row = putLine(sheet, row, widths, '还没有数据。', STYLES.subtitle);
  setPrintArea(sheet, row - 1, columns.length);
}

function overview(
  { desk, standard, receipts }: DeskView,
  ranked: readonly Ranked[],
  running: readonly Candidate[],
): Table {
  const count = (title: string, what: string, number: number): Row => [
    [title, STYLES.centre],
    [what, STYLES.text],
    [number, STYLES.count],
  ];
  const standings = new Map(ranked.map((each) => [each.candidate.key, each]));
  const shown = receipts.map((receipt) => ({
    ...receipt,
    verdict: verdictNow(receipt, receipt.kept ? standings.get(receipt.key) : undefined),
  }));
  const passing = running.filter(
    ({ comprehensive, passScore }) => comprehensive !== undefined && comprehensive >= passScore,
  );
  const states = (['pending', 'reviewing', 'done'] as const).map((state) =>
    count('核验进度', CANDIDATE_STATE_LABELS[state], running.filter((each) => each.state === state).length),
  );
  return {
    name: '接收与核验情况',
    line: `核验台：${desk.title}　　活动：${desk.campaign.title}　　标准：${standardLine(standard)}`,
    columns: [
      { title: '类别', width: 20 },
      { title: '情况', width: 40 },
      { title: '数量', width: 14 },
    ],
    rows: [
      ...verdictCounts(shown).map(({ label, number }) => count('接收结论', label, number)),
      count('接收结论', '文件合计', receipts.length),
      count('参加排名', '单位', running.length),
      count('存疑', '待决定', ranked.filter(({ doubts }) => doubts.length > 0).length),
      count('存疑', '已写明理由采用', ranked.filter(({ accepted }) => accepted !== undefined).length),
      count('存疑', '未采用', ranked.filter(({ out }) => out?.reason === 'replaced').length),
      ...states,
      count('资格审查', '符合', running.filter(({ eligible }) => eligible).length),
      count('资格审查', '不符合', running.filter(({ eligible }) => !eligible).length),
      count('综合得分', '达标', passing.length),
      count('推荐', '已选', desk.choices.length),
    ],
  };
}

function sections({ standard }: DeskView, running: readonly Candidate[]): Table {
  const finished = running.filter(({ verifiedScore }) => verifiedScore !== undefined);
  const rows = standard.sections.map(({ code, title }) => ({
    title,
    own: running.flatMap(({ sections: each }) => each.filter((section) => section.code === code)),
  }));
  const full = average(running.map(({ fullScore }) => fullScore));
  const totals: Row[] =
    running.length === 0
      ? []
      : [
          averageRow('总分', FIRST_ROW + rows.length, {
            full,
            self: average(running.map(({ selfScore }) => selfScore)),
            verified: average(finished.flatMap(({ verifiedScore }) => verifiedScore ?? [])),
          }),
        ];
  return {
    name: '各部分平均得分',
    line: `参加排名的单位 ${running.length} 个，其中核验完成 ${finished.length} 个；核验平均只算已核完的部分`,
    columns: [
      { title: '部分', width: 40 },
      { title: '平均满分', width: 13 },
      { title: '自评平均', width: 13 },
      { title: '核验平均', width: 13 },
      { title: '核验减自评', width: 13 },
      { title: '核验得分率', width: 13 },
    ],
    rows: [
      ...rows.map(({ title, own }, index) =>
        averageRow(title, FIRST_ROW + index, {
          full: average(own.map(({ fullScore }) => fullScore)),
          self: average(own.map(({ self }) => self)),
          verified: average(own.flatMap(({ verified }) => verified ?? [])),
        }),
      ),
      ...totals,
    ],
  };
}

/** Averages in points; the last two columns follow them live. */
function averageRow(
  title: string,
  row: number,
  { full, self, verified }: Record<'full' | 'self' | 'verified', number | undefined>,
): Row {
  const [b, c, d] = [2, 3, 4].map((column) => `${letter(column)}${row}`);
  const formula = (text: string, result: number | undefined): Formula => ({
    formula: `IF(COUNT(${b},${c},${d})<3,"",${text})`,
    result: result ?? '',
  });
  const known = full !== undefined && self !== undefined && verified !== undefined;
  return [
    [title, STYLES.text],
    [full ?? '', STYLES.points],
    [self ?? '', STYLES.points],
    [verified ?? '未核完', STYLES.points],
    [formula(`${d}-${c}`, known ? Math.round((verified - self) * 100) / 100 : undefined), STYLES.points],
    [formula(`IF(${b}=0,0,${d}/${b})`, known && full > 0 ? verified / full : undefined), PERCENT],
  ];
}

function losses({ heat }: DeskView): Table {
  const items = heat.rows
    .filter(({ kind, lost }) => kind === 'item' && lost > 0)
    .sort((a, b) => b.share - a.share || b.lost - a.lost);
  return {
    name: '失分排行',
    line: `${heat.units}个单位，按失分率从高到低；失分率＝失分合计÷应得分合计；没有核完的单位按自评计`,
    columns: [
      { title: '序号', width: 7 },
      { title: '编号', width: 10 },
      { title: '评分项', width: 50 },
      { title: '评到的单位', width: 12 },
      { title: '失分的单位', width: 12 },
      { title: '失分合计', width: 12 },
      { title: '失分率', width: 12 },
    ],
    rows: items.map(({ code, title, units, losing, lost, share }, index) => [
      [index + 1, STYLES.centre],
      [code, STYLES.centre],
      [title, STYLES.text],
      [units, STYLES.count],
      [losing, STYLES.count],
      [lost / 100, STYLES.points],
      [share / 10_000, PERCENT],
    ]),
  };
}

/** Hundredths in, points rounded to hundredths out; undefined for nothing. */
function average(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length) / 100;
}
