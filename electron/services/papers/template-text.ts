import type { TemplateParts } from './read-template.ts';

/** The text of one paragraph of a template, and where it stands, in Chinese. */
export interface Paragraph {
  readonly where: string;
  text: string;
}

/** A 【 or 】 in its paragraph. */
export interface Bracket {
  readonly kind: '【' | '】';
  readonly paragraph: Paragraph;
  readonly at: number;
  /** Tables, rows, cells and text boxes around it, outermost first. */
  readonly home: readonly string[];
}

/** Text with brackets that nothing is filled into: the code of a Word field, a chart, an endnote. */
interface Beyond {
  readonly kind: 'beyond';
  readonly paragraph: Paragraph;
}

/** One part of a template; `marks` in the order in which docxtemplater meets them. */
export interface PartText {
  readonly paragraphs: readonly Paragraph[];
  readonly marks: readonly (Bracket | Beyond)[];
}

/** In the order in which faults are named. */
const PLACES: readonly (readonly [pattern: RegExp, where: string])[] = [
  [/^word\/document\.xml$/, '正文'],
  [/^word\/header\d*\.xml$/, '页眉'],
  [/^word\/footer\d*\.xml$/, '页脚'],
  [/^word\/footnotes\.xml$/, '脚注'],
  [/^word\/comments\.xml$/, '批注'],
  [/^docProps\/[^/]+\.xml$/, '文档属性'],
  [/^word\/endnotes\.xml$/, '尾注'],
  [/^word\/(charts|diagrams)\/[^/]+\.xml$/, '图表'],
];
const UNFILLED = new Set(['尾注', '图表']);

/** Whose text docxtemplater fills in (its `tagsXmlTextArray`); the prefixes dc, cp and vt are those of the properties. */
const FILLED =
  /^(w:t|a:t|m:t|vt:lpw?str|dc:(creator|description|subject|title)|cp:(category|keywords|contentStatus)|Company|HyperlinkBase|Manager)$/;
/** What a reviser took out (ECMA-376 part 1, 17.3.3.7) is no text of the document. */
const DELETED = 'w:delText';
const HOLDERS = new Set(['w:tbl', 'w:tr', 'w:tc', 'w:txbxContent']);
const TOKEN = /<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^>"'])*)>([^<]*)/g;
/** Stands in a paragraph for a text box in it. */
const BOX = '〔文本框〕';

/** What can be read of a template, the body first. */
export function textsOf(parts: TemplateParts): PartText[] {
  return PLACES.flatMap(([pattern, where]) =>
    [...parts]
      .filter(([name]) => pattern.test(name))
      .map(([, content]) => textOf(where, content.toString('utf8'))),
  );
}

function textOf(where: string, xml: string): PartText {
  const paragraphs: Paragraph[] = [];
  const marks: PartText['marks'][number][] = [];
  const open: Paragraph[] = [];
  const home: string[] = [];
  const begin = (): Paragraph => {
    const paragraph = { where, text: '' };
    paragraphs.push(paragraph);
    return paragraph;
  };
  for (const [at, slash, name = '', attributes = '', content = ''] of tokensOf(xml)) {
    const isEnd = slash === '/';
    const isWhole = attributes.endsWith('/');
    if (HOLDERS.has(name) && !isWhole) {
      if (isEnd) home.pop();
      else home.push(`${name} ${at}`);
    }
    if (name === 'w:p' && !isWhole) {
      const around = open.at(-1);
      if (isEnd) open.pop();
      else {
        if (around && !around.text.endsWith(BOX)) around.text += BOX;
        open.push(begin());
      }
    }
    if (isEnd || content === '') continue;
    const text = plain(content);
    if (FILLED.test(name) && !UNFILLED.has(where)) {
      const paragraph = open.at(-1) ?? begin();
      for (const { 0: kind, index } of text.matchAll(/[【】]/g)) {
        const at = paragraph.text.length + index;
        marks.push({ kind: kind as Bracket['kind'], paragraph, at, home: [...home] });
      }
      paragraph.text += text;
    } else if (name !== DELETED && /[【】]/.test(text)) {
      marks.push({ kind: 'beyond', paragraph: { where, text: text.trim() } });
    }
  }
  return { paragraphs, marks };
}

function* tokensOf(xml: string) {
  for (const { index, 1: slash, 2: name, 3: attributes, 4: content } of xml.matchAll(TOKEN))
    yield [index, slash, name, attributes, content] as const;
}

/** Of XML's own escapes; `&amp;` last. */
function plain(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

const AROUND = 10;

/** 正文“…地址：【地址】…”: what to look for. `at`, `length`: in the paragraph. */
export function placeWords({ where, text }: Paragraph, at: number, length: number): string {
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + length + AROUND);
  return `${where}“${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}”`;
}
