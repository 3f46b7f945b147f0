import type { DraftNode } from '../../shared/tables/standard-draft.ts';
import '../ui/list/tree.css';

/** Code and name of a node in a list; of one without a name, its criterion. */
export function DraftTitle({ node: { code, title, criterion } }: { readonly node: DraftNode }) {
  return (
    <span className="list-tree-title">
      <span className="list-tree-code">{code}</span>
      {title || criterion}
    </span>
  );
}
