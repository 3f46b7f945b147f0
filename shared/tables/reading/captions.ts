import { CONTINUED } from '../cells/cell-texts.ts';
import { type Numbering, readNumbering } from '../cells/numbering.ts';
import { scoreInName } from '../cells/score-text.ts';
import { isVetoName, sideOf } from '../cells/sides.ts';
import type { SourceTable } from '../source-table.ts';
import type { Warn } from './entries.ts';
import { bare, repeatOf } from './headings.ts';
import { readUnitBlocks } from './unit-blocks.ts';
import { growingNode, type GrowingNode } from './growing-node.ts';

/** The heading right above a table of a document, or the name of its sheet. */
function captionOf({ before, name }: SourceTable): string {
  return before?.at(-1) ?? /^表\d+：(.+)$/.exec(name)?.[1] ?? name;
}

/** What a table that is for one kind of unit calls it: 表1：一、办公室（100分）, 表1：表一：办公室 -> 办公室. */
export function unitOf({ name }: SourceTable): string {
  const caption = name
    .replace(/^表\d+：(?=.)/, '')
    .replace(/^附?[表件][\d一二三四五六七八九十]+[：:、\s]+(?=.)/, '');
  const read = readCaption(caption);
  return read ? sectionOf(read).title : (scoreInName(caption)?.rest ?? caption);
}

interface Caption {
  readonly text: string;
  readonly numbering: Numbering;
}

function readCaption(text: string): Caption | undefined {
  const numbering = text.length <= 40 ? readNumbering(text) : undefined;
  return numbering && { text, numbering };
}

/** The heading right above a table with those that it stands below, outermost first: 二、个性目标（60分） and （一）教育局. */
function captionsOf(source: SourceTable): Caption[] {
  const captions = [...(source.before ?? []).slice(0, -1), captionOf(source)].map(readCaption);
  const last = captions.at(-1);
  return captions.reduceRight<Caption[]>(
    (chain, caption) => {
      const [outer] = chain;
      return caption && outer && caption.numbering.rank < outer.numbering.rank ? [caption, ...chain] : chain;
    },
    last ? [last] : [],
  );
}

interface UnderCaptions {
  readonly roots: GrowingNode[];
  /** Paragraphs that became sections. */
  readonly captions: ReadonlySet<string>;
  /** Sections that are said again, with the section that they are. */
  readonly same: ReadonlyMap<GrowingNode, GrowingNode>;
}

/**
 * Tables of one document whose captions are its sections: 一、党建工作（30分） over one, 二、经济发展（40分） over the next.
 * The nodes of such a table stand below its caption; of others as they are. Captions that hold others have lists for
 * one kind of unit each, where these are so many scores of the whole.
 */
export function underCaptions(
  readings: readonly { readonly source: SourceTable; readonly roots: readonly GrowingNode[] }[],
  warn: Warn,
): UnderCaptions {
  const all = readings.map(({ source, roots }) => ({ captions: captionsOf(source), roots }));
  const areSections = all.length > 1 && all.every(({ captions }) => captions.length > 0);
  if (!areSections) return { ...goneOn(readings.map(({ roots }) => roots)), captions: new Set() };
  const roots: GrowingNode[] = [];
  const made: GrowingNode[] = [];
  let open: GrowingNode[] = [];
  for (const { captions, roots: own } of all) {
    const vetoes = own.filter(({ kind }) => kind === 'veto');
    const others = own.filter(({ kind }) => kind !== 'veto');
    for (const caption of others.length > 0 ? captions : []) {
      const node = sectionOf(caption);
      // （二）乙项（续） over the next table.
      if (CONTINUED.test(node.title) && open.some((before) => isSame(before, node))) continue;
      open = open.filter(({ rank }) => rank < node.rank);
      (open.at(-1)?.children ?? roots).push(node);
      open.push(node);
      made.push(node);
    }
    if (others.length > 0) open.at(-1)?.children.push(...others);
    roots.push(...vetoes);
  }
  readUnitBlocks(made, warn);
  return {
    roots,
    same: new Map(),
    captions: new Set(all.flatMap(({ captions }) => captions.map(({ text }) => text))),
  };
}

/** What the next table goes on with: （二）乙项（续） at its top. */
function goneOn(tables: readonly (readonly GrowingNode[])[]): Pick<UnderCaptions, 'roots' | 'same'> {
  const roots: GrowingNode[] = [];
  const same = new Map<GrowingNode, GrowingNode>();
  for (const [first, ...others] of tables) {
    const before = first && CONTINUED.test(first.title) ? repeatOf(roots, first) : undefined;
    if (before && first) {
      before.children.push(...first.children);
      before.sourceRows.push(...first.sourceRows);
      same.set(first, before);
    } else if (first) roots.push(first);
    roots.push(...others);
  }
  return { roots, same };
}

function isSame(before: GrowingNode, { number, title }: GrowingNode): boolean {
  return before.number === number && before.title === bare(title);
}

function sectionOf({ text, numbering }: Caption): GrowingNode {
  const scored = scoreInName(numbering.rest);
  const node = growingNode('section', scored?.rest ?? (numbering.rest || text));
  node.number = numbering.number;
  node.rank = numbering.rank;
  node.fullScore = scored?.points;
  return node;
}

/** Whether a whole table is of vetoes by what stands over it: 四、一票否决项. */
export function isVetoCaption(source: SourceTable): boolean {
  return isVetoName(captionOf(source));
}

/** Whether a whole table is of bonus or penalty entries by what stands over it: 四、加分项（不超过5分）. */
export function sideOfCaption(source: SourceTable): ReturnType<typeof sideOf> {
  const caption = captionOf(source);
  return caption.length <= 24 ? sideOf(caption) : undefined;
}
