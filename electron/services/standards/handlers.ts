import type { standardCalls } from '../../../shared/contract.ts';
import type { HandlersFor, HostContext } from '../handlers.ts';

/** Importing, editing and keeping standards. */
export function standardHandlers(_context: HostContext): HandlersFor<typeof standardCalls> {
  return {};
}
