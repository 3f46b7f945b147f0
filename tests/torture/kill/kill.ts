import { type Random, randomOf } from '../../tables/random.ts';
import { checkGivenUp, checkRoot, makeHome, withHost } from '../home.ts';
import { allOf, type Part, type Row, type Trial } from '../part.ts';
import type { AnyWork } from '../works/work.ts';
import { WORKS } from '../works/works.ts';
import { type Death, type Tried, workUntilKilled } from './process.ts';
import { checkWords, type Words } from './words.ts';

/** It is killed within the time that so many acts take. */
const ACTS = 3;
/** Milliseconds that no act takes. */
const SLOWEST = 6000;
/** Works that are done at once, each in its own folder. */
const LANES = 3;
/** Milliseconds that are waited at least for what it is to die at. */
const WAIT = 1500;
/** Of the kills, those at a thing asked of the disk. */
const BY_ASK = 0.5;
/** And the most times that it asks for the same before. */
const TIMES = 2;
/** A work that was killed so often and never acknowledged anything shows nothing. */
const HOLLOW = 15;
/** From here on the seeds of works: those before are other parts'. */
const FIRST = 500;

/** kill -9 at any moment of every work; then the program is started anew. */
export const kill: Part = {
  name: 'kill',
  run: async ({ seed, until, count, found, wants }) => {
    const works = WORKS.filter(({ name }) => wants(name));
    const tried = new Map(works.map((work) => [work.name, { kills: 0, acts: 0 }]));
    // Each lane has one to work on.
    const homes = Math.ceil(LANES / works.length);
    // Begun when its turn comes: beside all others its pace would be another.
    const free: (() => Promise<Paced>)[] = works.flatMap((work) => {
      const asks = new Asks();
      return Array.from({ length: homes }, () => async () => {
        // Its choices do not hang on which lane was faster.
        const trial = await begin(work, asks, randomOf(seed + FIRST + trials.length));
        trials.push(trial);
        return trial;
      });
    });
    const trials: Paced[] = [];
    const most = count(1000);
    try {
      let kills = 0;
      const lane = async (): Promise<void> => {
        while (Date.now() < until() && kills < most) {
          const next = free.shift();
          if (!next) return;
          const trial = await next();
          kills += 1;
          const row = tried.get(trial.work.name);
          const acts = await killOnce(trial, found);
          if (row) Object.assign(row, { kills: row.kills + 1, acts: row.acts + acts });
          free.push(() => Promise.resolve(trial));
        }
      };
      await allOf(Array.from({ length: LANES }, lane));
    } finally {
      for (const { home, work } of trials) {
        await checkGivenUp(home).catch((error: unknown) =>
          found({ what: work.name, name: 'after all', why: String(error), folder: home.root }),
        );
        await home.remove();
      }
    }
    for (const [name, { kills, acts }] of tried)
      if (kills >= HOLLOW && acts === 0)
        found({ what: name, name: `killed ${kills} times`, why: 'nothing was ever acknowledged' });
    return [...tried].map(([name, { kills, acts }]): Row => ({
      what: name,
      tries: kills,
      note: `${acts} acknowledged`,
    }));
  },
};

interface Paced extends Tried {
  /** Milliseconds that one act takes, as far as is known. */
  pace: number;
  readonly asks: Asks;
  readonly words: Words;
  readonly random: Random;
}

/** The kinds of things that a work asks of the disk; each has its turn to be died at, writes before all others. */
class Asks {
  readonly #known = new Set<string>();
  readonly #next: string[] = [];

  add(kind: string): void {
    if (this.#known.has(kind)) return;
    this.#known.add(kind);
    if (kind.startsWith('write ')) this.#next.unshift(kind);
    else this.#next.push(kind);
  }

  /** Undefined while nothing is known. */
  next(): string | undefined {
    const kind = this.#next.shift();
    if (kind !== undefined) this.#next.push(kind);
    return kind;
  }
}

async function begin(work: AnyWork, asks: Asks, random: Random): Promise<Paced> {
  const home = await makeHome();
  const setup = await withHost(home, (place) => work.prepare(place));
  const began = Date.now();
  // Once undisturbed: how long it takes.
  const first = await withHost(home, (place) => work.act(place, setup, 1));
  return {
    ...{ work, home, setup, done: [first], begun: 1 },
    pace: Math.min(Date.now() - began, SLOWEST),
    ...{ asks, random },
    words: { kept: 0, asked: 0 },
  };
}

/** Answers how much was acknowledged. */
async function killOnce(trial: Paced, found: Trial['found']): Promise<number> {
  const { work, home, setup, done, words, random } = trial;
  const dieAt = random.chance(BY_ASK) ? nextDeath(trial) : 0;
  const long = ACTS * trial.pace;
  const after = Math.floor(dieAt ? Math.max(long, WAIT) : random.next() * long);
  const before = done.length;
  const began = Date.now();
  const name = `killed ${dieAt ? `at its ${dieAt.nth}. ${dieAt.kind}, or ` : ''}${after} ms after its start`;
  const broken = (why: unknown): void =>
    found({ what: work.name, name, why: String(why), folder: home.root });
  Object.assign(words, { kept: 0, asked: 0 });
  await workUntilKilled(trial, { dieAt, after }).then(
    (failed) => failed !== undefined && broken(failed),
    broken,
  );
  const acts = done.length - before;
  if (acts > 0) trial.pace = (trial.pace + (Date.now() - began) / acts) / 2;
  else if (!dieAt) trial.pace = Math.min(trial.pace * 1.25, SLOWEST);
  try {
    await withHost(home, async (place) => {
      await checkWords(place, words);
      await work.check(place, setup, done, trial.begun);
      await checkRoot(place);
    });
  } catch (error) {
    broken(error);
  }
  return acts;
}

/** 0 while nothing is known of what it asks. */
function nextDeath({ asks, random }: Paced): Death | 0 {
  const kind = asks.next();
  return kind === undefined ? 0 : { kind, nth: Math.ceil(random.next() * TIMES) };
}
