import { resolve } from 'node:path';
import { receivedWords } from '../../shared/review/unsettled.ts';
import { DeskSession } from '../services/desk/desk-session.ts';
import { type CommandContext, EXIT, tellNotices } from './context.ts';

/** Milliseconds after which somebody who waits wants to know why. */
const SLOW = 2_000;

/** Opens the desk of this folder for `task` and closes it again. */
export async function onDesk(
  folder: string,
  { say, signal }: CommandContext,
  task: (desk: DeskSession) => Promise<number>,
): Promise<number> {
  const session = await DeskSession.open(resolve(folder));
  const wait = setTimeout(() => say('正在核对核验台里的推荐包原件，请稍候……'), SLOW);
  try {
    // What a command says is final: nobody is there any more to be told later.
    await session.checked(signal).finally(() => clearTimeout(wait));
    tellNotices(session.opened().notices, say);
    const code = await task(session);
    // Whoever reads the code alone must not take a list for the whole that some are missing from.
    const isWhole =
      receivedWords(session.received()).length === 0 &&
      !session.notices.some(({ code }) => code === 'package-record-unreadable');
    return isWhole ? code : Math.max(code, EXIT.contentFails);
  } finally {
    await session.close();
  }
}
