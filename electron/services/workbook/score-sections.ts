import type { Worksheet } from '@cj-tech-master/excelts';
import { heightOf } from '../sheets/measure.ts';
import { pageBreaks, type RowGroup } from '../sheets/pages.ts';
import { LANDSCAPE_HEIGHT, putMerged, tallStyle } from '../sheets/sheet.ts';
import { BODY_SIZE, STYLES } from '../sheets/styles.ts';
import type { Layout } from './score-rows.ts';

/** A group of rows and the sections it stands in, outermost first. */
export interface PlacedGroup extends RowGroup {
  readonly sections: readonly { readonly code: string; readonly title: string }[];
}

/**
 * Ends pages between groups, then merges the section cells beside them: one merged cell per section and page,
 * so that every printed page names its sections. `headHeight`: points taken on the first page, repeated row included.
 */
export function placeSections(
  sheet: Worksheet,
  groups: readonly PlacedGroup[],
  layout: Layout,
  { titleHeight, headHeight }: { titleHeight: number; headHeight: number },
): void {
  const later = LANDSCAPE_HEIGHT - headHeight;
  const breaks = pageBreaks(
    groups.map((group) => ({ ...group, needs: titleNeed(group, layout) })),
    { first: later - titleHeight, later },
  );
  for (const row of breaks) sheet.getRow(row).addPageBreak();

  const page = (row: number) => breaks.filter((last) => last < row).length;
  for (let level = 0; level < layout.sections; level += 1) {
    const seen = new Set<string>();
    for (const run of runsOf(groups, level, page)) {
      const [head] = run;
      if (head === undefined || (head.sum && head.sections.length <= level)) continue;
      const key = keyAt(head, level);
      const title = head.sections[level]?.title ?? '';
      putSection(sheet, run, { level, title, again: seen.has(key) }, layout);
      seen.add(key);
    }
  }
}

function putSection(
  sheet: Worksheet,
  run: readonly PlacedGroup[],
  { level, title, again }: { level: number; title: string; again: boolean },
  layout: Layout,
): void {
  const [head] = run;
  const tail = run.at(-1);
  if (head === undefined || tail === undefined) return;
  const height = run.reduce((sum, group) => sum + group.height, 0);
  const width = layout.columns[level]?.width ?? 1;
  const need = (text: string) => heightOf({ text, width, size: BODY_SIZE });
  let text = title;
  if (again && title !== '') text = need(`${title}\n（续）`) <= height ? `${title}\n（续）` : '（续）';
  putMerged(sheet, [head.first, level + 1, tail.last, level + 1], text, tallStyle(STYLES.centre, height));
  // A section of one low row still shows its whole title.
  const missing = need(text) - height;
  if (missing > 0) {
    const row = sheet.getRow(tail.last);
    row.height = (row.height ?? 0) + missing;
  }
}

/** Neighbouring groups of the same section on the same page. */
function runsOf(
  groups: readonly PlacedGroup[],
  level: number,
  page: (row: number) => number,
): PlacedGroup[][] {
  const runs: PlacedGroup[][] = [];
  let open = '';
  for (const group of groups) {
    const key = `${page(group.first)}\n${keyAt(group, level)}`;
    if (key === open) runs.at(-1)?.push(group);
    else runs.push([group]);
    open = key;
  }
  return runs;
}

/** Sections up to this level; rows that stand in fewer share a key, a sum's label reaches over and is its own. */
function keyAt({ sections, sum, first }: PlacedGroup, level: number): string {
  const codes = sections.slice(0, level + 1).map(({ code }) => code);
  const free = sections.length <= level;
  return [...codes, ...(free ? ['-'] : []), ...(free && sum ? [String(first)] : [])].join('\n');
}

function titleNeed({ sections }: PlacedGroup, layout: Layout): number {
  const needs = sections
    .slice(0, layout.sections)
    .map(({ title }, level) =>
      heightOf({ text: title, width: layout.columns[level]?.width ?? 1, size: BODY_SIZE }),
    );
  return Math.max(0, ...needs);
}
