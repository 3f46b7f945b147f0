import { setTimeout as sleep } from 'node:timers/promises';
import type { Host, HostOptions } from '../../../electron/services/host.ts';
import { readHere } from '../../unit/electron/services/import/reader.ts';

/** As the desktop has them: every dialog is left, nothing is shown, and files are read in this process. */
export const DIALOGS: Partial<HostOptions> = {
  door: 'desktop',
  openPath: () => Promise.resolve(),
  showInFolder: () => Promise.resolve(),
  pickPaths: () => Promise.resolve([]),
  askWhere: () => Promise.resolve(undefined),
  savePdf: () => Promise.resolve(undefined),
  spawnReader: readHere,
  folders: {
    told: () => ({ others: [], named: false }),
    used: () => Promise.resolve(),
    change: () => Promise.resolve({}),
  },
};

/** Of a job, what it came to. */
export async function toItsEnd(host: Host, name: string, input: unknown): Promise<unknown> {
  const reply = await host.call(name, input, 'page');
  const jobId = reply.ok ? (reply.value as { jobId?: string } | undefined)?.jobId : undefined;
  if (jobId === undefined || name === 'jobStatus') return reply;
  for (;;) {
    const status = await host.call('jobStatus', { jobId }, 'page');
    if (!status.ok || (status.value as { state: string }).state !== 'running') return status;
    await sleep(2);
  }
}

/** Why it is not done: of the call, of its job, or of one of its files; undefined where all of it is. */
export function refusalIn(reply: unknown): string | undefined {
  const words = JSON.stringify(reply);
  return (
    /"(?:failure|problem)":\{"code":"([^"]+)"/.exec(words)?.[1] ??
    (words.includes('"ok":false') ? words : undefined)
  );
}
