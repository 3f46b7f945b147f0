import type { Host } from '../../../electron/services/host.ts';
import { Client, Refused } from '../client.ts';
import { type Home, withHost } from '../home.ts';
import { Broken, type Place } from '../works/work.ts';

/** Lists by which 核验台 says what it no longer has, and flags. */
const SAID = ['problem', 'problems', 'missing', 'lostReviews', 'wrongOriginals', 'isListLost', 'isDeskOlder'];

/** What an answer tells the user beside what was asked for: notices, problems, what is missing. */
function toldIn(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(toldIn);
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) => {
    if (name === 'notices')
      return (value as { code: string }[])
        .map(({ code }) => code)
        .filter((code) => code !== 'lock-taken-over');
    if (name === 'value') return [];
    const isSaid = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
    return SAID.includes(name) && isSaid ? [name] : toldIn(value);
  });
}

/** With a host of its own, as `withHost`; `told`: whatever its answers told the user so far, refusals as well. */
export async function whileListening(
  home: Home,
  work: (place: Place, told: readonly string[]) => Promise<void>,
): Promise<void> {
  const told: string[] = [];
  await withHost(home, async (place) => {
    const { host } = place.client;
    const heard: Host = {
      ...host,
      call: async (...args) => {
        const reply = await host.call(...args);
        told.push(...(reply.ok ? toldIn(reply.value) : [reply.failure.code]));
        return reply;
      },
    };
    await work({ ...place, client: new Client(heard) }, told);
  });
}

/** What was acknowledged is there, or what is told says that it is not. Answers whether something was told. */
export async function isThereOrTold(
  check: () => Promise<void>,
  told: readonly string[],
): Promise<'there' | 'told'> {
  try {
    await check();
    return told.length > 0 ? 'told' : 'there';
  } catch (error) {
    if (error instanceof Refused && error.failure.code === 'internal') throw new Broken(error.message);
    if (!(error instanceof Refused) && !(error instanceof Broken)) throw error;
    if (told.length === 0) throw new Broken(`told to nobody: ${error.message}`);
    return 'told';
  }
}
