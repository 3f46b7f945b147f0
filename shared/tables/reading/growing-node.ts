import { BLANK_NODE } from '../blank-node.ts';
import type { DraftNode } from '../standard-draft.ts';

/** A draft node while its table is being read: the same fields, still growing. */
export type GrowingNode = {
  -readonly [K in keyof Omit<DraftNode, 'children' | 'sourceRows' | 'id' | 'code'>]: DraftNode[K];
} & {
  /** The table's own number, without signs; '' where it has none. */
  number: string;
  /** Level column that it comes from; 0 for outline headings and entries. */
  depth: number;
  rank: number;
  children: GrowingNode[];
  sourceRows: { table: string; row: number }[];
};

export function growingNode(
  kind: DraftNode['kind'],
  title: string,
  source?: { table: string; row: number },
): GrowingNode {
  return {
    ...BLANK_NODE,
    kind,
    title,
    number: '',
    depth: 0,
    rank: 0,
    children: [],
    sourceRows: source ? [source] : [],
  };
}

/** Every node at any depth, parents first. */
export function allGrowing(nodes: readonly GrowingNode[]): GrowingNode[] {
  return nodes.flatMap((node) => [node, ...allGrowing(node.children)]);
}
