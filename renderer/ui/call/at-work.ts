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
export async function atWork<T>(
  title: string,
  task: (workId: Promise<string | undefined>) => Promise<T>,
  { files, isLeft = () => false }: Intake = {},
): Promise<T> {
  const noted = call('beginWork', { title, of: whereNow(), files }).catch(untold);
  const tell = (how: 'endWork' | 'leaveWork') =>
    void noted.then((begun) => begun && call(how, begun).catch(untold));
  const leave = () => tell('leaveWork');
  if (files !== undefined) window.addEventListener('pagehide', leave);
  running += 1;
  try {
    return await task(noted.then((begun) => begun?.workId));
  } finally {
    running -= 1;
    window.removeEventListener('pagehide', leave);
    tell(files !== undefined && isLeft() ? 'leaveWork' : 'endWork');
  }
}

/** Of what takes files in: how many there are, so that what never came can be told; whether nobody sees what it came to. */
interface Intake {
  readonly files?: number | undefined;
  readonly isLeft?: () => boolean;
}

function untold(error: unknown): undefined {
  console.warn(error);
}
