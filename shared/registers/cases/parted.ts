import { isPartHeading, headingsIn } from './part-names.ts';
import { caseText } from './text.ts';

/** A case as it is kept: its title and its text apart. */
export interface PartedCase {
  readonly title: string;
  readonly text: string;
}

/** As one text: what is counted, checked and put on paper. Places in the text are `titleLength` further on in it. */
export function wholeCase({ title, text }: PartedCase): {
  readonly whole: string;
  readonly titleLength: number;
} {
  if (title.trim() === '') return { whole: text, titleLength: 0 };
  const head = `${title}\n`;
  return { whole: head + text, titleLength: head.length };
}

/** What was written elsewhere: its title is its first line where that reads as one, and where a title may be so long. */
export function partCase(whole: string, longestTitle: number): PartedCase {
  const text = whole.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');
  const { title } = caseText(text);
  if (!title || title.text.length > longestTitle) return { title: '', text: text.trim() };
  return {
    title: title.text,
    text: text
      .slice(title.to)
      .replace(/^\s*\n/, '')
      .trimEnd(),
  };
}

/** What stood above the title in what was parted so, and has no field: “附件1”, the unit's name. */
export function aboveTitle(whole: string, { title }: PartedCase): string[] {
  return title === '' ? [] : caseText(whole).head.map(({ text }) => text);
}

/** To begin with: the parts that the notice names (郑法政办〔2020〕9号 二(二)); the title has its own field. */
export const OUTLINE = [
  '一、工作背景',
  '',
  '二、实施过程',
  '（一）基本案情',
  '',
  '（二）研判分析',
  '',
  '（三）具体举措',
  '',
  '（四）取得的成效',
  '',
  '三、案例评析',
  '',
].join('\n');

interface Paragraph {
  readonly text: string;
  /** Nothing but the name of a part: "一、工作背景". */
  readonly isHeading: boolean;
}

/** The text as it is put on paper: a paragraph a line, without empty ones. */
export function paragraphsOf({ text }: Pick<PartedCase, 'text'>): Paragraph[] {
  return caseText(text).lines.map((line) => ({ text: line.text, isHeading: isHeadingAlone(line.text) }));
}

function isHeadingAlone(line: string): boolean {
  if (!isPartHeading(line)) return false;
  const rest = line.slice(headingsIn(line)[0]?.to);
  return /^\s*[：:。]?$/.test(rest);
}
