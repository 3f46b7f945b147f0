import { safeCode } from '../draft/safe-code.ts';
import type { GrowingNode } from './growing-node.ts';
import { allGrowing } from './growing-node.ts';
import type { DraftNode } from '../standard-draft.ts';

const SIDE_PREFIX = { bonus: '加分', penalty: '扣分', veto: '否决' } as const;

/**
 * Gives every node its id and code. The table's own numbers are kept where they are complete and no two items
 * share one; otherwise items are numbered by their place (1.2.3), so that repeated numbering stays unique.
 */
export function withCodes(roots: readonly GrowingNode[]): DraftNode[] {
  const nodes = allGrowing(roots);
  const items = nodes.filter(({ kind }) => kind === 'item');
  const sections = nodes.filter(({ kind }) => kind === 'section');
  const ownItems = areUsable(items);
  const ownSections = areUsable(sections) && ownItems;
  const counts = { bonus: 0, penalty: 0, veto: 0 };
  let id = 0;

  const give = (
    { number, depth: _depth, rank: _rank, children, ...fields }: GrowingNode,
    place: string,
  ): DraftNode => {
    const { kind } = fields;
    id += 1;
    const nodeId = `n${id}`;
    let code: string;
    if (kind === 'item') code = ownItems ? safeCode(number) : place;
    else if (kind === 'section') code = ownSections ? safeCode(number) : place;
    else {
      counts[kind] += 1;
      code = `${SIDE_PREFIX[kind]}${counts[kind]}`;
    }
    return { ...fields, id: nodeId, code, children: codesOf(children, place) };
  };
  const codesOf = (children: readonly GrowingNode[], prefix: string): DraftNode[] => {
    let position = 0;
    return children.map((child) => {
      if (child.kind === 'item' || child.kind === 'section') position += 1;
      return give(child, prefix === '' ? String(position) : `${prefix}.${position}`);
    });
  };
  return codesOf(roots, '');
}

/** Numbers that can be codes: every node has one, and no two the same. */
function areUsable(nodes: readonly GrowingNode[]): boolean {
  const codes = nodes.map(({ number }) => safeCode(number));
  return codes.every((code) => code !== '' && code.length <= 40) && new Set(codes).size === codes.length;
}
