/** The text of one paragraph of a template, and where it stands, in Chinese. */
export interface Paragraph {
  readonly where: string;
  readonly text: string;
}

const PLACES: readonly (readonly [pattern: RegExp, where: string])[] = [
  [/^word\/document\d*\.xml$/, '正文'],
  [/^word\/header\d*\.xml$/, '页眉'],
  [/^word\/footer\d*\.xml$/, '页脚'],
  [/^word\/(footnotes|endnotes)\.xml$/, '脚注'],
  [/^word\/comments\.xml$/, '批注'],
];

/** Every paragraph of a template's part; those of text boxes by themselves. */
export function paragraphsOf(part: string, xml: string): Paragraph[] {
  const where = PLACES.find(([pattern]) => pattern.test(part))?.[1] ?? '文档属性';
  const done: string[] = [];
  const open: string[] = [''];
  for (const [tag, name = '', text] of xml.matchAll(
    /<(\/?w:p|w:t|w:tab|w:br|vt:lpwstr|dc:[a-z]+|cp:[a-zA-Z]+)(?:\s[^>]*)?>([^<]*)/g,
  )) {
    if (name === 'w:p' && !/^<w:p(\s[^>]*)?\/>/.test(tag)) open.push('');
    else if (name === '/w:p') done.push(open.pop() ?? '');
    else if (name !== 'w:p') open.push((open.pop() ?? '') + (text ?? ''));
  }
  return [...done, ...open].filter((text) => text !== '').map((text) => ({ where, text: plain(text) }));
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
