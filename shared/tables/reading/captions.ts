import { readNumbering } from '../cells/numbering.ts';
import { scoreInName } from '../cells/score-text.ts';
import { sideOf } from '../cells/sides.ts';
import type { SourceTable } from '../source-table.ts';
import { growingNode, type GrowingNode } from './growing-node.ts';

/** The heading right above a table of a document, or the name of its sheet. */
function captionOf({ before, name }: SourceTable): string {
  return before?.at(-1) ?? /^表\d+：(.+)$/.exec(name)?.[1] ?? name;
}

/**
 * Tables of one document whose captions are its sections: 一、党建工作（30分） over one, 二、经济发展（40分） over the next.
 * The nodes of such a table stand below its caption; of others as they are.
 */
export function underCaptions(
  readings: readonly { readonly source: SourceTable; readonly roots: readonly GrowingNode[] }[],
): GrowingNode[] {
  const isSection = (source: SourceTable) => {
    const caption = captionOf(source);
    return caption.length <= 40 && readNumbering(caption) !== undefined;
  };
  const areSections = readings.length > 1 && readings.every(({ source }) => isSection(source));
  return readings.flatMap(({ source, roots }) => {
    const vetoes = roots.filter(({ kind }) => kind === 'veto');
    const others = roots.filter(({ kind }) => kind !== 'veto');
    if (!areSections || others.length === 0) return roots;
    const caption = captionOf(source);
    const numbering = readNumbering(caption);
    const scored = scoreInName(numbering?.rest ?? caption);
    const node = growingNode('section', scored?.rest ?? numbering?.rest ?? caption);
    node.number = numbering?.number ?? '';
    node.fullScore = scored?.points;
    node.children.push(...others);
    return [node, ...vetoes];
  });
}

/** Whether a whole table is of bonus or penalty entries by what stands over it: 四、加分项（不超过5分）. */
export function sideOfCaption(source: SourceTable): ReturnType<typeof sideOf> {
  const caption = captionOf(source);
  return caption.length <= 24 ? sideOf(caption) : undefined;
}
