import { setTimeout as sleep } from 'node:timers/promises';
import { AssessmentSession } from '../../electron/services/assessment/assessment-session.ts';
import { toFailure } from '../../electron/services/base/failures.ts';
import { thisComputer } from '../../electron/services/files/computer.ts';

const [, , folder = '', name = '', clock = '0'] = process.argv;
const off = Number(clock);
// Another computer with another clock on the wall, on a disk with times of two seconds.
const { fileTime } = thisComputer;
Object.assign(thisComputer, {
  name: () => name,
  now: () => new Date(Date.now() + off),
  fileTime: async (path: string) => Math.floor((await fileTime(path)) / 2000) * 2000,
});

/** Opens the folder whenever it may, edits while it may, and prints each edit that was acknowledged. */
async function work(): Promise<void> {
  for (let count = 0; ;) {
    try {
      const session = await AssessmentSession.open(folder, { takeOver: 'yes' });
      console.log('open');
      try {
        for (; ; count += 1) {
          const made = `${name}${count};`;
          await session.document.change('edit', (a) => {
            const entry = a.entries['1.1'] ?? { state: 'unscored', reason: '', evidence: [] };
            return { ...a, entries: { ...a.entries, '1.1': { ...entry, reason: entry.reason + made } } };
          });
          console.log(made);
          await sleep(100);
        }
      } finally {
        await session.close();
      }
    } catch (error) {
      console.log(`refused ${toFailure(error).code}`);
      await sleep(500);
    }
  }
}

void work();
