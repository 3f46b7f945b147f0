import type { Found, Row } from './part.ts';

export interface Report {
  readonly seed: number;
  readonly minutes: number;
  readonly parts: {
    readonly name: string;
    readonly seconds: number;
    readonly rows: readonly Row[];
    readonly found: readonly Found[];
  }[];
}

export function asMarkdown({ seed, minutes, parts }: Report): string {
  const lines = parts.flatMap(({ name, rows, found, seconds }) => [
    ...rows.map(
      ({ what, tries, note }) => `| ${name} | ${what} | ${tries} | ${broken(found, what)} | ${note} |`,
    ),
    `| ${name} | all | ${rows.reduce((sum, { tries }) => sum + tries, 0)} | ${found.length} | ${seconds} s |`,
  ]);
  const cases = parts.flatMap(({ name, found }) =>
    found.map((each) => `- ${name}: ${each.what}, ${each.name}: ${each.why}`),
  );
  return [
    `seed ${seed}, ${minutes} minutes`,
    '',
    '| part | what | tries | broken | |',
    '| --- | --- | ---: | ---: | --- |',
    ...lines,
    ...(cases.length > 0 ? ['', ...cases] : []),
    '',
  ].join('\n');
}

function broken(found: readonly Found[], what: string): number {
  return found.filter((each) => each.what === what).length;
}
