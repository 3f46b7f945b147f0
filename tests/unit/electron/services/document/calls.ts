import type { Host } from '../../../../../electron/services/host.ts';
import { type CallName, type CallOutput, contract } from '../../../../../shared/contract/contract.ts';
import type { Failure } from '../../../../../shared/values/errors.ts';

/** Calls as the interface does, and reads the answer by the contract. */
export async function ask<N extends CallName>(host: Host, name: N, input: unknown): Promise<CallOutput<N>> {
  const reply = await host.call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as CallOutput<N>;
}

/** What a call is refused with. */
export async function failureOf(host: Host, name: CallName, input: unknown): Promise<Failure> {
  const reply = await host.call(name, input);
  if (reply.ok) throw new Error(`${name} was not refused`);
  return reply.failure;
}
