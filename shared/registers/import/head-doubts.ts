import type { SourceTable } from '../../tables/source-table.ts';
import type { Column } from '../column.ts';
import { claimIfDone, claimsOf, fullName, type Heading, notOf, typeOfNumber } from './heading.ts';
import { headEnd, headingsOf, type TableReading, withinOf } from './reading.ts';

const DAY = /(?:日期|时间|时限|期限)$/u;

/** A heading as it is named to the user. */
export const headingWords = ({ text, group }: Heading): string => [group, text].filter(Boolean).join(' ');

/** What is to be said of headings whose columns are filled in and not taken, although they are like one that is; each in words. */
export function headDoubts(
  table: SourceTable,
  reading: TableReading,
  columns: readonly Column[],
): readonly string[] {
  const { header } = reading;
  if (header < 0) return [];
  const headings = headingsOf(table, reading);
  const end = headEnd(table, header);
  const filled = new Set(
    table.cells.filter(({ row, text }) => row > end && text.trim() !== '').map(({ column }) => column),
  );
  const within = new Set(withinOf(headings, reading, columns).values());
  const labels = new Map(columns.map(({ code, label }) => [code, label]));
  const takenBy = new Map(Object.entries(reading.columns).map(([at, code]) => [code, headings[Number(at)]]));
  return headings.flatMap((heading, at) => {
    if (reading.columns[at] !== undefined || within.has(at)) return [];
    const words = `“${headingWords(heading)}”`;
    const akin = columns.find((column) => column.akin?.test(heading.text));
    if (akin) return [`${words}看不出是不是“${akin.label}”，没有登记；是的请在上面选`];
    if (!filled.has(at)) return [];
    const [claim] = claimsOf(heading, columns);
    const type = typeOfNumber(heading, headings);
    if (claim && type)
      return [`${words}是什么证件的，各行按“${headingWords(type)}”，没有登记；要登记的请在上面选`];
    const other = claim && takenBy.get(claim.code);
    if (other) return [claimedTwice(heading, other, labels.get(claim.code) ?? '')];
    const not = notOf(heading, columns);
    const rival = not?.isPerhaps && takenBy.get(not.column.code);
    if (rival) return [claimedTwice(heading, rival, not.column.label)];
    if (not && not.why !== '' && !takenBy.has(not.column.code))
      return [`${words}${not.why}，不当作“${not.column.label}”，没有登记；要登记的请在上面选`];
    const done = claimIfDone(heading, columns);
    if (!claim && done)
      return [`${words}是计划、要求的，不当作“${labels.get(done.code) ?? ''}”，没有登记；要登记的请在上面选`];
    return !claim && DAY.test(fullName(heading))
      ? [`${words}没有对应的栏目，没有登记；要登记的请在上面选`]
      : [];
  });
}

function claimedTwice(heading: Heading, taken: Heading, label: string): string {
  const [words, takenWords] = [headingWords(heading), headingWords(taken)];
  return words === takenWords
    ? `叫“${words}”的不止一栏，登记的只是其中一栏，不对的请在上面改选`
    : `“${words}”和“${takenWords}”都像“${label}”，登记的是“${takenWords}”，不对的请在上面改选`;
}
