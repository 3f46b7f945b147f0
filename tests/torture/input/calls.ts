import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallName } from '../../../shared/contract/contract.ts';
import type { Random } from '../../tables/random.ts';
import { Client, Refused } from '../client.ts';
import { startHost } from '../home.ts';
import { Broken } from '../works/work.ts';
import { INTERNAL } from './answered.ts';
import { DIALOGS, refusalIn, toItsEnd } from './asking.ts';
import { changeOf, editsOf, type OneEdit } from './edits.ts';
import { type At, INPUTS, withChosen, writesAlso } from './inputs.ts';
import { mutateJson } from './mutate.ts';
import type { Bench, Target } from './target.ts';
import { onlyAbout } from './watch.ts';

const NAMES = Object.keys(INPUTS) as CallName[];
/** Beside what was valid once. */
const STRANGE = [null, [], 7, ''];
/** Of so many calls one is an edit: there are many kinds of them. */
const EDITS = 0.2;

/** Of a call, something is still written behind its answer while so many others are asked. */
const BEHIND = 2;

/** Every call of the contract with what no page would send; before that each once with what one would. */
export const calls: Target = {
  name: 'calls of the contract',
  megabytes: 300,
  start: NAMES.length + 1,
  prepare: async (bench) => {
    await cp(bench.filled, bench.root, { recursive: true });
    const asking = new Asking(bench);
    const edits = editsOf(bench.known);
    return async (random, nth) => {
      const name = NAMES[nth];
      if (name !== undefined) return asking.mustAnswer(name, await INPUTS[name](bench.known, asking.at));
      if (nth === NAMES.length) {
        for (const each of edits)
          await asking.mustAnswer('changeDocument', await changeOf(asking.at.client, each));
        return;
      }
      if (random.chance(EDITS)) await asking.mutatedEdit(random, random.pick(edits));
      else await asking.mutatedCall(random, random.pick(NAMES));
    };
  },
};

class Asking {
  readonly at: At;
  readonly #bench: Bench;
  #before: readonly string[] = [];

  constructor(bench: Bench) {
    const { root, handed, known } = bench;
    this.#bench = bench;
    this.at = { client: new Client(startHost(root, DIALOGS)), root, files: handed, known };
  }

  /** What was not made for a fault of its own is told as one of the harness: nothing is learnt from its mutations. */
  async mustAnswer(name: CallName, input: unknown): Promise<void> {
    const refusal = refusalIn(await this.#ask(name, this.#withTokens(JSON.stringify(input))));
    if (refusal !== undefined)
      throw new Broken(
        `the harness: ${name} is not answered: ${refusal}: ${JSON.stringify(input).slice(0, 500)}`,
      );
  }

  async mutatedCall(random: Random, name: CallName): Promise<void> {
    const valid = await orRefused(INPUTS[name](this.at.known, this.at));
    const input = random.chance(0.05) ? random.pick(STRANGE) : this.#mutated(random, valid);
    await this.#mustNotFail(name, input);
  }

  /** The edit alone, on what is there now, so that it is looked at; or the whole call. */
  async mutatedEdit(random: Random, { ref, edit }: OneEdit): Promise<void> {
    const { client } = this.at;
    if (random.chance(0.1))
      return this.#mustNotFail('changeDocument', { ...ref, step: { do: random.pick(['undo', 'redo']) } });
    const valid = random.chance(0.2) ? await orRefused(changeOf(client, { ref, edit })) : undefined;
    const input = valid
      ? this.#mutated(random, valid)
      : await orRefused(changeOf(client, { ref, edit: this.#mutated(random, edit) }));
    await this.#mustNotFail('changeDocument', input);
  }

  #mutated(random: Random, valid: unknown): unknown {
    try {
      return this.#withTokens(mutateJson(random, JSON.stringify(valid ?? null)));
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof RangeError) return valid;
      throw error;
    }
  }

  #withTokens(text: string): unknown {
    const { client, files } = this.at;
    return JSON.parse(withChosen(text, (name) => client.choose(join(files, name), name)));
  }

  async #mustNotFail(name: CallName, input: unknown): Promise<void> {
    const reply = await this.#ask(name, input);
    if (INTERNAL.test(JSON.stringify(reply)))
      throw new Broken(`${name}: internal: ${JSON.stringify(input).slice(0, 2000)}`);
  }

  /** What was made for it beforehand is as it should be. */
  #ask(name: CallName, input: unknown): Promise<unknown> {
    const { watch, root, known } = this.#bench;
    const { also, shows } = writesAlso(name, known);
    const may = onlyAbout(input, { also: [...also, ...this.#before], shows, ids: known.folders });
    this.#before = [JSON.stringify(input), ...this.#before].slice(0, BEHIND);
    return watch.during(may, () => toItsEnd(this.at.client.host, name, input), root);
  }
}

/** Undefined where what it needs was taken away, or spoilt, by an earlier one. */
async function orRefused<T>(made: T | Promise<T>): Promise<T | undefined> {
  try {
    return await made;
  } catch (error) {
    if (error instanceof Refused && error.failure.code !== 'internal') return undefined;
    throw error;
  }
}
