import { once } from 'node:events';
import { resolve } from 'node:path';
import type { OpenDialogOptions } from 'electron';
import { _electron, type ElectronApplication, errors, type Locator } from 'playwright-core';
import type { Launch, Running } from './door.ts';
import { repository } from '../repository.ts';
import { isRoot } from './local-door.ts';

/** Arguments that every Electron in these tests starts with. */
export function electronArguments({ root, profile }: Pick<Launch, 'root' | 'profile'>): string[] {
  const sandbox = isRoot ? ['--no-sandbox'] : [];
  return [`--root=${root}`, `--user-data-dir=${resolve(profile)}`, '--lang=zh-CN', ...sandbox];
}

export async function openDesktop(launch: Launch): Promise<Running> {
  const start = (): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath: electronProgram(),
      args: [repository, ...electronArguments(launch), ...launch.args],
      env: { ...(process.env as Record<string, string>), ...launch.env },
      timeout: 30_000,
    });
  // Once in some hundred starts the driver does not find the program, whose page is there: it is started once more then.
  const electron = await start().catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error;
    console.warn(`The driver has not found Electron, which is started once more: ${error.message}`);
    return start();
  });
  const page = await electron.firstWindow();
  await page.waitForLoadState();
  const program = electron.process();
  const stop = async (): Promise<void> => {
    if (program.exitCode !== null || program.signalCode !== null) return;
    const ended = once(program, 'exit');
    // Not electron.close(), which waits for ever for a page that has crashed.
    await electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
    await ended;
  };
  return { page, electron, stop };
}

/** `npm run test:desktop` finds one and names it here. */
export function electronProgram(): string {
  const program = process.env.BIAOBING_ELECTRON;
  if (!program) throw new Error('BIAOBING_ELECTRON names no Electron: use npm run test:desktop');
  return program;
}

type Asking = typeof globalThis & { asked?: OpenDialogOptions };

/** No test can click in a dialog of the system: these paths (none: it is left) are chosen in its place. */
export async function chooseNatively(
  electron: ElectronApplication,
  trigger: Locator,
  filePaths: string[],
): Promise<OpenDialogOptions> {
  await electron.evaluate(({ dialog }, paths) => {
    delete (globalThis as Asking).asked;
    dialog.showOpenDialog = (...args: unknown[]) => {
      (globalThis as Asking).asked = args.at(-1) as OpenDialogOptions;
      return Promise.resolve({ canceled: paths.length === 0, filePaths: paths });
    };
  }, filePaths);
  await trigger.click();
  for (;;) {
    // The driver loses an answer now and then where the program is busy: it is asked again.
    const asked = await electron.evaluate(() => (globalThis as Asking).asked).catch(() => undefined);
    if (asked) return asked;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
