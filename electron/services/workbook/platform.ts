import type { Assessment } from '../../../shared/assessment/schema.ts';
import { type PlatformEntry, platformEntries } from '../../../shared/package/platform.ts';
import { scoreAssessment } from '../../../shared/scoring/report.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { newWorkbook, toBytes } from '../sheets/deterministic.ts';
import { addPage, standardHeader } from '../sheets/sheet.ts';
import { STYLES } from '../sheets/styles.ts';
import { Table, type TableColumn, titled } from '../sheets/table.ts';

const COLUMNS: readonly TableColumn<PlatformEntry>[] = [
  { title: '指标', width: 16, cell: ({ section }) => [section, STYLES.text] },
  { title: '编号', width: 7.5, cell: ({ code }) => [code, STYLES.centre] },
  { title: '评分项', width: 18, cell: ({ title }) => [title, STYLES.text] },
  { title: '自评说明', width: 40, cell: ({ text }) => [text, STYLES.text] },
  {
    title: '得分',
    width: 7.5,
    cell: ({ score }) => (/^\d/.test(score) ? [Number(score), STYLES.points] : [score, STYLES.centre]),
  },
  { title: '数据', width: 28, cell: ({ data }) => [data, STYLES.text] },
  { title: '文件名', width: 28, cell: ({ files }) => [files.join('\n'), STYLES.text] },
];

/** 平台填报.xlsx: the same texts as on the screen, one row an indicator. `today` is YYYY-MM-DD. */
export function buildPlatformTable(
  standard: Standard,
  assessment: Assessment,
  today: string,
): Promise<Uint8Array> {
  const workbook = newWorkbook(today);
  const marks = assessment.sample ? ['示例'] : [];
  const line = `单位：${assessment.unit.name}　　活动：${assessment.campaign.title}　　日期：${today}`;
  const plan = { name: '平台填报', columns: COLUMNS, above: titled('督导平台填报内容', line) };
  const table = new Table(plan, (page) =>
    addPage(workbook, page, {
      header: standardHeader(standard, marks, page),
      footer: `&C&9第 &P 页 共 &N 页&R&8 ${today}`,
    }),
  );
  table.put(platformEntries(standard, assessment, scoreAssessment(standard, assessment)));
  table.end();
  return toBytes(workbook, today);
}
