import type * as z from 'zod';
import type { Rule } from '../../standard/rules.ts';
import { BLANK_NODE } from '../blank-node.ts';
import { allNodes, find } from './nodes.ts';
import { patched, patchOf } from '../../values/patch.ts';
import { readAdjustment } from '../rule-text/adjustment.ts';
import { mergedNode } from './merged-node.ts';
import { type DraftNode, nodeFields, type RuleProposal, type StandardDraft } from '../standard-draft.ts';

type Nodes = readonly DraftNode[];
type Step = (nodes: Nodes) => Nodes;

/** Some fields of a node; null clears one that may be absent. */
export const nodePatchSchema = patchOf(nodeFields);
export type NodePatch = z.output<typeof nodePatchSchema>;

/** Moves a node under another (undefined: to the top) at an index. Under itself: nothing happens. */
export function move(
  draft: StandardDraft,
  id: string,
  toParent: string | undefined,
  index: number,
): StandardDraft {
  const node = find(draft.nodes, id);
  if (!node || (toParent !== undefined && (!find(draft.nodes, toParent) || find([node], toParent))))
    return draft;
  const rest = without(draft.nodes, id);
  const insert = (children: Nodes): Nodes => [...children.slice(0, index), node, ...children.slice(index)];
  const nodes =
    toParent === undefined
      ? insert(rest)
      : change(rest, toParent, (parent) => [asParent(parent, insert(parent.children))]);
  return { ...draft, nodes };
}

/** Under the node before it. */
export function indent(draft: StandardDraft, id: string): StandardDraft {
  const { siblings, index } = place(draft.nodes, id);
  const before = siblings[index - 1];
  return before ? move(draft, id, before.id, before.children.length) : draft;
}

/** Beside its parent, right after it. */
export function outdent(draft: StandardDraft, id: string): StandardDraft {
  const { parent } = place(draft.nodes, id);
  if (!parent) return draft;
  const above = place(draft.nodes, parent.id);
  return move(draft, id, above.parent?.id, above.index + 1);
}

/** One node out of two. */
export function mergeInto(draft: StandardDraft, id: string, targetId: string): StandardDraft {
  const node = find(draft.nodes, id);
  if (!node || id === targetId || find([node], targetId)) return draft;
  const nodes = change(without(draft.nodes, id), targetId, (target) => [mergedNode(target, node)]);
  return { ...draft, nodes };
}

/** Two nodes out of one, the criterion cut at an offset; the first keeps the score, both the source rows. */
export function split(draft: StandardDraft, id: string, at: number): StandardDraft {
  const node = find(draft.nodes, id);
  if (!node || at <= 0 || at >= node.criterion.length) return draft;
  const rest = node.criterion.slice(at).trim();
  const begin = node.criterion.slice(0, at).trim();
  const second: DraftNode = {
    ...node,
    ...pointsOf(node, rest),
    id: newId(draft),
    code: freeCode(draft, node.code),
    title: rest.split(/[，。；,;\n]/)[0]?.slice(0, 30) || node.title,
    criterion: rest,
    fullScore: undefined,
    proposal: undefined,
    accepted: false,
    children: [],
  };
  const first = {
    ...node,
    ...pointsOf(node, begin),
    criterion: begin,
    proposal: undefined,
    accepted: false,
  };
  return { ...draft, nodes: change(draft.nodes, id, () => [first, second]) };
}

/** What a part of a bonus or penalty text gives or takes; both parts together no more than the whole did. */
function pointsOf({ kind, adjustment }: DraftNode, text: string): Pick<DraftNode, 'adjustment'> {
  if ((kind !== 'bonus' && kind !== 'penalty') || !adjustment) return {};
  const read = readAdjustment(text, kind)[kind];
  const own = adjustment.options.filter(({ label }) => text.includes(label.split(/[：…]/)[0] ?? label));
  return { adjustment: { ...adjustment, options: read?.options ?? own } };
}

/** An item without a name yet, under a node (undefined: at the top), its code the next one there. */
export function addItem(draft: StandardDraft, parent: string | undefined, index: number): StandardDraft {
  const above = parent === undefined ? undefined : find(draft.nodes, parent);
  if (parent !== undefined && !above) return draft;
  const siblings = above?.children ?? draft.nodes;
  const code = nextCode(draft, siblings.slice(0, index), above);
  const node: DraftNode = { ...BLANK_NODE, id: newId(draft), kind: 'item', code, title: '' };
  const children = [...siblings.slice(0, index), node, ...siblings.slice(index)];
  const nodes = above ? change(draft.nodes, above.id, () => [asParent(above, children)]) : children;
  return { ...draft, nodes };
}

/** After 1.2 the first of 1.3, 1.4… that is free; below 1 without items, 1.1. */
function nextCode(draft: StandardDraft, before: Nodes, above: DraftNode | undefined): string {
  const last = before.findLast(({ kind }) => kind === 'item' || kind === 'section');
  const first = above && above.code !== '' ? `${above.code}.0` : '0';
  const [, begin = '', number] = /^(.*?)(\d+)$/.exec(last?.code ?? first) ?? [];
  if (number === undefined) return freeCode(draft, last?.code ?? '');
  const taken = new Set(allNodes(draft.nodes).map((node) => node.code));
  let next = Number(number) + 1;
  while (taken.has(`${begin}${next}`)) next += 1;
  return `${begin}${next}`;
}

/** Takes a node out; with `keepChildren` they move up to its place. */
export function remove(draft: StandardDraft, id: string, children: 'drop' | 'keep' = 'drop'): StandardDraft {
  const nodes = change(draft.nodes, id, (node) => (children === 'keep' ? node.children : []));
  return { ...draft, nodes };
}

export function update(draft: StandardDraft, id: string, patch: NodePatch): StandardDraft {
  return { ...draft, nodes: change(draft.nodes, id, (node) => [patched(node, patch)]) };
}

export function acceptAllSure(draft: StandardDraft): StandardDraft {
  const accept: Step = (nodes) =>
    nodes.map((node) => ({
      ...node,
      accepted: node.accepted || node.proposal?.confidence === 'sure',
      children: accept(node.children),
    }));
  return { ...draft, nodes: accept(draft.nodes) };
}

/** A rule that the clerk chose: accepted as it stands. */
export function setRule(draft: StandardDraft, id: string, rule: Rule): StandardDraft {
  return {
    ...draft,
    nodes: change(draft.nodes, id, (node) => {
      const chosen: RuleProposal = {
        confidence: node.proposal?.confidence ?? 'hand',
        spans: node.proposal?.spans ?? [],
        explanation: '人工确定',
        rule,
      };
      return [{ ...node, proposal: chosen, accepted: true }];
    }),
  };
}

/** Replaces one node, wherever it stands, by none, one or several. */
function change(nodes: Nodes, id: string, by: (node: DraftNode) => Nodes): Nodes {
  return nodes.flatMap((node) =>
    node.id === id ? by(node) : [{ ...node, children: change(node.children, id, by) }],
  );
}

function without(nodes: Nodes, id: string): Nodes {
  return change(nodes, id, () => []);
}

/** An item that gets children is a section from then on; its text and declared score stay. */
function asParent(node: DraftNode, children: Nodes): DraftNode {
  return { ...node, kind: 'section', proposal: undefined, accepted: false, children };
}

function place(
  nodes: Nodes,
  id: string,
  parent?: DraftNode,
): { parent: DraftNode | undefined; siblings: Nodes; index: number } {
  const index = nodes.findIndex((node) => node.id === id);
  if (index >= 0) return { parent, siblings: nodes, index };
  for (const node of nodes) {
    const found = place(node.children, id, node);
    if (found.index >= 0) return found;
  }
  return { parent: undefined, siblings: [], index: -1 };
}

function newId(draft: StandardDraft): string {
  const numbers = allNodes(draft.nodes).map(({ id }) => Number(/^n(\d+)$/.exec(id)?.[1] ?? 0));
  return `n${Math.max(0, ...numbers) + 1}`;
}

function freeCode(draft: StandardDraft, code: string): string {
  const taken = new Set(allNodes(draft.nodes).map((node) => node.code));
  let next = 2;
  while (taken.has(`${code}-${next}`)) next += 1;
  return `${code}-${next}`;
}
