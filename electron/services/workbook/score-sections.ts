import type { Worksheet } from '@cj-tech-master/excelts';
import { heightOf } from '../sheets/measure.ts';
import { putMerged, tallStyle } from '../sheets/sheet.ts';
import { BODY_SIZE, STYLES } from '../sheets/styles.ts';
import type { Layout } from './score-rows.ts';

/** Rows that belong together: an item or a part of it, a subtotal. */
export interface PlacedGroup {
  readonly first: number;
  readonly last: number;
  /** In points. */
  readonly height: number;
  /** From 0. */
  readonly page: number;
  /** A subtotal or total. */
  readonly sum?: boolean;
  /** The sections it stands in, outermost first. */
  readonly sections: readonly { readonly code: string; readonly title: string }[];
}

/** Merges the section cells beside the groups: one merged cell per section and page, so that every printed page names its sections. */
export function placeSections(sheet: Worksheet, groups: readonly PlacedGroup[], layout: Layout): void {
  for (let level = 0; level < layout.sections; level += 1) {
    const seen = new Set<string>();
    for (const run of runsOf(groups, level)) {
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
function runsOf(groups: readonly PlacedGroup[], level: number): PlacedGroup[][] {
  const runs: PlacedGroup[][] = [];
  let open = '';
  for (const group of groups) {
    const key = `${group.page}\n${keyAt(group, level)}`;
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
