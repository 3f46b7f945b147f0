import { CONTINUED } from '../cells/cell-texts.ts';
import { type Numbering, readNumbering } from '../cells/numbering.ts';
import { scoreInName } from '../cells/score-text.ts';
import { isVetoName, sideOf } from '../cells/sides.ts';
import type { SourceTable } from '../source-table.ts';
import type { Warn } from './warn.ts';
import { bare, repeatOf } from './headings.ts';
import { readUnitBlocks } from './unit-blocks.ts';
import { growingNode, type GrowingNode } from './growing-node.ts';

/** The heading right above a table of a document, or the name of its sheet. */
function captionOf({ before, name }: SourceTable): string {
  return before?.at(-1) ?? /^表\d+：(.+)$/.exec(name)?.[1] ?? name;
}

/** What a table that is for one kind of unit calls it: 表1：一、办公室（100分）, 表1：表一：办公室 -> 办公室. */
export function unitOf({ name }: SourceTable): string {
  const caption = name.replace(/^表\d+：(?=.)/, '');
  const read = readCaption(caption) ?? readLabel(caption);
  return read ? sectionOf(read).title : (scoreInName(caption)?.rest ?? caption);
}

interface Caption {
  readonly text: string;
  readonly numbering: Numbering;
}

/** No heading is longer. */
const LONGEST = 40;

function readCaption(text: string): Caption | undefined {
  const numbering = text.length <= LONGEST ? readNumbering(text) : undefined;
  return numbering && { text, numbering };
}

/** 甲、…, 乙部分：…; 表1 …, 附件二：…: what tells tables apart and is no number of an outline. */
const LABELS = [
  /^\s*([甲乙丙丁戊己庚辛])(?:(?:部分|大?类|卷|篇)[、.．：:，,\s]*|[、.．：:，,\s]+)(?=\S)/,
  /^\s*附?[表件]\s*([\d一二三四五六七八九十]+)[、.．：:，,\s]+(?=\S)/,
];

function readLabel(text: string): Caption | undefined {
  const match = LABELS.map((label) => label.exec(text)).find((found) => found !== null);
  if (!match || text.length > LONGEST) return undefined;
  return { text, numbering: { rank: 10, number: match[1] ?? '', rest: text.slice(match[0].length).trim() } };
}

/** The heading right above a table with those that it stands below, outermost first: 二、个性目标（60分） and （一）教育局. */
function captionsOf(source: SourceTable): Caption[] {
  const last = readCaption(captionOf(source)) ?? readLabel(source.before?.at(-1) ?? '');
  const above = (source.before ?? []).slice(0, -1).map(readCaption);
  return above.reduceRight<Caption[]>(
    (chain, caption) => {
      const [outer] = chain;
      return caption && outer && caption.numbering.rank < outer.numbering.rank ? [caption, ...chain] : chain;
    },
    last ? [last] : [],
  );
}

/** What a scoring table is called: 考核表, 评分标准. */
const NAMED = /标准|细则|办法|考核|评分|评价|验收|测评|指标|评估/;

export function namesTable(text: string): boolean {
  return NAMED.test(text);
}

const NO_NAME =
  /[。；;！？]|[：:]\s*$|_{2}|\s{3}|^\s*(?:[(（\[【]|注|备注|说明|附注|单位|填表|填报|被|考核(?:时间|日期|人)|日期|续)/;

/** The paragraph right above a table, where it is short and neither a remark nor a field to fill in. */
function plainCaption({ before = [] }: SourceTable): Caption[] {
  const text = before.at(-1)?.trim() ?? '';
  if (text === '' || text.length > LONGEST || NO_NAME.test(text)) return [];
  return [{ text: before.at(-1) ?? '', numbering: { rank: 10, number: '', rest: text } }];
}

/** Whether plain names over all tables, the first too, are of the tables and none is the title of the whole. */
function nameEach(captions: readonly Caption[], above: readonly string[]): boolean {
  const names = captions.map(({ numbering }) => numbering.rest);
  if (new Set(names.map(bare)).size < names.length) return false;
  const titles = above.filter((text) => namesTable(text) && text.length <= 60 && !NO_NAME.test(text));
  return (
    titles.length > 0 ||
    names.every((name) => scoreInName(name) !== undefined) ||
    new Set(names.map((name) => name.slice(-3))).size === 1
  );
}

/** The captions over each table, where all have some and these are the sections of their document. */
function sectionCaptions(sources: readonly SourceTable[]): Caption[][] | undefined {
  if (sources.length < 2) return undefined;
  const ways = [sources.map(captionsOf), sources.map(plainCaption)] as const;
  const [numbered, plain] = ways.map((each) => each.every(({ length }) => length > 0));
  if (numbered) return ways[0];
  return plain && nameEach(ways[1].flat(), sources[0]?.before?.slice(0, -1) ?? []) ? ways[1] : undefined;
}

/** The paragraphs above tables of one document that are its sections. */
export function captionTexts(sources: readonly SourceTable[]): ReadonlySet<string> {
  return new Set((sectionCaptions(sources) ?? []).flat().map(({ text }) => text));
}

interface UnderCaptions {
  readonly roots: GrowingNode[];
  /** Paragraphs that became sections. */
  readonly captions: ReadonlySet<string>;
  /** Sections that are said again, with the section that they are. */
  readonly same: ReadonlyMap<GrowingNode, GrowingNode>;
}

/**
 * Tables of one document whose captions are its sections: 一、党建工作（30分） over one, 二、经济发展（40分） over the next, or
 * names without a number, each its own.
 * The nodes of such a table stand below its caption; of others as they are. Captions that hold others have lists for
 * one kind of unit each, where these are so many scores of the whole.
 */
export function underCaptions(
  readings: readonly { readonly source: SourceTable; readonly roots: readonly GrowingNode[] }[],
  warn: Warn,
): UnderCaptions {
  const sources = readings.map(({ source }) => source);
  const captionsOver = sectionCaptions(sources);
  if (!captionsOver) return { ...goneOn(readings.map(({ roots }) => roots)), captions: new Set() };
  const roots: GrowingNode[] = [];
  const made: GrowingNode[] = [];
  let open: GrowingNode[] = [];
  for (const [at, { roots: own }] of readings.entries()) {
    const vetoes = own.filter(({ kind }) => kind === 'veto');
    const others = own.filter(({ kind }) => kind !== 'veto');
    for (const caption of others.length > 0 ? (captionsOver[at] ?? []) : []) {
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
  return { roots, same: new Map(), captions: captionTexts(sources) };
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
