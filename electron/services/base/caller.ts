import { AsyncLocalStorage } from 'node:async_hooks';

const callers = new AsyncLocalStorage<string>();

/** Does what one page has asked for; all that follows from it, jobs too, is done in its name. */
export function inNameOf<T>(page: string, task: () => T): T {
  return callers.run(page, task);
}

/** The page in whose name this is done; '' for the program itself. */
export function caller(): string {
  return callers.getStore() ?? '';
}
