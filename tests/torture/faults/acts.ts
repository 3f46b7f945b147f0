import type { Random } from '../../tables/random.ts';
import { Refused } from '../client.ts';
import { checkRoot, withHost } from '../home.ts';
import type { Tried } from '../kill/process.ts';
import { Broken, type Place } from '../works/work.ts';

/** How often, and of how many that there are, where these can be counted. */
export interface Tries {
  readonly tries: number;
  readonly of?: number;
}

/** Once more. What is refused in words is not done; any other failure comes out. Answers the refusal. */
export async function actOnce(tried: Tried, place: Place): Promise<Refused | undefined> {
  tried.begun += 1;
  try {
    tried.done.push(await tried.work.act(place, tried.setup, tried.begun));
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.failure.code === 'internal') throw new Broken(`internal failure: ${error.message}`);
    return error;
  }
}

/** By a program that is started anew. */
export async function checkAnew(tried: Tried): Promise<void> {
  await withHost(tried.home, async (place) => {
    await tried.work.check(place, tried.setup, tried.done, tried.begun);
    await checkRoot(place);
  });
}

/** It must be possible; for after whatever was in the way is gone. */
export async function mustAct(tried: Tried, place: Place, when: string): Promise<void> {
  const refused = await actOnce(tried, place);
  if (refused) throw new Broken(`${when}: ${refused.message}`);
}

/** In an order by chance in which each kind has its turn before any has a second one: few of one kind are not lost among many of another. */
export function inTurns<T>(random: Random, all: readonly T[], kindOf: (each: T) => string): T[] {
  const turns = new Map<string, number>();
  const turned = random.some(all, all.length).map((each) => {
    const turn = turns.get(kindOf(each)) ?? 0;
    turns.set(kindOf(each), turn + 1);
    return { each, turn };
  });
  return turned.sort((a, b) => a.turn - b.turn).map(({ each }) => each);
}
