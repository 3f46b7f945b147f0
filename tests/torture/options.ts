import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Minutes in which all of the counts are reached on a small machine. */
export const LONG = 40;

export const USAGE = `usage: npm run torture -- [--minutes N] [--seed N] [--only PART,PART] [--what ROW,ROW] [--out FOLDER]
       npm run torture -- --again ROW/SEED/N [--out FOLDER]
  --minutes N           for so long (${LONG}), besides building and what is made beforehand; from ${LONG} on the counts of
                        the long form must be reached
  --seed N              a whole number: the same choices as another run
  --only PART,PART      kill, input, faults
  --what ROW,ROW        of the table, these alone; each must be tried
  --again ROW/SEED/N    of input, one mutation once more, after those that its process tried before it; what was read
                        stays in FOLDER. Exit code 1 where it breaks again, 0 where it does not
  --out FOLDER          for torture.json and torture.md, and the data folder of each found case of kill and faults, in
                        cases (dist/torture)
Exit code 0 where nothing broke, 1 where something did, 2 for a word that is not known, 130 where it was stopped (Ctrl-C).
`;

/** A word that is not known; its message is one line. */
export class WrongWord extends Error {}

export interface Options {
  readonly minutes: number;
  readonly seed: number;
  readonly only: readonly string[];
  /** Undefined: all rows. */
  readonly what: readonly string[] | undefined;
  readonly again: { readonly what: string; readonly seed: number; readonly nth: number } | undefined;
  readonly out: string;
}

/** The rows of each part, by its name; undefined where the usage is asked for. Throws WrongWord. */
export function readOptions(
  args: readonly string[],
  rowsOf: Readonly<Record<string, readonly string[]>>,
): Options | undefined {
  const values = parsed(args);
  if (values.help) return undefined;
  const beside = (['only', 'what', 'minutes', 'seed'] as const).find((name) => values[name] !== undefined);
  if (values.again !== undefined && beside) throw new WrongWord(`--again and --${beside}: one or the other`);
  const only = among('part', values.only, Object.keys(rowsOf)) ?? Object.keys(rowsOf);
  const rows = only.flatMap((name) => rowsOf[name] ?? []);
  const minutes = Number(values.minutes ?? LONG);
  if (!(minutes > 0 && minutes < Infinity) || values.minutes?.trim() === '')
    throw new WrongWord(`--minutes ${values.minutes}: not a number above 0`);
  return {
    minutes,
    seed: values.seed === undefined ? Date.now() % 1_000_000 : whole('--seed', values.seed),
    only,
    what: among('row', values.what, rows),
    again: values.again === undefined ? undefined : againOf(values.again, rowsOf.input ?? []),
    out: folderOf(values.out ?? join(import.meta.dirname, 'torture')),
  };
}

const TEXTS = ['minutes', 'seed', 'only', 'what', 'again', 'out'] as const;

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: withNegative(args),
      options: {
        ...{ minutes: text, seed: text, only: text, what: text, again: text, out: text },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [, option = ''] = /'(-[\w-]*)/.exec(error.message) ?? [];
    const isKnown = TEXTS.some((name) => option === `--${name}`);
    throw new WrongWord(
      isKnown ? `${option}: nothing is said behind it` : (error.message.split(/[.\n]/)[0] ?? ''),
    );
  }
}

/** A number below 0 behind a word is its value, and no word of its own. */
function withNegative(args: readonly string[]): string[] {
  return args.flatMap((word, index) => {
    const isValue = (at: number): boolean =>
      /^-\d/.test(args[at] ?? '') && TEXTS.some((name) => args[at - 1] === `--${name}`);
    if (isValue(index)) return [];
    return isValue(index + 1) ? [`${word}=${args[index + 1]}`] : [word];
  });
}

/** It, or what of it is there already, is a folder that can be written in. */
function folderOf(out: string): string {
  let at = resolve(out);
  while (!existsSync(at)) at = dirname(at);
  if (!statSync(at).isDirectory()) throw new WrongWord(`--out ${out}: ${at} is not a folder`);
  try {
    accessSync(at, constants.W_OK);
  } catch {
    throw new WrongWord(`--out ${out}: ${at} cannot be written in`);
  }
  return out;
}

function among(what: string, words: string | undefined, known: readonly string[]): string[] | undefined {
  if (words === undefined) return undefined;
  const all = words.split(',').map((each) => each.trim());
  const unknown = all.find((each) => !known.includes(each));
  if (unknown !== undefined) throw new WrongWord(`no ${what} "${unknown}": there are ${known.join(', ')}`);
  return all;
}

function whole(what: string, word: string): number {
  const number = Number(word);
  if (!/^\d+$/.test(word) || !Number.isSafeInteger(number))
    throw new WrongWord(`${what} ${word}: not a whole number`);
  return number;
}

function againOf(word: string, rows: readonly string[]): NonNullable<Options['again']> {
  const [what = '', seed, nth, ...more] = word.split('/');
  if (seed === undefined || nth === undefined || more.length > 0)
    throw new WrongWord(`--again ${word}: not ROW/SEED/N`);
  among('row of input', what, rows);
  return { what, seed: whole('--again: the seed', seed), nth: whole('--again: the number', nth) };
}
