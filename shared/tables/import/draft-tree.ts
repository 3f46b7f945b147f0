import { allNodes } from '../draft/nodes.ts';
import type { DraftNode } from '../standard-draft.ts';

/** The nodes of a draft by their ids, to be put in another order; `undefined` as a parent: the top. */
export class DraftTree {
  readonly #nodes: Map<string, DraftNode>;
  readonly #parents = new Map<string, string | undefined>();
  readonly #children = new Map<string | undefined, string[]>();

  constructor(nodes: readonly DraftNode[]) {
    this.#nodes = new Map(allNodes(nodes).map((node) => [node.id, node]));
    const walk = (list: readonly DraftNode[], parent: string | undefined): void => {
      this.#children.set(
        parent,
        list.map(({ id }) => id),
      );
      for (const { id, children } of list) {
        this.#parents.set(id, parent);
        walk(children, id);
      }
    };
    walk(nodes, undefined);
  }

  /** Parents before their children, in their order; their own `children` are those of the beginning. */
  all(parent?: string): DraftNode[] {
    return this.childrenOf(parent).flatMap((id) => [this.#node(id), ...this.all(id)]);
  }

  get(id: string): DraftNode | undefined {
    return this.#nodes.get(id);
  }

  /** All that something is below of, the top among them. */
  parents(): (string | undefined)[] {
    return [...this.#children].flatMap(([parent, children]) => (children.length > 0 ? [parent] : []));
  }

  parentOf(id: string): string | undefined {
    return this.#parents.get(id);
  }

  childrenOf(parent: string | undefined): readonly string[] {
    return this.#children.get(parent) ?? [];
  }

  set(id: string, node: DraftNode): void {
    this.#nodes.set(id, node);
  }

  /** Under an id of its own, which is returned; it has no place yet. */
  add(node: DraftNode): string {
    const numbers = [...this.#nodes.keys()].map((id) => Number(/^n(\d+)$/.exec(id)?.[1] ?? 0));
    const id = `n${Math.max(0, ...numbers) + 1}`;
    this.#nodes.set(id, { ...node, id, children: [] });
    this.#children.set(id, []);
    return id;
  }

  /** Behind the first of `behind` that is there, else before all others. False: it would be below itself, or the parent is gone. */
  place(id: string, parent: string | undefined, behind: readonly string[]): boolean {
    if (parent !== undefined && !this.#nodes.has(parent)) return false;
    for (let above = parent; above !== undefined; above = this.#parents.get(above)) {
      if (above === id) return false;
    }
    this.#takeOut(id);
    const siblings = this.#children.get(parent) ?? [];
    const before = behind.find((each) => siblings.includes(each));
    siblings.splice(before === undefined ? 0 : siblings.indexOf(before) + 1, 0, id);
    this.#children.set(parent, siblings);
    this.#parents.set(id, parent);
    return true;
  }

  /** False where something is below it. */
  remove(id: string): boolean {
    if (this.childrenOf(id).length > 0) return false;
    this.#takeOut(id);
    this.#nodes.delete(id);
    return true;
  }

  nodes(parent?: string): DraftNode[] {
    return this.childrenOf(parent).map((id) => ({ ...this.#node(id), children: this.nodes(id) }));
  }

  #takeOut(id: string): void {
    const siblings = this.#children.get(this.#parents.get(id));
    if (siblings?.includes(id)) siblings.splice(siblings.indexOf(id), 1);
  }

  #node(id: string): DraftNode {
    const node = this.#nodes.get(id);
    if (!node) throw new Error(`No node ${id}`);
    return node;
  }
}
