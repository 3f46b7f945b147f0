import { relative } from 'node:path';
import { type Asked, watchDisk } from '../disk.ts';
import { withHost } from '../home.ts';
import type { Place } from '../works/work.ts';
import { WORKS } from '../works/works.ts';
import { typed } from './words.ts';

/** Of so many acts one begins with words that the page keeps until it is done. */
const TYPED_EVERY = 2;

/** What is asked of the disk, without what is another one each time. */
function kindOf({ what, path, to }: Asked, root: string): string | undefined {
  const where = relative(root, to ?? path);
  return where.startsWith('..') ? undefined : `${what} ${where.replaceAll(/[0-9a-f-]*\d[0-9a-f-]*/g, '#')}`;
}

/**
 * Does one work again and again until it is killed: by whoever started it, or by itself at the `nth` time that it asks this
 * kind of thing of the disk ('': never), in the middle of a write. Says each begin and each end, with what it was answered,
 * and each kind of thing that it asks of the disk.
 */
async function workOn([
  root = '',
  files = '',
  name = '',
  setup = '',
  first = '1',
  dieAt = '',
  times = '1',
]: string[]) {
  const work = WORKS.find((each) => each.name === name);
  if (!work) throw new Error(`no work ${name}`);
  const say = (...line: unknown[]): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
  const keep = async ({ client }: Place, nth: number): Promise<void> => {
    say('keep', nth);
    await client.ask('keepWords', typed(nth));
    say('kept', nth);
  };
  await withHost({ root, files, remove: () => Promise.resolve() }, async (place) => {
    await place.client.ask('listAssessments', {});
    const asked = new Set<string>();
    let left = Number(times);
    await watchDisk(async (each) => {
      const kind = kindOf(each, root);
      if (kind === undefined) return;
      if (!asked.has(kind)) say('asked', kind);
      asked.add(kind);
      if (kind !== dieAt || (left -= 1) !== 0) return;
      await each.half?.();
      process.kill(process.pid, 'SIGKILL');
    });
    say('ready');
    for (let nth = Number(first); ; nth += 1) {
      const isTyped = nth % TYPED_EVERY === 0;
      if (isTyped) await keep(place, nth);
      say('begin', nth);
      say('done', nth, await work.act(place, JSON.parse(setup), nth));
      if (isTyped) await keep(place, 0);
    }
  });
}

void workOn(process.argv.slice(2)).catch((error: unknown) => {
  process.stdout.write(`${JSON.stringify(['failed', String(error)])}\n`);
  process.exit(1);
});
