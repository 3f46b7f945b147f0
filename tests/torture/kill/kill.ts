import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../tables/random.ts';
import { checkRoot, type Home, makeHome, withHost } from '../home.ts';
import type { Part, Row, Trial } from '../part.ts';
import type { AnyWork } from '../works/work.ts';
import { WORKS } from '../works/works.ts';

/** It is killed within the time that so many acts take. */
const ACTS = 3;
/** Things asked of the disk; at one of them it dies. */
const STEPS = 250;
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
      while (Date.now() < until() && kills < count(1000)) {
        const trial = trials[kills % trials.length];
        if (!trial) break;
        kills += 1;
        const row = tried.get(trial.work.name);
        const acts = await killOnce(trial, random, found);
        if (row) Object.assign(row, { kills: row.kills + 1, acts: row.acts + acts });
      }
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

interface Tried {
  readonly work: AnyWork;
  readonly home: Home;
  readonly setup: unknown;
  readonly done: unknown[];
  begun: number;
  /** Milliseconds that one act takes, as far as is known. */
  pace: number;
}

async function begin(work: AnyWork): Promise<Tried> {
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
async function killOnce(trial: Tried, random: Random, found: Trial['found']): Promise<number> {
  const { work, home, setup, done } = trial;
  const dieAt = random.chance(BY_STEP) ? Math.ceil(STEPS ** random.next()) : 0;
  const after = Math.floor(random.next() * ACTS * trial.pace);
  const before = done.length;
  const began = Date.now();
  const said = await runUntilKilled(trial, dieAt, after);
  const acts = done.length - before;
  if (acts > 0) trial.pace = (trial.pace + (Date.now() - began) / acts) / 2;
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

/** What it said of a failure; undefined where it was killed, as it should. */
async function runUntilKilled(trial: Tried, dieAt: number, after: number): Promise<string | undefined> {
  const { work, home, setup } = trial;
  const args = [home.root, home.files, work.name, JSON.stringify(setup), trial.begun + 1, dieAt].map(String);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'torture-worker.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let failed: string | undefined;
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [what, nth, answer] = JSON.parse(line) as [string, unknown, unknown];
      if (what === 'begin') trial.begun = Number(nth);
      else if (what === 'done') trial.done.push(answer);
      else if (what === 'failed') failed = String(nth);
      else resolve();
    });
  });
  await Promise.race([ready, ended, sleep(STUCK)]);
  await Promise.race([ended, sleep(dieAt > 0 ? STUCK : after)]);
  child.kill('SIGKILL');
  await ended;
  return failed;
}

/** Milliseconds until a work is taken to hang, or to have fewer asks of the disk than it was to die at. */
const STUCK = 10_000;
