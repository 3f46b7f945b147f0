import { groupBy, likenesses, plainText } from '../../values/pair.ts';
import { readNumbering } from '../cells/numbering.ts';
import { allNodes } from '../draft/nodes.ts';
import type { DraftNode } from '../standard-draft.ts';

type Nodes = readonly DraftNode[];

/** From this share of common pairs of characters on, two texts are two wordings of one row (as in edition/match.ts). */
const ALIKE = 0.6;

export interface RowPairs {
  readonly pairs: ReadonlyMap<DraftNode, DraftNode>;
  /** Rows of before that several rows of now may be, or one that others of before may be as well. */
  readonly unsure: ReadonlySet<DraftNode>;
}

/**
 * The rows of two editions of a table. Sections first, by their path, then by their title, then by likeness; then what
 * stands in them: in the same section by words, by name, by likeness; elsewhere only what is there once in either edition.
 */
export function pairRows(was: Nodes, fresh: Nodes): RowPairs {
  const pairing = new Pairing(was, fresh);
  const { old, now } = pairing;
  const isSection = ({ kind }: DraftNode) => kind === 'section';
  const isEntry = (node: DraftNode) => !isSection(node);
  const words = ({ title, criterion }: DraftNode) => key(title, criterion);

  pairing.inOrder(isSection, (side, node) => key(side.pathOf(node), unitsOf(node)));
  pairing.onlyOnes(isSection, (node) => key(nameOf(node)));
  pairing.byLikeness(
    isSection,
    (node) => [node, ...node.children].map(({ title }) => title).join(''),
    () => true,
  );

  const place = (side: Side, node: DraftNode): string | undefined => {
    const parent = side.parentOf(node);
    if (!parent) return '';
    return side === now ? parent.id : pairing.pairs.get(parent)?.id;
  };
  const inPlace =
    (wordsOf: (node: DraftNode) => string) =>
    (side: Side, node: DraftNode): string | undefined => {
      const at = place(side, node);
      return at === undefined ? undefined : key(at, wordsOf(node));
    };
  pairing.inOrder(
    isEntry,
    inPlace((node) => key(words(node), unitsOf(node))),
  );
  pairing.inOrder(
    isEntry,
    inPlace(({ title }) => title),
    1,
  );
  pairing.onlyOnes(isEntry, (node) => key(words(node), unitsOf(node)));
  pairing.onlyOnes(isEntry, ({ title }) => key(title));
  const text = ({ title, criterion }: DraftNode) => title + criterion;
  const isNear = (one: DraftNode, other: DraftNode) => place(old, one) === place(now, other);
  pairing.byLikeness(isEntry, text, isNear);
  const taken = new Set(pairing.pairs.values());
  const ofOld = new Set([...taken].flatMap((node) => (isSection(node) ? node.id : [])));
  pairing.byLikeness(
    isEntry,
    text,
    (one, other) => place(old, one) === undefined || !ofOld.has(place(now, other) ?? ''),
  );
  return { pairs: pairing.pairs, unsure: pairing.unsure() };
}

function key(...parts: string[]): string {
  return parts.map(plainText).join('\u0000');
}

/** The kinds of unit that a row, or what is below it, is for. */
function unitsOf(node: DraftNode): string {
  return [...new Set(allNodes([node]).flatMap(({ appliesTo }) => appliesTo))].sort().join('、');
}

/** A section is called the same whatever its place is. */
function nameOf({ title }: DraftNode): string {
  return readNumbering(title)?.rest || title;
}

class Side {
  readonly all: Nodes;
  readonly #parents = new Map<DraftNode, DraftNode>();

  constructor(nodes: Nodes) {
    this.all = allNodes(nodes);
    for (const node of this.all) for (const child of node.children) this.#parents.set(child, node);
  }

  parentOf(node: DraftNode): DraftNode | undefined {
    return this.#parents.get(node);
  }

  pathOf(node: DraftNode): string {
    const parent = this.#parents.get(node);
    return parent ? `${this.pathOf(parent)}\n${nameOf(node)}` : nameOf(node);
  }
}

type Kind = (node: DraftNode) => boolean;

class Pairing {
  readonly pairs = new Map<DraftNode, DraftNode>();
  readonly old: Side;
  readonly now: Side;
  readonly #taken = new Set<DraftNode>();

  constructor(was: Nodes, fresh: Nodes) {
    this.old = new Side(was);
    this.now = new Side(fresh);
  }

  /**
   * Those with the same key, one by one, where there are as many of them in either edition, and no more than `most`;
   * several only where the sections that they stand in are where they were.
   */
  inOrder(kind: Kind, keyOf: (side: Side, node: DraftNode) => string | undefined, most = Infinity): void {
    const grouped = (side: Side, open: Nodes) =>
      groupBy(
        open.filter((node) => kind(node) && keyOf(side, node) !== undefined),
        (node) => keyOf(side, node) ?? '',
      );
    const fresh = grouped(this.now, this.#openNow());
    for (const [name, ones] of grouped(this.old, this.#openOld())) {
      const others = fresh.get(name) ?? [];
      if (ones.length + others.length > 2 && ones.some((one) => this.#isMoved(one))) continue;
      const isSure = ones.length === others.length && ones.length <= most;
      const same = isSure ? ones.map((one, at) => [one, others[at]] as const) : sameNumbers(ones, others);
      for (const [one, other] of same) if (other) this.#pair(one, other);
    }
  }

  /** Those whose key is there once in all of either edition. */
  onlyOnes(kind: Kind, keyOf: (node: DraftNode) => string): void {
    const [ones, others] = [this.old, this.now].map(({ all }) => groupBy(all.filter(kind), keyOf));
    for (const [name, [one, ...more]] of ones ?? []) {
      const [other, ...rest] = others?.get(name) ?? [];
      if (one && other && more.length + rest.length === 0) this.#pair(one, other);
    }
  }

  /** Of those that may be one, the ones that are more alike than each is to any other. */
  byLikeness(
    kind: Kind,
    text: (node: DraftNode) => string,
    mayBe: (one: DraftNode, other: DraftNode) => boolean,
  ): void {
    const [old, now] = [this.#openOld().filter(kind), this.#openNow().filter(kind)];
    const alike = likenesses(old.map(text), now.map(text), ({ share }) => share >= ALIKE)
      .flatMap(({ share, ...at }) => {
        const [one, other] = [old[at.old], now[at.fresh]];
        return one && other && mayBe(one, other) ? [{ one, other, share }] : [];
      })
      .sort((x, y) => y.share - x.share);
    const doubtful = new Set<DraftNode>();
    for (const same of groupBy(alike, ({ share }) => String(share)).values()) {
      const open = same.filter(({ one, other }) => this.#isOpen(one, other));
      const times = new Map<DraftNode, number>();
      for (const node of open.flatMap(({ one, other }) => [one, other]))
        times.set(node, (times.get(node) ?? 0) + 1);
      for (const { one, other } of open) {
        if ([one, other].every((node) => times.get(node) === 1 && !doubtful.has(node)))
          this.#pair(one, other);
        else for (const node of [one, other]) doubtful.add(node);
      }
    }
  }

  /** Without a partner, though a row of the same name, or of the same words, is there. */
  unsure(): ReadonlySet<DraftNode> {
    const names = new Set(
      this.#openNow().map(({ kind, title }) => `${kind === 'section'} ${plainText(title)}`),
    );
    return new Set(
      this.#openOld().filter(({ kind, title }) => names.has(`${kind === 'section'} ${plainText(title)}`)),
    );
  }

  /** Whether some section above it stands in another one now. */
  #isMoved(node: DraftNode): boolean {
    const section = this.old.parentOf(node);
    const here = section && this.pairs.get(section);
    if (!section || !here) return false;
    const [was, is] = [this.old.parentOf(section), this.now.parentOf(here)];
    const isNewName = was && is && !this.pairs.has(was) && !this.#taken.has(is);
    const isElsewhere = !isNewName && (was && this.pairs.get(was)) !== is;
    return isElsewhere || this.#isMoved(section);
  }

  #openOld(): Nodes {
    return this.old.all.filter((node) => !this.pairs.has(node));
  }

  #openNow(): Nodes {
    return this.now.all.filter((node) => !this.#taken.has(node));
  }

  #isOpen(one: DraftNode, other: DraftNode): boolean {
    return !this.pairs.has(one) && !this.#taken.has(other);
  }

  #pair(one: DraftNode, other: DraftNode): void {
    if (!this.#isOpen(one, other)) return;
    this.pairs.set(one, other);
    this.#taken.add(other);
  }
}

/** Of rows that say the same, those that bear a number that is there once on either side. */
function sameNumbers(ones: Nodes, others: Nodes): (readonly [DraftNode, DraftNode | undefined])[] {
  const only = (nodes: Nodes, code: string) => {
    const [one, ...more] = nodes.filter((node) => node.code === code);
    return more.length === 0 ? one : undefined;
  };
  return ones.flatMap((one) => (only(ones, one.code) ? [[one, only(others, one.code)] as const] : []));
}
