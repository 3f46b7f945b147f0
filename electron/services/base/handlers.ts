import type { CallInput, CallName, CallOutput } from '../../../shared/contract/contract.ts';

/** What answers each call of the contract. */
export type Handlers = { [N in CallName]: (input: CallInput<N>) => Promise<CallOutput<N>> };

/** The handlers of one group of calls in shared/contract/. */
export type HandlersFor<Calls> = { [N in CallName & keyof Calls]: Handlers[N] };
