import { whereNow } from '../page-name.ts';
import { call } from './client.ts';

let running = 0;

/** Whether something that takes long runs on this page. */
export function isAtWork(): boolean {
  return running > 0;
}

/**
 * Does what takes long under the host's eyes: closing the program asks first, and where it is cut off, the next start says
 * so. `title`: 添加佐证材料. A host that cannot note it lets it run all the same.
 */
export async function atWork<T>(title: string, task: () => Promise<T>): Promise<T> {
  const noted = call('beginWork', { title, of: whereNow() }).catch(untold);
  running += 1;
  try {
    return await task();
  } finally {
    running -= 1;
    void noted.then((begun) => begun && call('endWork', begun).catch(untold));
  }
}

function untold(error: unknown): undefined {
  console.warn(error);
}
