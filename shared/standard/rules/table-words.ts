import { fromLines, toLines } from '../../values/cell-lines.ts';
import { showPoints } from '../../values/points.ts';
import { type NumberForm, writtenPoints } from '../../values/typed-number.ts';
import type { Json } from './kind.ts';
import type { PlainOption } from './parts.ts';

/** A sentence for the person who wrote the cell. */
export class WordsError extends Error {}

const OPTION = /^(?:\[(.+?)\]\s*)?([^：:]+?)\s*分\s*[：:]\s*([\s\S]+)$/;

/** A number in a cell, as the standard's file holds it. Throws a WordsError. */
export function pointsFromWords(text: string, form: NumberForm = {}): string {
  const read = writtenPoints(text, form);
  if ('problem' in read) throw new WordsError(`“${text}”不能作为数字：${read.problem}`);
  return read.text;
}

/** Options, one a line: "[1] 3分：制度健全". */
export function optionWords(options: readonly PlainOption[]): string {
  return toLines(options.map(({ code, label, points }) => `[${code}] ${showPoints(points)}分：${label}`));
}

/** Throws a WordsError. */
export function optionsFromWords(words: string): Json[] {
  const options = fromLines(words).map((line, index) => {
    const match = OPTION.exec(line);
    if (!match) throw new WordsError(`“${line}”应写成“5分：情形”，一行一种`);
    const [, code = String(index + 1), points = '', label] = match;
    return { code, points: pointsFromWords(points), label };
  });
  if (options.length === 0) throw new WordsError('没有写规则内容，应写成“5分：情形”，一行一种');
  return options;
}

/** What stands behind "name：" in one of the lines. */
export function namedValue(lines: readonly string[], name: string): string | undefined {
  const line = lines.find((one) => one.startsWith(name));
  return line
    ?.slice(name.length)
    .replace(/^[：:]/, '')
    .trim();
}

/** The same, as a number in the unit; throws a WordsError. */
export function namedPoints(lines: readonly string[], name: string, unit: string): string | undefined {
  const text = namedValue(lines, name);
  return text === undefined ? undefined : pointsFromWords(text, { units: [unit] });
}
