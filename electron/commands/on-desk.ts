import { resolve } from 'node:path';
import { DeskSession } from '../services/desk/desk-session.ts';
import { type CommandContext, tellNotices } from './context.ts';

/** Opens the desk of this folder for `task` and closes it again. */
export async function onDesk(
  folder: string,
  { say }: CommandContext,
  task: (desk: DeskSession) => Promise<number>,
): Promise<number> {
  const session = await DeskSession.open(resolve(folder));
  try {
    // What a command says is final: nobody is there any more to be told later.
    await session.checked();
    tellNotices(session.opened().notices, say);
    return await task(session);
  } finally {
    await session.close();
  }
}
