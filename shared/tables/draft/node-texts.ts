import { COLUMN_ROLE_LABELS } from '../column-map.ts';
import type { DraftNode } from '../standard-draft.ts';

/** Only such a section stands in the tree of a standard. */
export function holdsItems(node: DraftNode): boolean {
  return node.kind === 'item' || node.children.some(holdsItems);
}

/** What only items have fields for, told in words. */
export function besides({ methods, department, deadline }: DraftNode): string[] {
  const told = [
    [COLUMN_ROLE_LABELS.method, methods.join('、')],
    [COLUMN_ROLE_LABELS.department, department],
    [COLUMN_ROLE_LABELS.deadline, deadline],
  ] as const;
  return told.flatMap(([label, text]) => (text.trim() === '' ? [] : [`${label}：${text.trim()}`]));
}

export function linesOf(...texts: (string | undefined)[]): string {
  return texts.flatMap((text) => text?.trim() || []).join('\n');
}

export function nameOf(node: DraftNode): string {
  return node.title.trim() || node.criterion.trim().slice(0, 30) || '未命名';
}
