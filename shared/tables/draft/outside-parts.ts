import { isBareSide, isVetoName, sideOf, vetoEffectOf } from '../cells/sides.ts';
import type { DraftNode } from '../standard-draft.ts';
import { besides, holdsItems, linesOf, nameOf } from './node-texts.ts';
import { allNodes } from './nodes.ts';

type Outside = 'bonus' | 'penalty' | 'veto';

/** The outermost heading, out of all nodes, that holds all entries of a kind and nothing else. */
function blockOf(nodes: readonly DraftNode[], kind: Outside): DraftNode | undefined {
  const count = (list: readonly DraftNode[]) => list.filter((node) => node.kind === kind).length;
  const all = count(nodes);
  if (all === 0) return undefined;
  return nodes.find((section) => {
    if (section.kind !== 'section') return false;
    const below = allNodes(section.children);
    return count(below) === all && below.every((node) => node.kind === kind || node.kind === 'section');
  });
}

export function blockTitle(nodes: readonly DraftNode[], kind: 'bonus' | 'penalty'): string {
  return blockOf(nodes, kind)?.title.trim() || (kind === 'bonus' ? '加分项' : '扣分项');
}

/** The entries of a kind; a heading inside their block, which a standard has no place for, is part of their names. */
export function entriesOf(nodes: readonly DraftNode[], kind: Outside): DraftNode[] {
  const block = blockOf(allNodes(nodes), kind);
  const walk = (node: DraftNode, heads: readonly string[]): DraftNode[] => {
    if (node.kind === kind) {
      const names = heads.filter((head) => !node.title.includes(head));
      return [names.length === 0 ? node : { ...node, title: [...names, nameOf(node)].join('：') }];
    }
    const isName = (kind !== 'veto' && node === block) || holdsItems(node) || namesOutside(node.title);
    return node.children.flatMap((child) => walk(child, isName ? heads : [...heads, node.title.trim()]));
  };
  return nodes.flatMap((node) => walk(node, []));
}

/** 加分项, 一票否决: what entries are, not what they are about. */
function namesOutside(title: string): boolean {
  return sideOf(title) !== undefined || isVetoName(title) || vetoEffectOf(title) !== undefined;
}

/** What headings of entries say besides their names: a standard has no place for it but its remarks. */
export function toldOutside(nodes: readonly DraftNode[]): string[] {
  const titles = [blockTitle(nodes, 'bonus'), blockTitle(nodes, 'penalty')];
  return nodes.flatMap((node) => {
    if (node.kind !== 'section' || node.children.length === 0 || holdsItems(node)) return [];
    const isSaid =
      !namesOutside(node.title) ||
      isVetoName(node.title) ||
      isBareSide(node.title) ||
      titles.includes(node.title.trim());
    const told = linesOf(node.criterion, node.note, ...besides(node));
    const isHeld = (text: string) =>
      allNodes(node.children).some(({ criterion }) => criterion.includes(text));
    if (told === '' || isHeld(told)) return isSaid || isHeld(node.title) ? [] : [node.title];
    return [`${node.title}：${told}`];
  });
}
