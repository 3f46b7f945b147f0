import type { Random } from '../../tables/random.ts';
import { checkRoot, makeHome, withHost } from '../home.ts';
import type { Part, Row, Trial } from '../part.ts';
import type { AnyWork } from '../works/work.ts';
import { WORKS } from '../works/works.ts';
import { type Tried, workUntilKilled } from './process.ts';

/** It is killed within the time that so many acts take. */
const ACTS = 3;
/** Things asked of the disk; at one of them it dies. */
const STEPS = 250;
/** Milliseconds that no act takes. */
const SLOWEST = 6000;
/** Works that are done at once, each in its own folder. */
const LANES = 2;
/** Of the kills, those at a thing asked of the disk. */
const BY_STEP = 0.5;

/** kill -9 at any moment of every work; then the program is started anew. */
export const kill: Part = {
  name: 'kill',
  run: async ({ random, until, count, found, wants }) => {
    const works = WORKS.filter(({ name }) => wants(name));
    const tried = new Map(works.map((work) => [work.name, { kills: 0, acts: 0 }]));
    const trials = await Promise.all(works.map(begin));
    try {
      let kills = 0;
      const free = [...trials];
      const lane = async (): Promise<void> => {
        while (Date.now() < until() && kills < count(1000)) {
          const trial = free.shift();
          if (!trial) return;
          kills += 1;
          const row = tried.get(trial.work.name);
          const acts = await killOnce(trial, random, found);
          if (row) Object.assign(row, { kills: row.kills + 1, acts: row.acts + acts });
          free.push(trial);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    } finally {
      for (const { home } of trials) await home.remove();
    }
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
}

async function begin(work: AnyWork): Promise<Paced> {
  const home = await makeHome();
  return {
    work,
    home,
    setup: await withHost(home, (place) => work.prepare(place)),
    done: [],
    begun: 0,
    pace: 300,
  };
}

/** Answers how much was acknowledged. */
async function killOnce(trial: Paced, random: Random, found: Trial['found']): Promise<number> {
  const { work, home, setup, done } = trial;
  const dieAt = random.chance(BY_STEP) ? Math.ceil(STEPS ** random.next()) : 0;
  const after = Math.floor(random.next() * ACTS * trial.pace);
  const before = done.length;
  const began = Date.now();
  const said = await workUntilKilled(trial, { dieAt, after });
  const acts = done.length - before;
  if (acts > 0) trial.pace = (trial.pace + (Date.now() - began) / acts) / 2;
  else if (dieAt === 0) trial.pace = Math.min(trial.pace * 1.25, SLOWEST);
  const how = dieAt > 0 ? `at ask ${dieAt} of the disk` : `${after} ms after its start`;
  const name = `killed ${how}`;
  if (said !== undefined) found({ what: work.name, name, why: said, folder: home.root });
  try {
    await withHost(home, async (place) => {
      await work.check(place, setup, done, trial.begun);
      await checkRoot(place);
    });
  } catch (error) {
    found({ what: work.name, name, why: String(error), folder: home.root });
  }
  return acts;
}
