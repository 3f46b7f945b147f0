import { advice, type CaseFinding } from '../finding.ts';
import type { CaseText, Line } from '../text.ts';

/** 案例一, 【案例2】, with or without a title behind it. */
const NUMBERED =
  /^[【[（(]?(?:典型)?案例之?(?<number>[一二三四五六七八九十]{1,3}|\p{Nd}{1,2})(?:[】\]）)]|[：:、.．\s]|$)/u;
/** Lines of text that each of several cases has at least; a list of cases is none. */
const LEAST_LINES = 2;

/** Several cases in one text: one is counted, checked and marked. Ours: the notice only asks for so many cases. */
export function checkSeveral({ lines }: CaseText): CaseFinding[] {
  const begun = lines.flatMap((line, index): { line: Line; index: number; number: string }[] => {
    const { number } = NUMBERED.exec(line.text)?.groups ?? {};
    return number === undefined ? [] : [{ line, index, number }];
  });
  const whole = begun.filter(({ index }, at) => (begun[at + 1]?.index ?? lines.length) - index > LEAST_LINES);
  const [, second] = whole;
  const { size } = new Set(whole.map(({ number }) => number));
  if (!second || size < 2) return [];
  const message = `这里像是又一篇案例：文稿里有${size}篇，字数和检查都按一篇算，请一篇一个文件`;
  return [advice(second.line, { code: 'several-cases', message, source: '本软件' })];
}
