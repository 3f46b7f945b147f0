import { posix } from 'node:path';
import { LIMITS } from '../limits.ts';
import { marginWords } from './margins.ts';
import type { StoredZip } from './stored-zip.ts';
import { cleanText } from './table.ts';
import { childOf, walkXml, type XmlElement, xmlTree } from './word/xml.ts';

/** A text box of a sheet. `row`: where its upper edge stands, from 0; undefined where it stands at no cell. */
interface SheetBox {
  readonly row: number | undefined;
  readonly paragraphs: readonly string[];
}

export interface DrawnTexts {
  /** The boxes of each sheet, in the workbook's order. */
  readonly sheets: readonly (readonly SheetBox[])[];
  /** What its printed pages have above or below, but page numbers. */
  readonly margins: readonly string[];
  /** Some drawing holds text that is in none of the boxes. */
  readonly hasUnread: boolean;
}

/** What a .xlsx shows beside its cells; of another file, only whether there is such text. */
export function drawnTexts(zip: StoredZip): DrawnTexts {
  const sheets: SheetBox[][] = [];
  const margins: string[] = [];
  const read = new Set<string>();
  const left = { paragraphs: LIMITS.drawnParagraphs, characters: LIMITS.drawnCharacters };
  for (const path of sheetPaths(zip)) {
    const boxes: SheetBox[] = [];
    for (const drawing of targetsOf(zip, path, 'drawing')) {
      const found = boxesIn(zip.part(drawing));
      const texts = found?.flatMap(({ paragraphs }) => paragraphs) ?? [];
      const { length } = texts.join('');
      if (!found || texts.length > left.paragraphs || length > left.characters) continue;
      left.paragraphs -= texts.length;
      left.characters -= length;
      read.add(drawing);
      boxes.push(...found);
    }
    sheets.push(boxes);
    margins.push(marginIn(zip.part(path)));
  }
  const hasUnread = zip.names.some(
    (name) => /^xl\/drawings\/[^/]+\.xml$/u.test(name) && !read.has(name) && holdsText(zip.part(name)),
  );
  return { sheets, margins, hasUnread };
}

/** The parts of the sheets, in the workbook's order. */
function sheetPaths(zip: StoredZip): string[] {
  const parts = new Map(relationsOf(zip, 'xl/workbook.xml').map(({ id, target }) => [id, target]));
  const sheets = treeOf(zip.part('xl/workbook.xml'))?.children[0]?.children.find(
    (each) => local(each) === 'sheets',
  );
  return (sheets?.children ?? []).map(({ attributes }) => {
    const [, id = ''] = Object.entries(attributes).find(([name]) => name.endsWith(':id')) ?? [];
    return parts.get(id) ?? '';
  });
}

function targetsOf(zip: StoredZip, path: string, kind: string): string[] {
  return relationsOf(zip, path).flatMap(({ type, target }) => (type.endsWith(`/${kind}`) ? [target] : []));
}

/** What a part refers to within the file. */
function relationsOf(zip: StoredZip, path: string) {
  const { dir, base } = posix.parse(path);
  const root = childOf(treeOf(zip.part(`${dir}/_rels/${base}.rels`)), 'Relationships');
  return (root?.children ?? []).map(
    ({ attributes: { Id: id = '', Type: type = '', Target: target = '' } }) => ({
      id,
      type,
      target: posix.resolve('/', dir, target).slice(1),
    }),
  );
}

function treeOf(part: Buffer | undefined): XmlElement | undefined {
  if (!part || part.length > LIMITS.drawingBytes) return undefined;
  try {
    return xmlTree(part.toString('utf8'));
  } catch {
    return undefined;
  }
}

function local({ name }: { readonly name: string }): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The text boxes of a drawing; undefined where it cannot be read. */
function boxesIn(part: Buffer | undefined): SheetBox[] | undefined {
  if (!part || part.length > LIMITS.drawingBytes) return undefined;
  const reader = new BoxReader();
  try {
    walkXml(part.toString('utf8'), reader);
  } catch {
    return undefined;
  }
  return reader.boxes;
}

class BoxReader {
  readonly boxes: SheetBox[] = [];
  readonly #path: string[] = [];
  #row: number | undefined;
  #paragraphs: string[] | undefined;
  #line = '';
  /** Of a list that numbers itself, what was counted. */
  #count = 0;
  #isCounted = false;

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const element = local({ name });
    this.#path.push(element);
    if (element.endsWith('Anchor')) this.#row = undefined;
    else if (element === 'txBody') this.#paragraphs = [];
    else if (element === 'br') this.#line += '\n';
    else if (element === 'buAutoNum') this.#isCounted = /^arabic/u.test(attributes.type ?? '');
  };

  readonly text = (text: string): void => {
    const [outer, element] = this.#path.slice(-2);
    // The second form of a shape that was read.
    if (this.#path.includes('Fallback')) return;
    if (element === 't') this.#line += text;
    if (element === 'row' && outer === 'from') this.#row = Number(text);
  };

  readonly close = (): void => {
    const element = this.#path.pop();
    if (element === 'p') this.#endParagraph();
    if (element !== 'txBody') return;
    if (this.#paragraphs && this.#paragraphs.length > 0)
      this.boxes.push({ row: this.#row, paragraphs: this.#paragraphs });
    this.#paragraphs = undefined;
    this.#count = 0;
  };

  #endParagraph(): void {
    const lines = this.#line
      .split('\n')
      .map(cleanText)
      .filter((line) => line !== '');
    this.#line = '';
    if (lines.length > 0) {
      this.#count = this.#isCounted ? this.#count + 1 : 0;
      const number = this.#isCounted ? `${this.#count}.` : '';
      this.#paragraphs?.push(...lines.map((line, at) => (at === 0 ? `${number}${line}` : line)));
    }
    this.#isCounted = false;
  }
}

function holdsText(part: Buffer | undefined): boolean {
  if (!part) return false;
  return part.length > LIMITS.drawingBytes || /<(?:\w+:)?t>[^<]*[^<\s]/u.test(part.toString('utf8'));
}

const MARGIN = 'headerFooter';

/** The headers and footers at the end of a sheet, in its first words. */
function marginIn(part: Buffer | undefined): string {
  const end = part?.lastIndexOf(`${MARGIN}>`) ?? -1;
  const from = end > 0 ? (part?.lastIndexOf(MARGIN, end - 1) ?? -1) : -1;
  if (!part || from < 0 || end - from > LIMITS.drawnCharacters) return '';
  const text = `<${part.subarray(from, end).toString('utf8')}`

    .replace(/<[^>]*>?/gu, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  // Fonts, sizes and fields: &"宋体,常规"&12第 &P 页.
  return marginWords(text.replace(/&"[^"]*"|&K[\dA-F]{6}|&\d+|&[A-Z]/gu, ' '));
}
