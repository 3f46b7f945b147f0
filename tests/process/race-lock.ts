import { createInterface } from 'node:readline';
import { type FolderLock, lockFolder } from '../../electron/services/files/lock.ts';
import { toFailure } from '../../electron/services/base/failures.ts';

/** For each folder that it is given it tries for the lock, and prints whether it got it; an empty line: lets it go. */
let held: FolderLock | undefined;
let turn = Promise.resolve();

async function take(folder: string): Promise<void> {
  if (folder === '') {
    await held?.release();
    held = undefined;
    return console.log('free');
  }
  try {
    held = await lockFolder(folder, 'no');
    console.log('got');
  } catch (error) {
    console.log(toFailure(error).code);
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  turn = turn.then(() => take(line));
});
