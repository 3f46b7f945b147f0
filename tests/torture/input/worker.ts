import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { type Random, randomOf } from '../../tables/random.ts';
import { methodsOfHandles } from '../disk.ts';
import { extremesIn, makeExtremes } from './extremes.ts';
import { fill, type Known } from './filled.ts';
import { extremesOf, filledOf, handedOf, knownOf, MAKE } from './materials.ts';
import { peakMegabytes } from './memory.ts';
import { alsoTry } from './mutate.ts';
import { sandboxAt, waysOut } from './sandbox.ts';
import { TARGETS } from './targets.ts';
import { Watch } from './watch.ts';

function randomFor(words: string): Random {
  return randomOf(createHash('sha256').update(words).digest().readUInt32LE());
}

/** Nothing here is about a loss of power, and syncing is most of the time that a start of the program takes. */
async function leaveOutSyncs(): Promise<void> {
  const handles = await methodsOfHandles();
  for (const name of ['sync', 'datasync']) handles[name] = () => Promise.resolve();
}

const say = (...line: unknown[]): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? String(error)) : String(error);

async function make([folder = '', ...targets]: string[]): Promise<void> {
  await leaveOutSyncs();
  await makeExtremes(extremesOf(folder), targets);
  const home = { root: filledOf(folder), files: handedOf(folder), remove: () => Promise.resolve() };
  await writeFile(knownOf(folder), JSON.stringify(await fill(home)));
}

/** Mutations `first` to `last` of one target; each by a seed of its own, so that it can be made again. */
async function mutate(args: string[]) {
  const [base = '', materials = '', name = '', seed = '0', first = '0', last = '0', patience = '0'] = args;
  const target = TARGETS.find((each) => each.name === name);
  if (!target) throw new Error(`no target ${name}`);
  await leaveOutSyncs();
  const sandbox = sandboxAt(base);
  alsoTry(waysOut(sandbox.mark));
  const watch = new Watch(sandbox);
  const extremes = extremesIn(extremesOf(materials));
  const known = JSON.parse(await readFile(knownOf(materials), 'utf8')) as Known;
  const laid = { filled: filledOf(materials), handed: handedOf(materials), known };
  const tryOnce = await target.prepare({ ...sandbox, watch, extremes, ...laid });
  watch.begin();
  say('ready');
  const end = Date.now() + Number(patience);
  const isTime = (nth: number): boolean => nth < (target.start ?? 0) || Date.now() < end;
  for (let nth = Number(first); nth < Number(last) && isTime(nth); nth += 1) {
    say('begin', nth, peakMegabytes());
    await tryOnce(randomFor(`${seed}/${name}/${nth}`), nth).catch((error: unknown) =>
      say('broken', nth, stackOf(error)),
    );
    for (const hit of watch.takeHits()) say('broken', nth, hit);
  }
  say('end', peakMegabytes());
  process.exit(0);
}

const [what = '', ...words] = process.argv.slice(2);
if (what === MAKE) await make(words);
else {
  console.error = () => undefined;
  process.on('unhandledRejection', (error) => say('stray', String(error)));
  await mutate([what, ...words]).catch((error: unknown) => {
    say('failed', stackOf(error));
    process.exit(1);
  });
}
