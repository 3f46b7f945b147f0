import {
  cp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate as cut,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { ifThere } from '../../../electron/services/base/failures.ts';
import { withHost } from '../home.ts';
import type { Trial } from '../part.ts';
import { Broken } from '../works/work.ts';
import type { Tried } from '../kill/process.ts';
import { actOnce, checkAnew, inTurns, type Tries } from './acts.ts';
import { isThereOrTold, whileListening } from './told.ts';

/** All files below a folder. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** FAT knows even seconds, and times of files come back changed after a stick was elsewhere. */
export async function fatTimes(tried: Tried): Promise<number> {
  const TIMES = [0, 3600, -3600];
  for (const shift of TIMES) {
    await withHost(tried.home, async (place) => {
      await mustActTwice(tried, place);
      for (const path of await filesBelow(tried.home.root)) {
        const found = await ifThere(stat(path));
        if (!found) continue;
        const seconds = Math.floor(found.mtimeMs / 2000) * 2 + shift;
        await utimes(path, seconds, seconds).catch(() => undefined);
      }
      await mustActTwice(tried, place);
    });
    await checkAnew(tried);
  }
  return TIMES.length;
}

async function mustActTwice(tried: Tried, place: Parameters<typeof actOnce>[1]): Promise<void> {
  for (let nth = 0; nth < 2; nth += 1) {
    const refused = await actOnce(tried, place);
    if (refused) throw new Broken(refused.message);
  }
}

/** A sync client puts the same content, or what was there before, in the place of every file, while the program runs. */
export async function otherVersions(tried: Tried): Promise<number> {
  const { home, work } = tried;
  let tries = 0;
  const lost: string[] = [];
  for (const which of ['same', 'before'] as const) {
    await withHost(home, async (place) => {
      await mustActTwice(tried, place);
      const before = new Map(
        await Promise.all(
          (await stored(home.root)).map(async (path) => [path, await readFile(path)] as const),
        ),
      );
      if (before.size === 0) throw new Broken('nothing is stored');
      if (which === 'before') await mustActTwice(tried, place);
      for (const [path, bytes] of before) {
        tries += 1;
        if (DOCUMENTS.test(path) && !(await ifThere(readFile(path)))?.equals(bytes)) lost.push(path);
        await writeFile(`${path}.sync`, bytes);
        await rename(`${path}.sync`, path);
      }
      // The first one may still leave what it replaces under the previous name.
      const refused = (await actOnce(tried, place)) ?? (await actOnce(tried, place));
      // The same content is no change; another one is told before anything is written over it.
      if (which === 'same' && refused) throw new Broken(`the same content in its place: ${refused.message}`);
      for (const path of lost) {
        const put = before.get(path);
        const isTold = refused !== undefined && OUTSIDE.includes(refused.failure.code);
        if (!isTold && put && !(await isKept(home.root, put)))
          throw new Broken(`${basename(path)} of another program was written over`);
      }
    });
    if (which === 'same') await checkAnew(tried);
  }
  // What was put back is older than what was acknowledged: it is there, or told. It opens in any case.
  const isAnybodys = WITHOUT_LOCK.includes(work.name);
  await whileListening(home, async (place, told) => {
    const check = () => work.check(place, tried.setup, isAnybodys ? [] : tried.done, tried.begun);
    await isThereOrTold(check, told);
  });
  return tries;
}

/**
 * Documents that one program writes at a time; whatever else there is of a document is made from them or beside them. An import
 * is none: nothing locks it, and whoever opens it is shown what is there.
 */
const DOCUMENTS = /(?:^|\/)(?:assessment|desk|review|year|rollup|campaign-draft)\.json$/;

/** Works on the library and on imports, which nothing locks: what lies there is shown. */
const WITHOUT_LOCK = ['import draft', 'import', 'campaign'];

/** What an edit is refused with where another program has put something else. */
const OUTSIDE = ['changed-outside', 'edit-stale', 'lock-lost'];

/** Whether some file still has these bytes, or has them and goes on. */
async function isKept(root: string, bytes: Buffer): Promise<boolean> {
  for (const path of await filesBelow(root)) {
    const found = await ifThere(stat(path));
    if (found && found.size >= bytes.length && (await readFile(path)).subarray(0, bytes.length).equals(bytes))
      return true;
  }
  return false;
}

const stored = async (root: string): Promise<string[]> =>
  (await filesBelow(root)).filter(
    (path) =>
      /\.jsonl?$/.test(path) &&
      !relative(root, path)
        .split(sep)
        .some((name) => name.startsWith('.')),
  );

/** Bytes between two places where a file is cut. */
const EVERY = 97;

/**
 * Every stored file, cut at every 97th byte: the program starts, and what it then says is what was there, or in words that it
 * is not; nothing is said to be fine that is not, and no byte of what was there is thrown away.
 */
export async function truncate(tried: Tried, { until, found, random }: Trial): Promise<Tries> {
  const { home, work } = tried;
  await withHost(home, (place) => mustActTwice(tried, place));
  const whole = `${home.root}-whole`;
  await cp(home.root, whole, { recursive: true, preserveTimestamps: true });
  let tries = 0;
  const places = (
    await Promise.all(
      (await stored(home.root)).map(async (path) => {
        const { size } = await stat(path);
        return Array.from({ length: Math.ceil(size / EVERY) }, (_, nth) => ({ path, at: nth * EVERY }));
      }),
    )
  ).flat();
  if (places.length === 0) throw new Broken('nothing is stored');
  // Of packages and the like there are many of a kind.
  const kindOf = ({ path }: { path: string }): string =>
    relative(home.root, path).replaceAll(/[0-9a-f-]*\d[0-9a-f-]*/g, '#');
  for (const { path, at } of inTurns(random, places, kindOf)) {
    if (Date.now() >= until()) break;
    tries += 1;
    await rm(home.root, { recursive: true, force: true });
    await cp(whole, home.root, { recursive: true, preserveTimestamps: true });
    await cut(path, at);
    const rest = await readFile(path);
    try {
      await whileListening(home, async (place, told) => {
        const check = async () =>
          work.check(place, tried.setup, tried.done, tried.begun).catch((error: unknown) => {
            // A shorter history is one as well: nobody can tell, and nothing else is made from it.
            const isShorter =
              basename(path) === 'journal.jsonl' && /the journal does not tell/.test(String(error));
            if (!isShorter) throw error;
          });
        const found = await isThereOrTold(check, told);
        // And it can be gone on with, or says in words why not.
        await actOnce({ ...tried, done: [] }, place);
        const isNeeded = told.some((code) => !code.endsWith('-remade'));
        if (found === 'told' && isNeeded && !(await isKept(home.root, rest)))
          throw new Broken(`what was left of the file is gone; told: ${told.join()}`);
      });
    } catch (error) {
      const name = `${path.slice(home.root.length + 1)} cut at ${at}`;
      found({ what: work.name, name, why: String(error), folder: home.root });
    }
  }
  await rm(whole, { recursive: true, force: true });
  return { tries, of: places.length };
}
