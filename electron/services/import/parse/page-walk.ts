import type { DefaultTreeAdapterTypes } from 'parse5';
import { elementsOf, isHidden, isNoteMark, LINES, NOT_SHOWN, shownText, textOf } from './page-text.ts';
import { cleanText } from './table.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

interface FoundTable {
  readonly element: Element;
  /** The last short text before it. */
  readonly heading: string;
  /** Paragraphs since the table before it, its own caption last. */
  readonly before: readonly string[];
  /** It stands in a cell of another one, which has its text too. */
  readonly nested: boolean;
}

export interface WalkedPage {
  /** In the page's order: nested ones behind the one that holds them; not those that only lay out another. */
  readonly tables: readonly FoundTable[];
  /** Paragraphs after the last table. */
  readonly after: readonly string[];
}

interface Place {
  readonly tables: FoundTable[];
  heading: string;
  paragraphs: string[];
  /** Text that stands in no paragraph of its own, up to here. */
  line: string;
  /** Text is no paragraph here: it is hidden, or read already. */
  quiet: boolean;
  /** Within a cell. */
  nested: boolean;
}

const HEADINGS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'center', 'caption', 'title']);
const LONGEST_HEADING = 80;
/** What a heading of a table begins with. */
const FRAMED =
  /^(?:附[件表录]|表\s*[\d一二三四五六七八九十]|第?[一二三四五六七八九十]+(?:[、.．]|部分)|续|[（(](?:续|[一二三四五六七八九十]+[）)]))[^\n。；;]{0,38}$/;
/** Each is one paragraph; a list is one a line. */
const WHOLE = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'ol', 'ul', 'dl']);
const LISTS = new Set(['ol', 'ul', 'dl']);
const BLOCKS = new Set([
  ...LINES,
  ...[
    'html',
    'body',
    'center',
    'article',
    'main',
    'header',
    'footer',
    'nav',
    'aside',
    'form',
    'figure',
    'hr',
  ],
  ...['fieldset', 'address', 'details', 'summary', 'td', 'th', 'thead', 'tbody', 'tfoot', 'option', 'button'],
]);

/** Every table of a page, and the paragraphs around them. */
export function walkPage(page: Parent): WalkedPage {
  const place: Place = { tables: [], heading: '', paragraphs: [], line: '', quiet: false, nested: false };
  walk(page, place);
  endLine(place);
  return { tables: place.tables, after: place.paragraphs };
}

function walk(node: Parent, place: Place): void {
  for (const child of node.childNodes) {
    if (!('tagName' in child) || child.tagName === 'br') {
      if (!place.quiet) place.line += shownText(child);
    } else if (child.tagName === 'table') enterTable(child, place);
    else enter(child, place);
  }
}

function enter(element: Element, place: Place): void {
  const { tagName } = element;
  if (HEADINGS.has(tagName)) {
    const text = cleanText(textOf(element));
    if (text !== '') place.heading = text.length <= LONGEST_HEADING ? text : '';
  }
  const whole = WHOLE.has(tagName) && !hasTable(element);
  const block = whole || BLOCKS.has(tagName);
  const quiet = place.quiet || NOT_SHOWN.has(tagName) || isHidden(element) || isNoteMark(element);
  if (block) endLine(place);
  if (whole && !quiet) {
    const text = shownText(element);
    add(LISTS.has(tagName) ? text.split('\n') : [text], place);
  }
  // Where it is read already, what is in it may still be a heading.
  within(element, { quiet: quiet || whole }, place);
  if (block) endLine(place);
}

function enterTable(table: Element, place: Place): void {
  endLine(place);
  const framed = place.nested ? '' : framedLine(table);
  if (isLayout(table)) within(table, {}, place);
  else if (framed !== '') {
    if (!place.quiet) add([framed], place);
    place.heading = framed;
    return;
  } else {
    const { heading, nested } = place;
    const caption = elementsOf(table).find(({ tagName }) => tagName === 'caption');
    if (caption && !place.quiet) add([textOf(caption)], place);
    place.tables.push({ element: table, heading, nested, before: nested ? [] : place.paragraphs });
    if (!nested) place.paragraphs = [];
    // Tables within its cells have names of their own.
    place.heading = '';
    within(table, { quiet: true, nested: true }, place);
  }
  endLine(place);
  place.heading = '';
}

/** What holds within an element ends with it. */
function within(element: Element, inside: Partial<Pick<Place, 'quiet' | 'nested'>>, place: Place): void {
  const { quiet, nested } = place;
  Object.assign(place, inside);
  walk(element, place);
  Object.assign(place, { quiet, nested });
}

function endLine(place: Place): void {
  const lines = place.line.split('\n');
  place.line = '';
  add(lines, place);
}

function add(texts: readonly string[], { paragraphs }: Place): void {
  for (const text of texts.map(cleanText)) if (text !== '') paragraphs.push(text);
}

/** 附件1 组织领导（40分） in a frame of its own, as a table of one row: a heading, no table. */
function framedLine(table: Element): string {
  const rows = rowsOf(table);
  const [only, ...others] = rows.flatMap(cellsOf);
  const text = only && rows.length === 1 && others.length === 0 ? cleanText(textOf(only)) : '';
  return FRAMED.test(text) ? text : '';
}

/** Only one of its cells holds anything, and that is a table. */
function isLayout(table: Element): boolean {
  const filled = rowsOf(table)
    .flatMap((row) => cellsOf(row))
    .filter((cell) => cleanText(textOf(cell)) !== '');
  const [only] = filled;
  return filled.length === 1 && only !== undefined && hasTable(only);
}

function hasTable(node: Element): boolean {
  return elementsOf(node).some((child) => child.tagName === 'table' || hasTable(child));
}

export function rowsOf(table: Element): Element[] {
  return elementsOf(table).flatMap((part) => {
    if (part.tagName === 'tr') return [part];
    return ['thead', 'tbody', 'tfoot'].includes(part.tagName) ? rowsOf(part) : [];
  });
}

export function cellsOf(row: Element): Element[] {
  return elementsOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}
