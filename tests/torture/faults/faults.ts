import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import type { DocumentName, DocumentRef } from '../../../shared/contract/contract.ts';
import { assessmentRef, reviewRef } from '../../unit/documents.ts';
import { randomOf } from '../../tables/random.ts';
import { Client, Refused } from '../client.ts';
import { checkGivenUp, makeHome, withHost } from '../home.ts';
import { type Tried, workUntilKilled } from '../kill/process.ts';
import type { Part, Trial } from '../part.ts';
import { type AnyWork, Broken, type Place } from '../works/work.ts';
import { WORKS } from '../works/works.ts';
import { actOnce, checkAnew, mustAct, type Tries } from './acts.ts';
import { fatTimes, otherVersions, truncate } from './files.ts';
import { whilePowerMayFail } from './power.ts';
import { refusingDisk } from './refusing-disk.ts';

/** Disks, clocks, other programs and other windows that do not do what a program expects. */
export const faults: Part = {
  name: 'faults',
  run: async (trial) => {
    const works = WORKS.filter(({ name }) => trial.wants(name));
    const counts = new Map(works.map(({ name }) => [name, new Map<string, Tries>()]));
    const pairs = works.flatMap((work) => Object.keys(FAULTS).map((name) => ({ work, name })));
    const began = Date.now();
    const half = began + (trial.until() - began) * (trial.isLong ? ONCE.long : ONCE.short);
    const once = pairs.filter(({ name }) => !(name in STEPPED));
    const stepped = pairs.filter(({ name }) => name in STEPPED);
    const tryFor = async (order: readonly Pair[], endOf: (index: number) => number): Promise<void> => {
      for (const [index, { work, name }] of order.entries()) {
        const end = endOf(index);
        // In a short run, as many of them as there is time for.
        if (Date.now() >= end) {
          if (trial.isLong) trial.found({ what: work.name, name, why: 'was not tried: no time was left' });
          continue;
        }
        // Its choices do not hang on how far another one came.
        const random = randomOf(
          trial.seed + FIRST + pairs.findIndex((each) => each.work === work && each.name === name),
        );
        counts.get(work.name)?.set(name, await tryWork(work, name, { ...trial, random, until: () => end }));
      }
    };
    const chance = trial.random.some(once, once.length);
    // Each work has its turn before any has a second one.
    const firsts = works.flatMap((work) => chance.find((each) => each.work === work) ?? []);
    await tryFor([...new Set([...firsts, ...chance])], () => half);
    const order = trial.random.some(stepped, stepped.length);
    await tryFor(order, (index) => {
      const weights = order.slice(index).map(({ name }) => STEPPED[name] ?? 1);
      const [now, end] = [Date.now(), trial.until()];
      const share = ((end - now) * (weights[0] ?? 1)) / weights.reduce((sum, each) => sum + each, 0);
      return Math.min(end, now + Math.max(share, SHORTEST));
    });
    return [...counts].map(([what, each]) => ({
      what,
      tries: [...each.values()].reduce((sum, { tries }) => sum + tries, 0),
      note: [...each]
        .map(([name, { tries, of }]) => `${name} ${tries}${of === undefined ? '' : ` of ${of}`}`)
        .join(', '),
    }));
  },
};

/** These have steps, and go on until their share of what is left is over, by weight; the others are done once, before. */
const STEPPED: Readonly<Record<string, number>> = { 'refusing disk': 2, truncation: 1 };
/** Of the time, what is for those that are done once, at most. */
const ONCE = { short: 0.5, long: 0.75 };
/** Milliseconds without which a row with steps is hardly begun. */
const SHORTEST = 4000;

/** From here on the seeds of pairs: those before are other parts'. */
const FIRST = 1000;

interface Pair {
  readonly work: AnyWork;
  readonly name: string;
}

type Fault = (tried: Tried, trial: Trial) => Promise<number | Tries>;

const FAULTS: Readonly<Record<string, Fault>> = {
  'two programs': twoPrograms,
  'two tabs': twoTabs,
  clocks,
  'folder away': folderAway,
  'loss of power': lossOfPower,
  'coarse times': fatTimes,
  'other versions': otherVersions,
  'refusing disk': refusingDisk,
  truncation: truncate,
};

async function tryWork(work: AnyWork, name: string, trial: Trial): Promise<Tries> {
  const home = await makeHome();
  try {
    const setup = await withHost(home, (place) => work.prepare(place));
    const tried = (await FAULTS[name]?.({ work, home, setup, done: [], begun: 0 }, trial)) ?? 0;
    await checkGivenUp(home);
    return typeof tried === 'number' ? { tries: tried } : tried;
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? '') : String(error);
    trial.found({ what: work.name, name, why, folder: home.root });
    return { tries: 1 };
  } finally {
    await home.remove();
  }
}

async function twoPrograms(tried: Tried): Promise<number> {
  const { home } = tried;
  for (let nth = 0; nth < 3; nth += 1) {
    await withHost(home, async (place) => {
      await mustAct(tried, place, 'the first program');
      await besideAnother(tried);
      await mustAct(tried, place, 'the first program, after a second one was killed');
    });
    await checkAnew(tried);
  }
  return 3;
}

/** Works on what one program keeps open. */
const HELD = [
  'edit',
  'attach',
  'export',
  'review',
  'merge review',
  'merge',
  'campaign draft',
  'year',
  'rollup',
];

/** A second program is refused what the first one has open, or makes something of its own; then it is killed. */
async function besideAnother(tried: Tried): Promise<void> {
  const before = tried.done.length;
  const refused = await workUntilKilled(tried, { dieAt: 0, after: 600 });
  if (refused !== undefined && !/: (?!internal)[\w-]+: \p{Script=Han}/u.test(refused))
    throw new Broken(refused);
  if (HELD.includes(tried.work.name) && tried.done.length > before)
    throw new Broken('a second program wrote what the first one has open');
}

async function twoTabs(tried: Tried): Promise<number> {
  const { home } = tried;
  await withHost(home, async (place) => {
    const other = { ...place, client: new Client(place.client.host, 'another') };
    for (let nth = 0; nth < 5; nth += 1) {
      await Promise.all([actOnce(tried, place), actOnce(tried, other)]);
      await mustAct(tried, other, 'the other tab');
      await onOneThing(tried, place, other);
    }
  });
  // Which of two that were at work at once was the last is not said.
  tried.begun += 1;
  await checkAnew(tried);
  return 5;
}

/** Two edits of the same, each made on what both tabs showed: the second one is refused. */
async function onOneThing(tried: Tried, place: Place, other: Place): Promise<void> {
  const edits = EDITS[tried.work.name];
  if (!edits) return;
  const [first, second] = [tried.begun + 1, tried.begun + 2];
  const { ref } = edits(tried.setup, first);
  const { value } = await place.client.open(ref);
  tried.begun = second;
  await place.client.editOn(value, ref, edits(tried.setup, first).edit);
  // Of works whose acts are such edits.
  if (typeof tried.done[0] === 'number') tried.done.push(first);
  const written = await other.client.editOn(value, ref, edits(tried.setup, first, second).edit).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refused && error.failure.code === 'edit-stale') return false;
      throw error;
    },
  );
  if (written) throw new Broken('an edit was written over that its page had not shown');
}

interface NumberedEdit {
  readonly ref: DocumentRef<DocumentName>;
  readonly edit: unknown;
}

/** Of documents with one place for all numbers: what puts `nth` where `at` goes. */
const EDITS: Readonly<Record<string, (setup: unknown, at: number, nth?: number) => NumberedEdit>> = {
  edit: (setup, at, nth = at) => {
    const { id, codes } = setup as { id: string; codes: string[] };
    const code = codes[at % codes.length];
    return { ref: assessmentRef(id), edit: { kind: 'setReason', code, reason: `第${nth}次` } };
  },
  review: (setup, at, nth = at) => ({
    ref: reviewRef(setup as { deskId: string; key: string }),
    edit: { kind: 'setConclusion', conclusion: `第${nth}次` },
  }),
  year: (setup, at, nth = at) => ({
    ref: { document: 'year', id: (setup as { id: string }).id },
    edit: { kind: 'setHead', fields: { unit: `第${nth}次` } },
  }),
  rollup: (setup, at, nth = at) => ({
    ref: { document: 'rollup', id: (setup as { id: string }).id },
    edit: { kind: 'setHead', fields: { office: `第${nth}次` } },
  }),
};

const DAY = 24 * 60 * 60 * 1000;
const CLOCKS = [-DAY, 10 * 60 * 1000, DAY, 366 * DAY, -366 * DAY, 0, -10 * 60 * 1000];

/** Everything that asks what time it is, so many milliseconds ahead. */
async function withClock(ahead: number, work: () => Promise<void>): Promise<void> {
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...args: [] | [number]) {
      if (args.length > 0) super(...(args as [number]));
      else super(Right.now() + ahead);
    }

    static override now(): number {
      return Right.now() + ahead;
    }
  } as DateConstructor;
  try {
    await work();
  } finally {
    globalThis.Date = Right;
  }
}

/** Each run of the program has another clock. */
async function clocks(tried: Tried): Promise<number> {
  for (const ahead of CLOCKS) {
    const off = `a clock ${ahead / 60_000} minutes off`;
    const work = async (place: Place): Promise<void> => {
      await mustAct(tried, place, off);
      // The other one's clock is right.
      await besideAnother(tried);
      await mustAct(tried, place, `${off}, after another program`);
    };
    await withClock(ahead, () => withHost(tried.home, work));
    await checkAnew(tried);
  }
  return CLOCKS.length;
}

/** At each acknowledgement: what it is about is on the disk already. */
async function lossOfPower(tried: Tried): Promise<number> {
  for (let nth = 0; nth < 3; nth += 1) {
    await withHost(tried.home, (place) =>
      whilePowerMayFail(place.root, () => mustAct(tried, place, 'on a disk in order')),
    );
    await checkAnew(tried);
  }
  return 3;
}

/** The data folder is moved away or removed while the program runs, and put back. */
async function folderAway(tried: Tried): Promise<number> {
  const { home } = tried;
  const away = `${home.root}-away`;
  for (let nth = 0; nth < 3; nth += 1) {
    await withHost(home, async (place) => {
      await mustAct(tried, place, 'before');
      if (nth < 2) await rename(home.root, away);
      else {
        // What the program is at work on beside this goes meanwhile.
        const filter = (path: string): boolean => !path.endsWith('.tmp');
        const copied = () => cp(home.root, away, { recursive: true, preserveTimestamps: true, filter });
        await copied().catch(copied);
        await rm(home.root, { recursive: true, maxRetries: 5 });
      }
      const refused = await actOnce(tried, place).catch((error: unknown) => error);
      // An empty folder would be renamed over.
      if (existsSync(home.root)) throw new Broken('something was made where the data folder had been');
      await rename(away, home.root);
      if (!(refused instanceof Refused)) throw new Broken(`without its folder: ${String(refused)}`);
      // One that was put back is another one, which may be told.
      if (nth < 2) await mustAct(tried, place, 'after the folder is back');
    });
    await checkAnew(tried);
  }
  return 3;
}
