import type { deskCalls } from '../../../shared/contract.ts';
import type { HandlersFor, HostContext } from '../handlers.ts';

/** The evaluator's desk. `close` waits for queued writes and releases locks. */
export function deskHandlers(_context: HostContext): {
  handlers: HandlersFor<typeof deskCalls>;
  close: () => Promise<void>;
} {
  return { handlers: {}, close: () => Promise.resolve() };
}
