import { BLANK_NODE } from '../blank-node.ts';
import type { ScoreSign } from '../cells/score-text.ts';
import type { DraftNode } from '../standard-draft.ts';
import type { Most } from './row-facts.ts';

/** A draft node while its table is being read: the same fields, still growing. */
export type GrowingNode = {
  -readonly [K in keyof Omit<DraftNode, 'children' | 'sourceRows' | 'id' | 'code'>]: DraftNode[K];
} & {
  /** As its cell writes it, with number and score; '' for items. */
  written: string;
  /** What of `criterion` the criterion's column says, at its end; '' where that is not told apart. */
  scoring: string;
  /** All that the criterion's column says of it. */
  scorings: string;
  /** What a column of its own gives beyond the full score. */
  bonus: string;
  /** An item's text furthest right: of one row a tier, the tier. */
  label: string;
  /** Of a score that says so: added or taken, outside the full score. */
  sign: ScoreSign;
  /** Its score's words where they are a range: 15-20; else ''. */
  range: string;
  /** The most that it may add or take, where a cell says so. */
  most: Most | undefined;
  /** Rows that its remark is merged over. */
  noteRows: number;
  /** Its criterion is merged down from the item above, which has the veto in it. */
  isHeld: boolean;
  /** A heading: the numbers of the rows below are none of its kind. */
  countsApart: boolean;
  /** A heading: the last row (from 0) that it heads, where that is known. */
  last: number;
  /** One list for each kind of unit below it: told apart by the titles of its blocks. */
  isUnitBlock: boolean;
  /** A level whose cell runs over all columns of levels right of it. */
  isWhole: boolean;
  /** The table's own number, without signs; '' where it has none. */
  number: string;
  /** Level column that it comes from; 0 for outline headings and entries. */
  depth: number;
  rank: number;
  children: GrowingNode[];
  sourceRows: { table: string; row: number }[];
};

/** What a node has while it grows alone: no part of the draft. */
const GROWTH = {
  written: '',
  scoring: '',
  scorings: '',
  bonus: '',
  label: '',
  sign: '',
  range: '',
  most: undefined,
  noteRows: 1,
  isHeld: false,
  countsApart: false,
  last: Infinity,
  isUnitBlock: false,
  isWhole: false,
  number: '',
  depth: 0,
  rank: 0,
} as const;

export function growingNode(
  kind: DraftNode['kind'],
  title: string,
  source?: { table: string; row: number },
): GrowingNode {
  return { ...BLANK_NODE, ...GROWTH, kind, title, children: [], sourceRows: source ? [source] : [] };
}

/** The fields that are the draft's as well. */
export function grown({
  children: _children,
  ...node
}: GrowingNode): Omit<DraftNode, 'id' | 'code' | 'children'> {
  const fields = Object.entries(node).filter(([key]) => !Object.hasOwn(GROWTH, key));
  return Object.fromEntries(fields) as unknown as Omit<DraftNode, 'id' | 'code' | 'children'>;
}

/** Every node at any depth, parents first. */
export function allGrowing(nodes: readonly GrowingNode[]): GrowingNode[] {
  return nodes.flatMap((node) => [node, ...allGrowing(node.children)]);
}
