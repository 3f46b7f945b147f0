import type { Refused } from '../client.ts';
import { withHost } from '../home.ts';
import type { Tried } from '../kill/process.ts';
import type { Trial } from '../part.ts';
import { Broken } from '../works/work.ts';
import { actOnce, checkAnew, inTurns, mustAct, type Tries } from './acts.ts';
import { countAsks, type Refusal, refusalsAt, whileRefused } from './refusals.ts';

/** Acts after which everything that one may ask of the disk was asked. */
const ROUND = 4;

/** The kinds of refusal at each ask of a work, by chance as many as there is time for. */
export async function refusingDisk(tried: Tried, { until, found, random }: Trial): Promise<Tries> {
  const asks = await asksOf(tried);
  const steps = asks.flatMap((count, kind) =>
    Array.from({ length: count }, (_, nth) => ({ kind, nth: nth + 1 })),
  );
  let tries = 0;
  for (const { kind, nth } of inTurns(random, steps, (step) => String(step.kind))) {
    if (Date.now() >= until()) break;
    const refusal = refusalsAt(nth)[kind];
    if (!refusal) continue;
    try {
      if ((await refuseOnce(tried, refusal, random.chance(0.5))) >= nth) tries += 1;
    } catch (error) {
      tries += 1;
      found({ what: tried.work.name, name: refusal.name, why: String(error), folder: tried.home.root });
    }
  }
  return { tries, of: steps.length };
}

/** Of each kind of refusal, how often an act asks at most what it is about. */
async function asksOf(tried: Tried): Promise<number[]> {
  const all: number[][] = [];
  await withHost(tried.home, async (place) => {
    for (let act = 0; act < ROUND; act += 1)
      all.push(await countAsks(place.root, () => mustAct(tried, place, 'at first')));
  });
  return refusalsAt(1).map((_, kind) => Math.max(...all.map((counts) => counts[kind] ?? 0)));
}

/** What another program put there is to be decided on first. */
const ASKS = 'merge';

/** The program goes on afterwards, in the same run and in the next one. */
async function refuseOnce(tried: Tried, refusal: Refusal, inSameRun: boolean): Promise<number> {
  let asks = 0;
  await withHost(tried.home, async (place) => {
    await mustAct(tried, place, 'before');
    let refused: Refused | undefined;
    asks = await whileRefused(place.root, refusal, async () => {
      refused = await actOnce(tried, place);
    });
    if (refused && refusal.passes) throw new Broken(`not tried again: ${refused.message}`);
    // In the same run, or not before the next one.
    if (inSameRun && tried.work.name !== ASKS) await mustAct(tried, place, 'once the disk is in order again');
  });
  // Before anything else is written: what it acknowledged meanwhile is there.
  await checkAnew(tried);
  await withHost(tried.home, (place) => mustAct(tried, place, 'after the disk is in order again'));
  await checkAnew(tried);
  return asks;
}
