import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

export const NOT_SHOWN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'del',
  'object',
  'svg',
  'iframe',
  // Remarks on a cell, as LibreOffice writes them.
  'comment',
]);
/** Where they are hidden they are read: the table's name says so. */
const ROWS_AND_CELLS = new Set(['table', 'tbody', 'tr', 'td', 'th']);
/** A line begins and ends with each. */
export const LINES = new Set([
  ...['p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'caption', 'blockquote', 'pre', 'section', 'dd', 'dt'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]);

/** The mark of a footnote, or the way back to it, of Word, LibreOffice and the converter: "5" with note 1 is not 51. */
export function isNoteMark(element: Element): boolean {
  return (
    element.tagName === 'a' && /^#((sd)?(foot|end)note|_(ftn|edn))/i.test(attribute(element, 'href') ?? '')
  );
}

export function elementsOf(node: Parent): Element[] {
  return node.childNodes.filter((child): child is Element => 'tagName' in child);
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function isHidden(element: Element): boolean {
  return (
    /display\s*:\s*none/i.test(attribute(element, 'style') ?? '') ||
    attribute(element, 'hidden') !== undefined
  );
}

/**
 * Text as a browser shows it: blanks of the source collapse, blocks and <br> begin lines, numbers of ordered lists
 * stand before their texts. A table within a cell becomes lines, its cells apart by a blank.
 */
export function textOf(element: Parent): string {
  return withoutBlankLines(element.childNodes.map((node) => nodeText(node)).join('')).trim();
}

/** As `textOf`, of the node itself: a list has its numbers, and blanks at the ends may part it from its neighbours. */
export function shownText(node: Node): string {
  return withoutBlankLines(nodeText(node));
}

function withoutBlankLines(text: string): string {
  return text.replace(/ *\n[ \n]*/g, '\n');
}

function nodeText(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/[ \t\n\r\f]+/g, ' ');
  if (!('tagName' in node)) return '';
  const { tagName } = node;
  if (NOT_SHOWN.has(tagName) || (isHidden(node) && !ROWS_AND_CELLS.has(tagName))) return '';
  if (tagName === 'br') return '\n';
  if (isNoteMark(node)) return '';
  if (isRaised(node)) return raised(node.childNodes.map(nodeText).join(''));
  const inside = tagName === 'ol' ? listText(node) : node.childNodes.map(nodeText).join('');
  if (LINES.has(tagName)) return `\n${inside}\n`;
  return tagName === 'td' || tagName === 'th' ? `${inside} ` : inside;
}

function isRaised(element: Element): boolean {
  return element.tagName === 'sup' || /vertical-align\s*:\s*super/i.test(attribute(element, 'style') ?? '');
}

const PLAIN_DIGITS = '0123456789';
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10³ is not 103, and 5 with a note 1 not 51; what is not all digits is no such number. */
export function raised(text: string): string {
  if (!/^\s*\d+\s*$/.test(text)) return text;
  return text.replace(/\d/g, (digit) => RAISED_DIGITS[PLAIN_DIGITS.indexOf(digit)] ?? digit);
}

/** A list of one item is what Word's clipboard leaves of its numbering in each cell: the number is not known. */
function listText(list: Element): string {
  const items = elementsOf(list).filter(({ tagName }) => tagName === 'li');
  const start = Number.parseInt(attribute(list, 'start') ?? '', 10);
  if (items.length < 2 && Number.isNaN(start)) return items.map(nodeText).join('');
  return items
    .map((item, index) => `\n${(Number.isNaN(start) ? 1 : start) + index}.${nodeText(item).trim()}\n`)
    .join('');
}
