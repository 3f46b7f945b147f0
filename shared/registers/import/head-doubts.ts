import type { SourceTable } from '../../tables/source-table.ts';
import type { Column } from '../column.ts';
import { claimIfDone, claimsOf, fullName, type Heading, notOf, typeOfNumber } from './heading.ts';
import { headEnd, headingsOf, type TableReading, withinOf } from './reading.ts';

/** Beside the name of a column, of whatever table it is. */
const SAYS_NOTHING =
  /^(?:\(.*\)|[本我各该其的第及和与、/:*]|年度?|季度|单位|部门|机关|机构|个人|人员|情况|信息|名称|姓名|全称|简称|具体|主要|详细|基本|相关|有关|简要|说明|内容|事项|日期?|时间|编?号码?|人?次?数量?|实际|最终|是否|有无|开展|工作|活动|案件|执法|行政|服务型|示范点|标兵|[省市县区]级)*$/u;
const UNTAKEN = '没有登记；要登记的请在上面选';
const DAY = /(?:日期|时间|时限|期限)$/u;

/** A heading as it is named to the user. */
export const headingWords = ({ text, group }: Heading): string => [group, text].filter(Boolean).join(' ');

/** What is to be said of headings whose columns are filled in and not taken, although they are like one that is; each in words. */
export function headDoubts(
  table: SourceTable,
  reading: TableReading,
  { columns, year }: { readonly columns: readonly Column[]; readonly year: number },
): readonly string[] {
  const { header } = reading;
  if (header < 0) return [];
  const headings = headingsOf(table, reading);
  const end = headEnd(table, header);
  const cells = table.cells.filter(({ row, text }) => row > end && text.trim() !== '');
  const filled = new Set(cells.map(({ column }) => column));
  // A line below the table fills in no column beside its rows.
  const [once, ofRows] = [new Set<number>(), new Set<number>()];
  for (const { row, column } of cells)
    if (reading.columns[column] !== undefined) (once.has(row) ? ofRows : once).add(row);
  const beside = new Set(cells.filter(({ row }) => ofRows.has(row)).map(({ column }) => column));
  const within = new Set(withinOf(headings, reading, columns).values());
  const labels = new Map(columns.map(({ code, label }) => [code, label]));
  const takenBy = new Map(Object.entries(reading.columns).map(([at, code]) => [code, headings[Number(at)]]));
  const doubts = headings.flatMap((heading, at) => {
    if (reading.columns[at] !== undefined || within.has(at)) return [];
    if (fullName(heading) === '') return beside.has(at) ? [`第 ${at + 1} 列没有表头，${UNTAKEN}`] : [];
    const words = `“${headingWords(heading)}”`;
    const akin = columns.find((column) => column.akin?.test(heading.text));
    if (akin) return [`${words}看不出是不是“${akin.label}”，没有登记；是的请在上面选`];
    if (!filled.has(at)) return [];
    const [claim] = claimsOf(heading, columns);
    const type = typeOfNumber(heading, headings);
    if (claim && type) return [`${words}是什么证件的，各行按“${headingWords(type)}”，${UNTAKEN}`];
    const other = claim && takenBy.get(claim.code);
    if (other) return [claimedTwice(heading, other, labels.get(claim.code) ?? '')];
    const not = notOf(heading, columns);
    const rival = not?.isPerhaps && takenBy.get(not.column.code);
    if (rival) return [claimedTwice(heading, rival, not.column.label)];
    if (not && not.why !== '' && !takenBy.has(not.column.code))
      return [`${words}${not.why}，不当作“${not.column.label}”，${UNTAKEN}`];
    const done = claimIfDone(heading, columns);
    if (!claim && done)
      return [`${words}是计划、要求、申请的，不当作“${labels.get(done.code) ?? ''}”，${UNTAKEN}`];
    return !claim && DAY.test(fullName(heading)) ? [`${words}没有对应的栏目，${UNTAKEN}`] : [];
  });
  const isNeutral = (rest: string): boolean => SAYS_NOTHING.test(rest.replaceAll(String(year), ''));
  const near = headings.flatMap((heading, at) => {
    const claim = claimsOf(heading, columns).find(({ code }) => code === reading.columns[at]);
    if (claim?.rest === undefined || !filled.has(at) || isNeutral(claim.rest)) return [];
    const words = `“${headingWords(heading)}”`;
    return doubts.some((each) => each.includes(words))
      ? []
      : [`${words}登记到“${labels.get(claim.code) ?? ''}”`];
  });
  return near.length > 0
    ? [...doubts, `按名称相近读的栏目，请核对：${near.join('、')}；不对的请在上面改选`]
    : doubts;
}

function claimedTwice(heading: Heading, taken: Heading, label: string): string {
  const [words, takenWords] = [headingWords(heading), headingWords(taken)];
  return words === takenWords
    ? `叫“${words}”的不止一栏，登记的只是其中一栏，不对的请在上面改选`
    : `“${words}”和“${takenWords}”都像“${label}”，登记的是“${takenWords}”，不对的请在上面改选`;
}
