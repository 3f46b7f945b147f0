import { flat } from './totals.ts';
import type { DraftNode } from '../standard-draft.ts';

/** Every node at any depth, parents first. */
export function allNodes(nodes: readonly DraftNode[]): DraftNode[] {
  return flat(nodes);
}

export function find(nodes: readonly DraftNode[], id: string): DraftNode | undefined {
  return allNodes(nodes).find((node) => node.id === id);
}
