import { makePackages } from '../data/packages.ts';
import { makeDesk } from '../data/desk.ts';
import { DeskSession } from '../../../electron/services/desk/desk-session.ts';
import { type Task, timed } from './timed.ts';

export const deskTasks: Readonly<Record<string, Task>> = {
  'make-packages': (folder = '', from, to) =>
    timed(() => makePackages(folder, { from: Number(from), to: Number(to) })),
  'make-desk': (folder = '', original = '', count) =>
    timed(() => makeDesk(folder, { original, count: Number(count) })),
  /** Until every row of the table could be shown. */
  'open-desk': async (folder = '', count) => {
    let session: DeskSession | undefined;
    const milliseconds = await timed(async () => {
      session = await DeskSession.open(folder);
      const { candidates, notices } = session.opened();
      if (candidates.length !== Number(count) || notices.length > 0) {
        throw new Error(
          `${candidates.length} of ${count} packages: ${JSON.stringify(notices).slice(0, 300)}`,
        );
      }
    });
    // The next opening finds what a day's work leaves: an index of everything that was looked at.
    await session?.checked();
    await session?.close();
    return milliseconds;
  },
};
