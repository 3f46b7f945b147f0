import type { Points } from '../../shared/values/points.ts';
import { type Criterion, criterionFor, neutralCriterion, statingCriterion } from './criteria.ts';
import { itemNumber, sectionNumber } from './numbers.ts';
import { ladderFor, type Ladder } from './ladders.ts';
import type { Extra, Plan } from './plan.ts';
import type { Random } from './random.ts';
import * as bank from './words.ts';
import type { Words } from './words.ts';

export interface SectionNode {
  readonly id: string;
  readonly title: string;
  /** As written before the title: "一、", "1.1". */
  readonly number: string;
  readonly points: Points;
  /** What the sheet says for it; absent where nothing. */
  readonly stated?: Points;
  /** What a row 小计 says, if there is one. */
  readonly subtotal: Points;
  readonly sections: readonly SectionNode[];
  readonly items: readonly ItemNode[];
}

export interface ItemNode {
  readonly id: string;
  readonly title: string;
  /** As written before the title. */
  readonly number: string;
  /** What stands in the number column. */
  readonly cell: string;
  /** The number alone, without stops and brackets: what could be its code. */
  readonly own: string;
  readonly points: Points;
  readonly lines: readonly string[];
  /** Of a criterion that goes on over several rows. */
  readonly criterionLines?: readonly string[];
  readonly criterion?: Criterion;
  readonly ladder?: Ladder;
  readonly extras: Readonly<Partial<Record<Extra, string>>>;
  /** Items with the same chunk share merged cells. */
  readonly chunk: string;
}

export interface Tree {
  readonly sections: readonly SectionNode[];
  readonly items: readonly ItemNode[];
}

/** One item whose criterion ends with a veto; what else it says stays. */
export function withVeto(tree: Tree, title: string): Tree {
  let isDone = false;
  const change = (item: ItemNode): ItemNode => {
    const { criterion } = item;
    if (isDone || !criterion || item.criterionLines || !criterion.text.endsWith('。')) return item;
    isDone = true;
    return { ...item, criterion: { ...criterion, text: `${criterion.text}${title}的，一票否决。` } };
  };
  const section = (node: SectionNode): SectionNode => ({
    ...node,
    sections: node.sections.map(section),
    items: node.items.map(change),
  });
  const changed = { sections: tree.sections.map(section), items: tree.items.map(change) };
  return isDone ? changed : tree;
}

/** One of the stated scores of sections, or one 小计, made wrong. */
export function withWrongSum(tree: Tree, { wrong }: Plan, random: Random): Tree {
  if (wrong !== 'section' && wrong !== 'subtotal') return tree;
  const every = (sections: readonly SectionNode[]): SectionNode[] =>
    sections.flatMap((section) => [section, ...every(section.sections)]);
  const { id } = random.pick(wrong === 'section' ? every(tree.sections) : tree.sections);
  const delta = random.pick([100, 200, 300]);
  const altered = (section: SectionNode): SectionNode => ({
    ...section,
    ...(section.id === id && wrong === 'section' && { stated: section.points + delta }),
    ...(section.id === id && wrong === 'subtotal' && { subtotal: section.points + delta }),
    sections: section.sections.map(altered),
  });
  return { sections: tree.sections.map(altered), items: tree.items };
}

interface Shape {
  readonly sections: readonly Shape[];
  /** How many items; 0 above other sections. */
  readonly items: number;
}

export function makeTree(plan: Plan, random: Random, words: Words): Tree {
  const shape = shapeOf(plan.depth, plan, random);
  const points = shares(plan, countOf(shape), random);
  const maker = { plan, random, words, points: points[Symbol.iterator](), serial: 0 };
  const { sections, items } = fill(shape, [], maker);
  return { sections, items };
}

function shapeOf(depth: number, plan: Plan, random: Random, single = false): Shape {
  const deep = plan.depth >= 3;
  if (depth === 0) {
    if (single) return { sections: [], items: 1 };
    const items = plan.depth === 0 ? random.int(4, 14) : random.int(2, plan.depth === 1 ? 6 : 4);
    return { sections: [], items: plan.itemNumbers === 'dotted' && plan.depth === 1 ? items + 6 : items };
  }
  const top = depth === plan.depth;
  // Without a level below, and with more than one row.
  if (plan.ragged && !top && single) return { sections: [], items: random.int(2, 4) };
  const sections = random.int(2, top ? (deep ? 2 : 4) : deep ? 2 : 3);
  return {
    // A level is seen to be one where its cell covers several rows: no level of single items only.
    sections: Array.from({ length: sections }, (_, index) =>
      shapeOf(depth - 1, plan, random, index > 0 && isSingle(plan, random, top)),
    ),
    items: 0,
  };
}

function isSingle({ ragged, score }: Plan, random: Random, top: boolean): boolean {
  return ragged && top ? random.chance(0.5) : score !== 'group' && random.chance(0.12);
}

const countOf = ({ sections, items }: Shape): number =>
  items + sections.reduce((sum, each) => sum + countOf(each), 0);

/** The full score cut into so many parts, each at least one point. */
function shares({ full: wanted, halves }: Plan, count: number, random: Random): Points[] {
  const full = wanted < count * 1.3 ? 200 : wanted;
  const step = full >= 1000 ? 500 : halves ? 50 : 100;
  const least = Math.max(step, 100);
  let left = full * 100 - least * count;
  if (left < 0) throw new Error('Too many items for the full score');
  const points = Array.from({ length: count }, () => least);
  while (left > 0) {
    const at = random.int(0, count - 1);
    const most = Math.max(1, Math.floor(left / step / count));
    const more = Math.min(left, step * random.int(1, most));
    points[at] = (points[at] ?? 0) + more;
    left -= more;
  }
  return points;
}

interface Maker {
  readonly plan: Plan;
  readonly random: Random;
  readonly words: Words;
  readonly points: Iterator<Points>;
  serial: number;
}

function fill(shape: Shape, path: readonly number[], maker: Maker): Tree {
  const sections = shape.sections.map((each, index): SectionNode => {
    const place = [...path, index + 1];
    const { sections, items } = fill(each, place, maker);
    const points = [...sections, ...items].reduce((sum, child) => sum + child.points, 0);
    return {
      id: place.join('.'),
      title: maker.plan.longLevels && sections.length === 0 ? maker.words.sentence() : maker.words.section(),
      number: sectionNumber(maker.plan.sectionNumbers, place),
      points,
      ...(states(maker.plan, sections.length === 0) && { stated: points }),
      subtotal: points,
      sections,
      items,
    };
  });
  let chunk = 0;
  const shared = new Map<string, Shared>();
  const items = Array.from({ length: shape.items }, (_, index) => {
    if (index > 0 && maker.random.chance(0.35)) chunk += 1;
    const id = `${path.join('.')}#${chunk}`;
    const share = shared.get(id) ?? sharedOf(maker);
    shared.set(id, share);
    return makeItem([...path, index + 1], { id, share }, maker);
  });
  return { sections, items };
}

const states = ({ sectionScore, score }: Plan, deepest: boolean): boolean =>
  sectionScore !== 'none' || (score === 'group' && deepest);

type Shared = Pick<ItemNode, 'extras'> & { readonly criterion: (full: Points) => Criterion };

function sharedOf({ random }: Maker): Shared {
  return { extras: extrasOf(random), criterion: neutralCriterion(random) };
}

function makeItem(
  place: readonly number[],
  { id: chunk, share }: { id: string; share: Shared },
  maker: Maker,
): ItemNode {
  const { plan, random, words } = maker;
  const points = maker.points.next().value as Points;
  maker.serial += 1;
  const numbers = itemNumber(plan, place, maker.serial);
  const own = extrasOf(random);
  const extras = Object.fromEntries(
    plan.extras.map((extra) => [extra, plan.shared.includes(extra) ? share.extras[extra] : own[extra]]),
  );
  const lines = plan.continued && plan.requirement !== 'none' && random.chance(0.4) ? random.int(2, 3) : 1;
  const criterion = criterionOf(points, plan, random, share);
  const goesOn = plan.continued && plan.requirement === 'none' && !plan.shared.includes('criterion');
  const parts = goesOn ? (criterion?.text ?? '').split('；') : [];
  return {
    id: place.join('.'),
    title: words.name(),
    ...numbers,
    points,
    lines: plan.requirement === 'none' ? [''] : Array.from({ length: lines }, () => words.sentence()),
    ...(criterion && { criterion }),
    ...(parts.length > 1 && { criterionLines: parts }),
    ...(plan.score === 'tierRows' && { ladder: ladderFor(points, random) }),
    extras,
    chunk,
  };
}

function criterionOf(points: Points, plan: Plan, random: Random, share: Shared): Criterion | undefined {
  if (plan.score === 'grades' || plan.score === 'tierRows') return undefined;
  if (plan.score === 'criterion') return statingCriterion(points, random);
  return plan.shared.includes('criterion') ? share.criterion(points) : criterionFor(points, random);
}

const TARGETS = [
  ['100%', '%'],
  ['95%', '%'],
  ['≥90%', '%'],
  ['≥12次', '次'],
  ['≤2起', '起'],
  ['3份', '份'],
] as const;

function extrasOf(random: Random): Partial<Record<Extra, string>> {
  const [target, measure] = random.pick(TARGETS);
  return {
    method: random.some(bank.METHODS, random.int(1, 2)).join('、'),
    evidence: random.some(bank.EVIDENCE, random.int(1, 3)).join('、'),
    department: random.pick(bank.DEPARTMENTS),
    deadline: random.pick(bank.DEADLINES),
    unit: random.pick(bank.UNITS),
    remark: random.chance(0.4) ? random.pick(bank.REMARKS) : '',
    target,
    measure,
    empty: '',
    blank: '',
  };
}
