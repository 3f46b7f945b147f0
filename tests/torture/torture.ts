import { mkdir, rm } from 'node:fs/promises';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomOf } from '../tables/random.ts';
import { faults } from './faults/faults.ts';
import { again, input } from './input/input.ts';
import { TARGETS } from './input/targets.ts';
import { kill } from './kill/kill.ts';
import { LONG, type Options, readOptions, USAGE, WrongWord } from './options.ts';
import type { Found, Part } from './part.ts';
import { asMarkdown, type PartReport, type Report } from './report.ts';
import { WORKS } from './works/works.ts';

const works = WORKS.map(({ name }) => name);
/** Their order is part of what a seed means. `share`: of the time, by how long the counts of the long form take. */
const PARTS: readonly { readonly part: Part; readonly rows: readonly string[]; readonly share: number }[] = [
  { part: kill, rows: works, share: 40 },
  { part: input, rows: TARGETS.map(({ name }) => name), share: 36 },
  { part: faults, rows: works, share: 24 },
];

/** Tries to break the program in every way that is known, for so long, and tells what broke. */
async function torture(options: Options): Promise<void> {
  const { minutes, seed, only, out } = options;
  // What the program notes down for whoever supports a user: here it is asked for.
  console.error = () => undefined;
  await mkdir(out, { recursive: true });
  for (const name of NAMES) await rm(join(out, name), { force: true });
  const report: Report = { seed, minutes, parts: [] };
  for (const name of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(name, (error: unknown) => {
      const last = report.parts.at(-1);
      last?.found.push({ what: 'all', name: `the run ended here: ${name}`, why: stackOf(error) });
      write(out, report);
      console.log(asMarkdown(report));
      process.exit(1);
    });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.on(signal, () => {
      write(out, report);
      console.log(
        `${asMarkdown(report)}\nstopped by ${signal}: of the part at work, what it found alone is told`,
      );
      process.exit(code);
    });
  const start = Date.now();
  const chosen = PARTS.filter(({ part }) => only.includes(part.name));
  const whole = chosen.reduce((sum, { share }) => sum + share, 0);
  let gone = 0;
  for (const each of chosen) {
    gone += each.share;
    // What one leaves of its time the next ones have.
    const end = start + (minutes * 60_000 * gone) / whole;
    await runPart(each, options, end, report);
    write(out, report);
  }
  console.log(asMarkdown(report));
  process.exitCode = report.parts.some(({ found }) => found.length > 0) ? 1 : 0;
}

async function runPart(
  each: (typeof PARTS)[number],
  { minutes, seed, what, out }: Options,
  end: number,
  report: Report,
): Promise<void> {
  const { part, rows } = each;
  const wanted = rows.filter((row) => what?.includes(row) ?? true);
  const began = Date.now();
  const told: PartReport = { name: part.name, seconds: 0, rows: [], found: [], least: undefined };
  report.parts.push(told);
  const found = (broken: Found): void => {
    const alike = told.found.filter(({ what: row }) => row === broken.what).length;
    const place = join(out, 'cases', `${seed}-${part.name}-${told.found.length + 1}`);
    const folder = alike < KEPT ? keep(broken, place) : undefined;
    told.found.push({ ...broken, ...(folder === undefined ? {} : { folder }) });
    write(out, report);
    const where = folder === undefined ? '' : `\n        ${folder}`;
    process.stderr.write(
      `BROKEN  ${part.name}: ${broken.what}, ${broken.name}\n        ${broken.why}${where}\n`,
    );
  };
  try {
    told.rows = await part.run({
      wants: (row) => wanted.includes(row),
      seed,
      random: randomOf(seed + PARTS.indexOf(each)),
      until: () => end,
      isLong: minutes >= LONG,
      count: (long) => {
        told.least = Math.ceil((long * wanted.length) / rows.length);
        return minutes >= LONG ? told.least : Infinity;
      },
      found,
    });
  } catch (error) {
    found({ what: 'all', name: 'the part ended here', why: stackOf(error) });
  }
  told.seconds = Math.round((Date.now() - began) / 1000);
  const tries = told.rows.reduce((sum, row) => sum + row.tries, 0);
  // In a short run of all there may be no time for a row; one that was asked for is not passed over.
  if (minutes >= LONG || what !== undefined)
    for (const row of told.rows.filter(({ tries: each }) => each === 0))
      found({ what: row.what, name: 'nothing', why: 'was not tried at all' });
  if (tries === 0 && wanted.length > 0) found({ what: 'all', name: 'nothing', why: 'was not tried at all' });
  if (minutes >= LONG && told.least !== undefined && tries < told.least)
    found({ what: 'all', name: 'the count', why: `not reached: ${tries} of ${told.least}` });
}

/** Of one row, the data folders of so many found cases are kept. */
const KEPT = 3;

/** As it is at this moment: the work goes on in it, or it is removed. Answers where; undefined where there is nothing. */
function keep({ folder }: Found, to: string): string | undefined {
  if (folder === undefined) return undefined;
  try {
    rmSync(to, { recursive: true, force: true });
    cpSync(folder, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    return to;
  } catch (error) {
    return `not kept: ${String(error)}`;
  }
}

const NAMES = ['torture.json', 'torture.md'] as const;

/** At once: it may be the last thing that is done. */
function write(out: string, report: Report): void {
  writeFileSync(join(out, NAMES[0]), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(out, NAMES[1]), asMarkdown(report));
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? String(error)) : String(error);

/** Says whether it breaks again. */
async function tryAgain(wanted: NonNullable<Options['again']>, out: string): Promise<void> {
  const folder = join(out, `again-${Date.now()}`);
  const isBroken = await again(folder, wanted, (line) => console.log(line));
  console.log(isBroken ? 'breaks again' : 'does not break', folder);
  process.exitCode = isBroken ? 1 : 0;
}

try {
  const rows = PARTS.map(({ part, rows: each }) => [part.name, each]);
  const options = readOptions(
    process.argv.slice(2),
    Object.fromEntries(rows) as Record<string, readonly string[]>,
  );
  if (!options) console.log(USAGE);
  else if (options.again) await tryAgain(options.again, options.out);
  else await torture(options);
  // Whatever hangs is waited for no longer.
  process.exit();
} catch (error) {
  if (!(error instanceof WrongWord)) throw error;
  process.stderr.write(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
