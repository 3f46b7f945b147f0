import { NAMELESS } from '../rule-text/adjustment.ts';
import { proposeRule } from '../rule-text/propose.ts';
import { type NodePatch, update } from './draft-edits.ts';
import { find } from './nodes.ts';
import type { DraftNode, StandardDraft } from '../standard-draft.ts';

/** Items whose text is another one now get a rule proposed again; everything else stays. */
export function withProposals(draft: StandardDraft): StandardDraft {
  const fill = (node: DraftNode): DraftNode => {
    const children = node.children.map(fill);
    const same = children.every((child, i) => child === node.children[i]);
    if (node.kind === 'item' && !node.proposal) {
      return { ...node, children, proposal: proposeRule(node.criterion, node.fullScore) };
    }
    return same ? node : { ...node, children };
  };
  return { ...draft, nodes: draft.nodes.map(fill) };
}

/** Fields typed over. A rule that was not taken yet follows the text; one that was taken stays as it is. */
export function typeOver(draft: StandardDraft, id: string, patch: NodePatch): StandardDraft {
  const node = find(draft.nodes, id);
  if (!node) return draft;
  const retold = patch.criterion !== undefined || 'fullScore' in patch;
  const stale = retold && node.kind === 'item';
  const proposal = node.accepted && node.proposal ? { ...node.proposal, spans: [] } : undefined;
  return withProposals(update(draft, id, stale ? { ...patch, proposal } : patch));
}

/** Another kind of entry, with what that kind needs. */
export function changeKind(draft: StandardDraft, id: string, kind: DraftNode['kind']): StandardDraft {
  const node = find(draft.nodes, id);
  if (!node || node.kind === kind) return draft;
  const bare = { kind, proposal: undefined, adjustment: undefined, vetoEffect: undefined, accepted: false };
  const label = NAMELESS[kind === 'bonus' ? 'bonus' : 'penalty'];
  const points = node.fullScore ?? node.adjustment?.options[0]?.points ?? 0;
  switch (kind) {
    case 'section':
    case 'item':
      return withProposals(update(draft, id, bare));
    case 'bonus':
    case 'penalty': {
      const adjustment = { options: [{ code: '1', label, points }], counting: 'sum' as const };
      return update(draft, id, { ...bare, fullScore: undefined, adjustment });
    }
    case 'veto':
      return update(draft, id, { ...bare, fullScore: undefined, vetoEffect: 'notEligible' });
  }
}
