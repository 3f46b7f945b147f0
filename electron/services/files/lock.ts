import { randomUUID } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { UserError } from '../../../shared/values/errors.ts';
import { isOfTheSystem } from '../base/failures.ts';
import { type Computer, thisComputer } from './computer.ts';
import { identityOf, isAnother } from './folder-identity.ts';
import { type Found, type Holder, LockFolder } from './lock-folder.ts';
import {
  folderMoved,
  folderReplaced,
  lockedElsewhere,
  lockedHere,
  lockedSilent,
  lockForeign,
  lockNoFolder,
} from './lock-words.ts';

// All in milliseconds.
/** From one sign of life to the next. */
const BEAT = 5_000;
/** Written so short a time ago, by the store's own clock, the lock is alive. */
const ALIVE_WITHIN = 15_000;
/** File times of FAT are even seconds. */
const COARSE = 2_000;
/** So long a holder is looked at, by this computer's monotonic clock, before it is called silent: two beats. */
const WATCH = 2 * BEAT;
const LOOK_EVERY = 1_000;
/** Openings that lose to one another begin again; more often than this no two of them can. */
const TRIES = 20;

export interface FolderLock {
  /**
   * Whether the lock on the disk is ours: false once another program has it, e.g. after this computer slept for long. A
   * UserError where the folder is not in its place any more, or another one is.
   */
  readonly held: () => Promise<boolean>;
  /** True where the lock of a program that had ended without closing was taken over. */
  readonly tookOver: boolean;
  /** Lets it go; `movedTo` is where the folder is now, if not where it was. A disk that is gone is no failure. */
  release(movedTo?: string): Promise<void>;
}

/** The locks that this run of the program holds, by token: in which folder. */
const ours = new Map<string, string>();
/** What was seen of other holders: the sign, and for how long it has not changed, by folder. */
const watched = new Map<string, { readonly sign: string; readonly time: number }>();

interface Opening {
  readonly folder: string;
  /** By its one name. */
  readonly place: string;
  readonly what: string;
  readonly takeOver: 'no' | 'yes';
  readonly computer: Computer;
  readonly lock: LockFolder;
  readonly self: Holder & { readonly token: string };
}

/**
 * Locks a folder (`what` it holds, for the user) for this program, against a second writer on any computer that sees the folder.
 * A lock whose program is provably gone is taken over at once; one that showed no sign of life while it was watched is
 * refused as `locked-stale` unless `takeOver` is 'yes'; a live one is always refused as `locked`.
 */
export async function lockFolder(
  folder: string,
  takeOver: 'no' | 'yes',
  what = '自评档案',
  computer = thisComputer,
): Promise<FolderLock> {
  const lock = new LockFolder(folder, computer);
  const place = await realpath(folder);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const self = { token: randomUUID(), ...whoIs(computer) };
    const opening: Opening = { folder, place, what, takeOver, computer, lock, self };
    const found = await lock.look();
    if (!(await mayTake(opening, found))) continue;
    try {
      if ((await take(opening, found)) && (await lock.isOwnedBy(self.token))) {
        await unlessTheSystemRefuses(() => lock.tidy(self.token));
        // What this run left in a folder that was moved meanwhile, or copied, is nobody's who ended without closing.
        const isLeft = found.state === 'held' && found.holder !== undefined && isOwn(found.holder, computer);
        const tookOver = (found.state === 'held' || found.state === 'older') && !isLeft;
        return hold(opening, { tookOver, identity: await identityOf(folder) });
      }
    } catch (error) {
      await unlessTheSystemRefuses(() => lock.release(self.token));
      throw error;
    }
    await lock.release(self.token);
  }
  throw lockedElsewhere(what, undefined);
}

function whoIs(computer: Computer): Omit<Holder, 'token'> {
  const { pid, run } = computer;
  const since = computer.now().toISOString();
  return {
    user: computer.user(),
    computer: computer.name(),
    pid,
    run,
    since,
    uptime: computer.uptime(),
    beat: 0,
  };
}

/** False where it is another's meanwhile, or nobody's: then it is looked at again. A UserError where it cannot be taken. */
async function mayTake(opening: Opening, found: Found): Promise<boolean> {
  const { place, what, takeOver, computer } = opening;
  switch (found.state) {
    case 'nothing':
    case 'free':
      return true;
    case 'no-folder':
      throw lockNoFolder(what, 'opening');
    case 'foreign':
      throw lockForeign(what, found.names);
    case 'held':
    case 'older': {
      const { holder } = found;
      // A copy of a folder that is open has a copy of its lock, which holds nothing; nor does what we left in a moved one.
      if (found.state === 'held' && holder && isOwn(holder, computer)) {
        if (ours.get(found.token) === place) throw lockedHere(what);
        return true;
      }
      if (holder && isGone(holder, computer)) return true;
      const seen = await watch(opening, found);
      if (seen === 'alive') throw lockedElsewhere(what, holder);
      if (seen === 'silent' && takeOver === 'no') throw lockedSilent(what, holder, WATCH);
      return seen === 'silent';
    }
  }
}

async function take({ lock, self }: Opening, found: Found): Promise<boolean> {
  switch (found.state) {
    case 'nothing':
      return lock.create(self);
    case 'older':
      return (await lock.clearOlder()) && lock.create(self);
    case 'free':
    case 'held':
      return lock.take(found, self);
    case 'foreign':
    case 'no-folder':
      return false;
  }
}

function isOwn(holder: Holder, computer: Computer): boolean {
  return holder.run === computer.run;
}

/**
 * Provably gone: it ran on this computer, which was started anew since or has no such process, or but this one, or one that
 * began after the lock was taken: the number of a process is given to others later.
 */
function isGone({ computer: name, pid, uptime }: Holder, computer: Computer): boolean {
  if (name !== computer.name()) return false;
  if ((uptime ?? 0) > computer.uptime() || pid === computer.pid || !computer.runs(pid)) return true;
  const start = computer.startOf(pid);
  return uptime !== undefined && start !== undefined && start > uptime + COARSE;
}

/**
 * What a holder shows that may live. Two clocks have to say that it is silent, and no two computers' clocks are compared:
 * the store's own, which gave the lock its time and gives one to a file written now, and that of the holder, whose beat
 * stands still while it is looked at. A time that lies in the future says nothing.
 */
async function watch(
  { lock, place, computer, self }: Opening,
  found: Extract<Found, { sign: string }>,
): Promise<'alive' | 'silent' | 'other'> {
  if (found.state === 'held') {
    const age = await lock.age(found.token, self.token);
    if (age === undefined) return 'other';
    if (age > -COARSE && age < ALIVE_WITHIN) return 'alive';
  }
  const before = watched.get(place);
  let time = before?.sign === found.sign ? before.time : 0;
  while (time < WATCH) {
    const from = computer.monotonic();
    await computer.wait(LOOK_EVERY);
    const now = await lock.look();
    if (now.state !== found.state) return 'other';
    if (now.state === 'held' && found.state === 'held' && now.token !== found.token) return 'other';
    if (!('sign' in now) || now.sign !== found.sign) return 'alive';
    // Where this computer slept, or stood still, the holder was not looked at.
    time += Math.min(computer.monotonic() - from, 2 * LOOK_EVERY);
    watched.set(place, { sign: found.sign, time });
  }
  return 'silent';
}

function hold(
  { folder, place, what, computer, lock, self }: Opening,
  { tookOver, identity }: { tookOver: boolean; identity: Awaited<ReturnType<typeof identityOf>> },
): FolderLock {
  const { token } = self;
  let released = false;
  ours.set(token, place);
  watched.delete(place);
  // A copy that was put in its place has a copy of the lock: it is not ours all the same.
  const isReplaced = async (): Promise<boolean> => isAnother(identity, await identityOf(folder));
  const heart = beating(async (beat) => {
    if (await isReplaced()) return;
    if (await lock.write({ ...self, beat })) await lock.touch(computer.now());
  });
  const isHeld = async (): Promise<boolean> => {
    if (released) return false;
    const owner = await lock.owner();
    if (owner === 'no-folder') throw lockNoFolder(what, 'editing');
    if (await isReplaced()) throw new UserError(folderReplaced(what));
    if (owner !== 'nothing') return owner.token === token;
    if (!(await identityOf(folder))) throw new UserError(folderMoved(what));
    return false;
  };
  const release = async (movedTo?: string): Promise<void> => {
    if (released) return;
    released = true;
    ours.delete(token);
    await heart.stop();
    // The disk is gone or read-only by now: the lock goes silent by itself, and closing must not fail.
    await unlessTheSystemRefuses(() => (movedTo ? new LockFolder(movedTo, computer) : lock).release(token));
  };
  return { held: isHeld, tookOver, release };
}

/** Shows that the holder lives, again and again. Where that cannot be written, `held` tells why at the next edit. */
function beating(show: (beat: number) => Promise<void>): { stop(): Promise<void> } {
  let beat = 0;
  let stopped = false;
  let timer: NodeJS.Timeout;
  let writing = Promise.resolve();
  const next = (): void => {
    // Never keeps a program alive that has ended otherwise.
    timer = setTimeout(() => {
      beat += 1;
      writing = unlessTheSystemRefuses(() => show(beat)).finally(() => {
        if (!stopped) next();
      });
    }, BEAT).unref();
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await writing;
    },
  };
}

async function unlessTheSystemRefuses(task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    if (!isOfTheSystem(error)) throw error;
  }
}
