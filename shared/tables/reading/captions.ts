import { CONTINUED } from '../cells/cell-texts.ts';
import { isGoneOn, isPageBreak } from '../cells/page-breaks.ts';
import { type Caption, LONGEST, namesVetoes, readCaption, readLabel } from '../cells/labels.ts';
import { scoreInName } from '../cells/score-text.ts';
import { sideOf } from '../cells/sides.ts';
import type { ColumnMap } from '../column-map.ts';
import type { SourceTable } from '../source-table.ts';
import type { Warn } from './warn.ts';
import { bare, repeatOf } from './headings.ts';
import { readUnitBlocks } from './unit-blocks.ts';
import { growingNode, type GrowingNode } from './growing-node.ts';
import { remarkReader } from './remarks.ts';

/** The heading right above a table of a document, or the name of its sheet. */
export function captionOf(source: SourceTable): string {
  return namesOver(source).at(-1) ?? /^表\d+：(.+)$/.exec(source.name)?.[1] ?? source.name;
}

/** The paragraphs above a table, without what a page break puts there and the cases of a list of vetoes; none of a sheet. */
function namesOver(source: SourceTable): readonly string[] {
  if (isSheet(source)) return [];
  const { before = [] } = source;
  const read = remarkReader(() => true);
  return before.filter((text) => !isPageBreak(text) && !read(text).isCase);
}

/** What a table that is for one kind of unit calls it: 表1：一、办公室（100分）, 表1：表一：办公室 -> 办公室. */
export function unitOf({ name }: SourceTable): string {
  const caption = name.replace(/^表\d+：(?=.)/, '');
  const read = readCaption(caption) ?? readLabel(caption);
  return read ? sectionOf(read).title : (scoreInName(caption)?.rest ?? caption);
}

/** The heading right above a table with those that it stands below, outermost first: 二、个性目标（60分） and （一）教育局. */
function captionsOf(source: SourceTable): Caption[] {
  const names = namesOver(source);
  // A table is called what stands right above it: a sentence or a case calls it nothing.
  const right = isSheet(source) ? undefined : source.before?.findLast((text) => !isPageBreak(text));
  if (right !== names.at(-1) || SENTENCE.test(right ?? '')) return [];
  const last = readCaption(captionOf(source)) ?? readLabel(names.at(-1) ?? '');
  const above = names.slice(0, -1).map(readCaption);
  return above.reduceRight<Caption[]>(
    (chain, caption) => {
      const [outer] = chain;
      return caption && outer && caption.numbering.rank < outer.numbering.rank ? [caption, ...chain] : chain;
    },
    last ? [last] : [],
  );
}

const SENTENCE = /[。；;]\s*$/;

/** What a scoring table is called: 考核表, 评分标准. */
const NAMED = /标准|细则|办法|考核|评分|评价|验收|测评|指标|评估/;

export function namesTable(text: string): boolean {
  return NAMED.test(text);
}

const NO_NAME =
  /[。；;！？]|[：:]\s*$|_{2}|\s{3}|^\s*(?:[(（\[【]|注|备注|说明|附注|单位|填表|填报|被|考核(?:时间|日期|人)|日期|续)/;

/** The paragraph right above a table, where it is short and neither a remark nor a field to fill in. */
function plainCaption(source: SourceTable): Caption[] {
  const written = namesOver(source).at(-1) ?? '';
  const text = written.trim();
  return isName(text) ? [{ text: written, numbering: { rank: 10, number: '', rest: text } }] : [];
}

function isName(text: string): boolean {
  return text !== '' && text.length <= LONGEST && !NO_NAME.test(text);
}

/** A sheet is named by its own name, whatever its text boxes say. */
function isSheet({ name }: SourceTable): boolean {
  return !/^表\d+(?:：|$)/.test(name);
}

/**
 * What the paragraphs over a table say beside those over the one before it and over the first: a name of its `own`; that it
 * `goesOn`; the title of all `again`; nothing.
 */
export function leadOver(
  source: SourceTable,
  before: SourceTable,
  first: SourceTable = before,
): 'own' | 'goesOn' | 'again' | 'none' {
  const paragraphs = isSheet(source) ? [source.name] : (source.before ?? []);
  const [known, titles] = [before, first].map((table) => new Set((table.before ?? []).map(plainName)));
  const isNamed = (text: string) => readCaption(text) !== undefined || readLabel(text) !== undefined;
  const isSaid = (text: string) => known?.has(plainName(text)) ?? false;
  const isTitle = (text: string) => !isNamed(text) && (isSaid(text) || titles?.has(plainName(text)));
  const isOwn = (text: string) => isName(text.trim()) || (isNamed(text) && !SENTENCE.test(text));
  const read = remarkReader(() => true);
  const others = paragraphs.filter((text) => !isPageBreak(text) && !isGoneOn(text) && !read(text).isCase);
  if (others.some((text) => !isSaid(text) && !isTitle(text) && isOwn(text))) return 'own';
  if (others.length < paragraphs.length || others.some((text) => isSaid(text) && isNamed(text)))
    return 'goesOn';
  return others.some(isTitle) ? 'again' : 'none';
}

/** Whether a text is the numbered or labelled heading of a part: 附件1 组织领导（40分）, 二、执法实施. */
export function isHeadingOfPart(text: string): boolean {
  const read = readLabel(text) ?? readCaption(text);
  return read !== undefined && read.numbering.rank <= 10 && read.numbering.rest !== '';
}

function plainName(text: string): string {
  return bare(text).replace(/\s+/g, '');
}

/** Whether tables of one document are named by numbered headings. */
export function areCaptioned(sources: readonly SourceTable[]): boolean {
  return sources.filter((source) => source.before !== undefined && captionsOf(source).length > 0).length > 1;
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

/**
 * The captions over each table, where all have some and these are the sections of their document; one that nothing names
 * among numbered ones stands below the caption before it.
 */
function sectionCaptions(sources: readonly SourceTable[]): Caption[][] | undefined {
  const [first] = sources;
  if (!first || sources.length < 2) return undefined;
  const goesOn = (source: SourceTable, at: number) =>
    at > 0 && ['goesOn', 'again'].includes(leadOver(source, sources[at - 1] ?? source, first));
  const numbered = sources.map((source, at) => (goesOn(source, at) ? [] : captionsOf(source)));
  const plain = sources.map((source, at) => (goesOn(source, at) ? [] : plainCaption(source)));
  const isNamed = (source: SourceTable, at: number) =>
    (numbered[at] ?? []).length > 0 || ((plain[at] ?? []).length === 0 && at > 0 && !isSheet(source));
  if (numbered.flat().length > 1 && sources.every(isNamed)) return numbered;
  const areNamed = plain.every(({ length }, at) => length > 0 || goesOn(sources[at] ?? first, at));
  const names = plain.flat();
  return areNamed && names.length > 1 && nameEach(names, namesOver(first).slice(0, -1)) ? plain : undefined;
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

const VETOES = /^(?:一票|单项)?否决(?:项目?|指标|事项|情形|内容|条件|条款|标准)$/;

/** Whether a whole table is of vetoes by what stands over it (四、一票否决项, 附件2 一票否决清单) or over its texts: 否决情形. */
export function listsVetoes(source: SourceTable, { roles }: ColumnMap, headings: readonly string[]): boolean {
  if (namesVetoes(captionOf(source))) return true;
  return (
    !roles.some((role) => role === 'fullScore' || role === 'grade' || role === 'veto') &&
    roles.some(
      (role, column) => /^(?:level|content|criterion)/.test(role) && VETOES.test(headings[column] ?? ''),
    )
  );
}

/** Whether a whole table is of bonus or penalty entries by what stands over it: 四、加分项（不超过5分）. */
export function sideOfCaption(source: SourceTable): ReturnType<typeof sideOf> {
  const caption = captionOf(source);
  return caption.length <= 24 ? sideOf(caption) : undefined;
}
