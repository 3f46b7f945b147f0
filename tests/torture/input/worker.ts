import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Random, randomOf } from '../../tables/random.ts';
import { Broken } from '../works/work.ts';
import { BATCH, TARGETS } from './targets.ts';

/** Milliseconds after which no further one is begun: of what takes long there are fewer. */
const PATIENCE = 12_000;

/** Everything that lies beside the folders that are read and written: nothing else may come there. */
async function around(folder: string): Promise<string> {
  return (await readdir(folder)).sort().join('/');
}

function randomFor(words: string): Random {
  return randomOf(createHash('sha256').update(words).digest().readUInt32LE());
}

/** Mutations `first` to `last` of one target; each by a seed of its own, so that it can be made again. */
async function mutate([root = '', files = '', name = '', seed = '0', first = '0', last = '0']: string[]) {
  const say = (...line: unknown[]): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
  const target = TARGETS.find((each) => each.name === name);
  if (!target) throw new Error(`no target ${name}`);
  const home = { root, files, remove: () => Promise.resolve() };
  const batch = Math.floor(Number(first) / BATCH);
  const tryOnce = await target.prepare(home, randomFor(`${seed}/${name}/from ${batch}`));
  const before = await around(dirname(root));
  say('ready');
  const end = Date.now() + PATIENCE;
  for (let nth = Number(first); nth < Number(last) && Date.now() < end; nth += 1) {
    say('begin', nth);
    try {
      await tryOnce(randomFor(`${seed}/${name}/${nth}`));
      const after = await around(dirname(root));
      if (after !== before) throw new Broken(`something was written outside: ${after}`);
    } catch (error) {
      say('broken', nth, error instanceof Error ? (error.stack ?? String(error)) : String(error));
    }
  }
  say('end', process.resourceUsage().maxRSS / 1024);
  process.exit(0);
}

console.error = () => undefined;
process.on('unhandledRejection', (error) => {
  process.stdout.write(`${JSON.stringify(['stray', String(error)])}\n`);
});
void mutate(process.argv.slice(2)).catch((error: unknown) => {
  process.stdout.write(
    `${JSON.stringify(['failed', error instanceof Error ? error.stack : String(error)])}\n`,
  );
  process.exit(1);
});
