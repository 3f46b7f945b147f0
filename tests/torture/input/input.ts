import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { type Home, makeHome } from '../home.ts';
import type { Part, Row, Trial } from '../part.ts';
import { BATCH, type Target, TARGETS } from './targets.ts';

/** Processes at once. */
const LANES = 2;
/** Milliseconds after which one of them hangs. */
const HANGS = 30_000;
/** Of all together in a long run. */
const LONG = 20_000;

export const input: Part = {
  name: 'input',
  run: async (trial) => {
    const targets = TARGETS.filter(({ name }) => trial.wants(name));
    const rows = new Map(targets.map(({ name }) => [name, { tries: 0, peak: 0 }]));
    const seed = trial.random.int(1, 1_000_000_000);
    let all = 0;
    let turn = 0;
    const lane = async (): Promise<void> => {
      while (Date.now() < trial.until() && all < trial.count(LONG)) {
        const target = targets[turn % targets.length];
        if (!target) return;
        const first = Math.floor(turn / targets.length) * BATCH;
        turn += 1;
        const { tries, peak } = await runBatch(target, trial, { seed, first });
        all += tries;
        const row = rows.get(target.name);
        if (row) Object.assign(row, { tries: row.tries + tries, peak: Math.max(row.peak, peak) });
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return [...rows].map(([what, { tries, peak }]): Row => ({
      what,
      tries,
      note: `peak ${Math.round(peak)} MB, seed ${seed}`,
    }));
  },
};

interface Batch {
  readonly seed: number;
  readonly first: number;
}

function start(
  { root, files }: Pick<Home, 'root' | 'files'>,
  name: string,
  { seed, first, last }: Batch & { last: number },
) {
  const args = [root, files, name, seed, first, last].map(String);
  const script = join(import.meta.dirname, 'torture-input.mjs');
  return spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
}

/** One mutation once more, as the table names it: what was read is left in `folder`, what came of it is said. */
export async function again(
  folder: string,
  [name = '', seed = '', nth = '']: readonly string[],
): Promise<string> {
  const [root, files] = [join(folder, '标兵自评'), join(folder, '文件')];
  for (const each of [root, files]) await mkdir(each, { recursive: true });
  const child = start({ root, files }, name, {
    seed: Number(seed),
    first: Number(nth),
    last: Number(nth) + 1,
  });
  return await text(child.stdout);
}

/** In a process of its own. */
async function runBatch(target: Target, { found }: Trial, { seed, first }: Batch) {
  const home = await makeHome();
  const child = start(home, target.name, { seed, first, last: first + BATCH });
  let nth = first - 1;
  let peak = 0;
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;
  const broken = (why: string): void =>
    found({ what: target.name, name: `seed ${seed}, mutation ${nth}`, why });
  const watch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        broken(`hangs for ${HANGS / 1000} s`);
        child.kill('SIGKILL');
      },
      HANGS * (nth < first ? 4 : 1),
    );
  };
  watch();
  createInterface({ input: child.stdout }).on('line', (line) => {
    watch();
    const [what, number, why] = JSON.parse(line) as [string, unknown, unknown];
    if (what === 'begin') nth = Number(number);
    if (what === 'broken') broken(String(why));
    if (what === 'stray') broken(`a rejection that nobody heard: ${String(number)}`);
    if (what === 'failed') broken(String(number));
    if (what === 'end') [isEnded, peak] = [true, Number(number)];
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (...ended) => resolve(ended)),
  );
  clearTimeout(timer);
  if (!isEnded && signal !== 'SIGKILL') broken(`the process ended with ${code ?? signal}`);
  if (peak > target.megabytes) broken(`took ${Math.round(peak)} MB, ${target.megabytes} at most`);
  await home.remove();
  return { tries: nth - first + 1, peak };
}
