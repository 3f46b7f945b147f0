import type { Found, Row } from './part.ts';

export interface PartReport {
  readonly name: string;
  seconds: number;
  rows: readonly Row[];
  readonly found: Found[];
  /** Tries of the long form, for the rows that were wanted; undefined where it has no count. */
  least: number | undefined;
}

export interface Report {
  readonly seed: number;
  readonly minutes: number;
  readonly parts: PartReport[];
}

export function asMarkdown({ seed, minutes, parts }: Report): string {
  const lines = parts.flatMap(({ name, rows, found, seconds, least }) => {
    const tries = rows.reduce((sum, row) => sum + row.tries, 0);
    const notes = [`${seconds} s`, ...(least === undefined ? [] : [countOf(tries, least)])];
    return [
      ...rows.map(
        (row) =>
          `| ${name} | ${row.what} | ${row.tries} | ${broken(found, row.what)} | ${row.tries === 0 ? 'NOT TRIED' : row.note} |`,
      ),
      `| ${name} | all | ${tries} | ${found.length} | ${notes.join(', ')} |`,
    ];
  });
  const cases = parts.flatMap(({ name, found }) =>
    found.map((each) => `- ${name}: ${each.what}, ${each.name}: ${each.why}`),
  );
  return [
    `seed ${seed}, ${minutes} minutes. With \`--seed ${seed}\` every row of input tries the same again, by number, as far as`,
    'its time goes; kill and faults choose the same, but the moment at which they meet the program is of the machine.',
    '',
    '| part | what | tries | broken | |',
    '| --- | --- | ---: | ---: | --- |',
    ...lines,
    ...(cases.length > 0 ? ['', ...cases] : []),
    '',
  ].join('\n');
}

const countOf = (tries: number, least: number): string =>
  tries < least ? `not reached: ${tries} of ${least}` : `${least} reached`;

function broken(found: readonly Found[], what: string): number {
  return found.filter((each) => each.what === what).length;
}
