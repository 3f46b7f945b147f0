import { fromLines, toLines } from '../../values/cell-lines.ts';
import { showPoints } from '../../values/points.ts';
import type { Json } from './kind.ts';
import type { PlainOption } from './parts.ts';

/** A sentence for the person who wrote the cell. */
export class WordsError extends Error {}

export const NUMBER = String.raw`\d+(?:\.\d{1,2})?`;
const OPTION = new RegExp(String.raw`^(?:\[(.+?)\]\s*)?(${NUMBER})\s*分\s*[：:]\s*([\s\S]+)$`);

/** Options, one a line: "[1] 3分：制度健全". */
export function optionWords(options: readonly PlainOption[]): string {
  return toLines(options.map(({ code, label, points }) => `[${code}] ${showPoints(points)}分：${label}`));
}

/** Throws a WordsError. */
export function optionsFromWords(words: string): Json[] {
  const options = fromLines(words).map((line, index) => {
    const match = OPTION.exec(line);
    if (!match) throw new WordsError(`“${line}”应写成“5分：情形”，一行一种`);
    const [, code = String(index + 1), points, label] = match;
    return { code, points, label };
  });
  if (options.length === 0) throw new WordsError('没有写规则内容，应写成“5分：情形”，一行一种');
  return options;
}

/** What stands behind "name：" in one of the lines, without its unit. */
export function namedValue(lines: readonly string[], name: string, unit: string): string | undefined {
  const line = lines.find((one) => one.startsWith(name));
  const text = line
    ?.slice(name.length)
    .replace(/^[：:]/, '')
    .trim();
  return text === undefined || unit === '' || !text.endsWith(unit)
    ? text
    : text.slice(0, -unit.length).trim();
}
