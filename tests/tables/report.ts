import { PARTS } from './judge.ts';
import type { Measured } from './measure.ts';

const isExact = ({ verdict }: Measured, parts: readonly (typeof PARTS)[number][] = PARTS): boolean =>
  parts.every((part) => verdict[part].length === 0);

/** A line for each of the first failures. */
export function failuresOf(measured: readonly Measured[], most: number): string[] {
  return measured
    .filter((each) => !isExact(each))
    .slice(0, most)
    .map(({ seed, format, classes, verdict }) => {
      const parts = PARTS.filter((part) => verdict[part].length > 0).map((part) => {
        const [first = '', ...others] = verdict[part];
        return `  ${part}: ${first}${others.length > 0 ? ` (+${others.length})` : ''}`;
      });
      return [`${seed}.${format} ${classes.join(', ')}`, ...parts].join('\n');
    });
}

/** By class and by format: how many tables, and how many of them are exact in each part. The last line has all. */
export function tableOf(measured: readonly Measured[]): string[] {
  const classes = [...new Set(measured.flatMap(({ classes: all }) => all))].sort();
  const formats = [...new Set(measured.map(({ format }) => format))];
  return [
    line('', [
      'tables',
      'taken',
      'tree',
      'items',
      'tree+items',
      'entries',
      'head',
      'cells',
      'sums',
      'sure+wrong',
    ]),
    ...classes.map((name) =>
      countsOf(
        name,
        measured.filter((each) => each.classes.includes(name)),
      ),
    ),
    ...formats.map((name) =>
      countsOf(
        name,
        measured.filter(({ format }) => format === name),
      ),
    ),
    countsOf('all', measured),
  ];
}

function countsOf(name: string, measured: readonly Measured[]): string {
  const exact = (...parts: (typeof PARTS)[number][]) =>
    measured.filter((each) => isExact(each, parts)).length.toString();
  const wrong = measured.reduce((sum, { verdict }) => sum + verdict.sureAndWrong.length, 0);
  return line(name, [
    String(measured.length),
    exact('taken'),
    exact('tree'),
    exact('items'),
    exact('tree', 'items'),
    exact('entries'),
    exact('head'),
    exact('cells'),
    exact('sums'),
    String(wrong),
  ]);
}

const line = (name: string, counts: readonly string[]): string =>
  name.padEnd(28) + counts.map((count) => count.padStart(11)).join('');
