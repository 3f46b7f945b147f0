import { Broken, numberIn, type Place } from '../works/work.ts';

/** Numbers of what a page kept of typed words; 0: nothing. */
export interface Words {
  /** The last that was acknowledged. */
  kept: number;
  /** The last that was asked for. */
  asked: number;
}

const FIELD = '备注';

/** What a page has typed that is not saved yet; 0: nothing any more. */
export function typed(nth: number) {
  return { words: nth === 0 ? {} : { [FIELD]: { text: `第${nth}次，`.repeat(50), told: false } } };
}

/** What was typed last is there when the program starts anew. Takes it from there. */
export async function checkWords({ client }: Place, { kept, asked }: Words): Promise<void> {
  const found: number[] = [];
  for (let next = false; ; next = true) {
    const { words, more } = await client.ask('keptWords', { next });
    found.push(numberIn(words[FIELD]?.text) ?? 0);
    if (!more) break;
  }
  await client.ask('keepWords', typed(0));
  const [last = 0] = found;
  if (last !== kept && last !== asked)
    throw new Broken(`typed words: ${last || 'none'} are there, ${kept || 'none'} were acknowledged`);
}
