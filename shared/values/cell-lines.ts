/** A line that goes on with the entry above it. */
const INDENT = '　　';

/** Several texts in one cell, a line each; further lines of one text are indented. */
export function toLines(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll('\n', `\n${INDENT}`)).join('\n');
}

export function fromLines(cell: string): string[] {
  return cell
    .split(new RegExp(`\n(?!${INDENT})`))
    .map((line) => line.replaceAll(`\n${INDENT}`, '\n').trim())
    .filter((line) => line !== '');
}

/** Two texts in one line: "文号｜条款". */
export function toPair(first: string, second: string): string {
  return second === '' ? first : `${first}｜${second}`;
}

export function fromPair(line: string): [first: string, second: string] {
  const at = line.search(/[｜|]/);
  return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
