import type * as z from 'zod';
import { zhCN } from 'zod/locales';
import { type CallInput, type CallName, contract, type Reply } from '../../../shared/contract/contract.ts';
import { badInput } from '../../../shared/values/errors.ts';
import { encodeParts } from '../../../shared/values/encode-parts.ts';
import { wellFormed } from '../../../shared/values/well-formed.ts';
import { notedFailure } from './failures.ts';
import type { Handlers } from './handlers.ts';

/** Answers one call by its name. Never throws: whatever goes wrong is a Failure. */
export async function answer(handlers: Handlers, name: string, input: unknown): Promise<Reply> {
  try {
    if (!isCallName(name)) return { ok: false, failure: badInput(`没有“${name.slice(0, 40)}”这个操作`) };
    return await dispatch(handlers, name, input);
  } catch (error) {
    return { ok: false, failure: notedFailure(error) };
  }
}

/** Texts are mended before anything is made of them: what cannot be written to a file is not taken in. */
async function dispatch<N extends CallName>(handlers: Handlers, name: N, input: unknown): Promise<Reply> {
  const parsed = contract[name].input.safeParse(wellFormed(input), { error: zhCN().localeError });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, failure: badInput(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()) };
  }
  // The schemas of one call belong together; TypeScript cannot follow that through the map.
  const output = await handlers[name](parsed.data as CallInput<N>);
  return { ok: true, value: encodeParts(contract[name].output as z.ZodType, output) };
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}
