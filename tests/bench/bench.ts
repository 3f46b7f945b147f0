import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { largeFolder, largeSheet } from './data.ts';
import { type Command, measure, type Measured } from './measure.ts';

const RUNS = 3;
const dist = resolve(import.meta.dirname, '..');

interface Scenario {
  readonly name: string;
  readonly against: string;
  readonly ours: readonly Command[];
  readonly theirs: readonly Command[];
  /** Files that must be gone before each run. */
  readonly results?: readonly string[];
}

const home = await mkdtemp(join(tmpdir(), 'biaobing-bench-'));
try {
  await main();
} finally {
  await rm(home, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const { folder, sources, video } = await largeFolder(home);
  const sheet = await largeSheet(home);
  const at = (name: string): string => join(home, name);
  const cli = (...args: string[]): Command => ({
    program: process.execPath,
    args: [join(dist, 'cli.mjs'), ...args],
  });
  const task = (...args: string[]): Command => ({
    program: process.execPath,
    args: [join(dist, 'bench/task.mjs'), ...args],
    timesItself: true,
  });
  const tool = (program: string, ...args: string[]): Command => ({ program, args, cwd: home });
  const files = (await readdir(sources)).map((name) => join(sources, name));
  const sums = { ...tool('sha256sum', '-c', '--quiet', at('sources.sha256')), cwd: sources };

  print(
    `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${today()}`,
  );
  print('');
  print('| scenario | against | ours | theirs | ratio | our peak MB | their peak MB |');
  print('| --- | --- | ---: | ---: | ---: | ---: | ---: |');
  const scenarios: Scenario[] = [
    {
      name: 'export 300 MB of evidence (with fsync, reopening and verifying)',
      against: '`zip -q -r -0`, `sha256sum`',
      ours: [cli('export', folder, '--draft', '--out', at('package.zip'))],
      theirs: [tool('zip', '-q', '-r', '-0', at('plain.zip'), 'sources'), tool('sha256sum', ...files)],
      results: ['package.zip', 'plain.zip'],
    },
    {
      name: 'verify the package',
      against: '`unzip -tq`, `sha256sum -c`',
      ours: [cli('verify', at('package.zip'))],
      theirs: [tool('unzip', '-tq', at('package.zip')), sums],
    },
    {
      name: 'open the package (verify, unpack, hash, fsync)',
      against: '`unzip -q`',
      ours: [cli('open', at('package.zip'), '--out', at('opened'))],
      theirs: [tool('unzip', '-q', at('package.zip'), '-d', at('unzipped'))],
      results: ['opened', 'unzipped'],
    },
    {
      name: 'ingest a 200 MB file (hash, copy, fsync)',
      against: '`cp`, `sha256sum`',
      ours: [task('ingest', home, video)],
      theirs: [tool('cp', video, at('copy.mp4')), tool('sha256sum', video)],
      results: ['copy.mp4'],
    },
    {
      name: 'save an assessment of 2,000 items (fsync, previous copy)',
      against: "lowdb's JSONFile (no fsync)",
      ours: [task('save', home)],
      theirs: [task('save-lowdb', home)],
    },
    {
      name: 'workbook of 2,000 items (styles, formulas, links)',
      against: '@e965/xlsx, the same cells plain',
      ours: [task('workbook', home, '2000')],
      theirs: [task('workbook-xlsx', home, '2000')],
    },
    {
      name: 'read a sheet of 100,000 strings (sizes checked first)',
      against: '@e965/xlsx, its `read` alone',
      ours: [task('read', home, sheet)],
      theirs: [task('read-xlsx', home, sheet)],
    },
    {
      name: 'score 2,000 items, once',
      against: '4 × 500 items (1.0 = linear)',
      ours: [task('score', home, '2000')],
      theirs: Array.from({ length: 4 }, () => task('score', home, '500')),
    },
  ];
  for (const scenario of scenarios) print(await row(scenario));
}

/** Ours and theirs by turns, so that a busy moment of the machine meets both. */
async function row({ name, against, ours, theirs, results = [] }: Scenario): Promise<string> {
  const own: Measured[] = [];
  const other: Measured[] = [];
  let missing = '';
  for (let run = 0; run < RUNS; run += 1) {
    for (const result of results) await rm(join(home, result), { recursive: true, force: true });
    own.push(await measure(ours));
    try {
      other.push(await measure(theirs));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      missing = `${theirs.map(({ program }) => program).join(' or ')} is not installed`;
    }
  }
  const time = median(own.map(({ milliseconds }) => milliseconds));
  const theirTime = median(other.map(({ milliseconds }) => milliseconds));
  const ratio = missing === '' ? `**${(time / theirTime).toFixed(2)}**` : 'n/a';
  const cells = [
    name,
    missing === '' ? against : missing,
    show(time),
    missing === '' ? show(theirTime) : 'n/a',
    ratio,
    peak(own),
    peak(other),
  ];
  return `| ${cells.join(' | ')} |`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function show(milliseconds: number): string {
  return milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${milliseconds.toFixed(1)} ms`;
}

function peak(runs: readonly Measured[]): string {
  const known = runs.map(({ megabytes }) => megabytes).filter((value) => value !== undefined);
  return known.length === 0 ? 'n/a' : median(known).toFixed(0);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
