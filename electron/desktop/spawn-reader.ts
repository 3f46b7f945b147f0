import { utilityProcess } from 'electron';
import { join } from 'node:path';
import type { ReaderProcess } from '../services/import/spawn-reader.ts';

/** Electron's way to a process of its own: the packaged program does not run as Node (fuse runAsNode). */
export function spawnUtilityReader(): ReaderProcess {
  const child = utilityProcess.fork(join(__dirname, '../import-reader.cjs'), [], {
    serviceName: '标兵自评 导入',
    stdio: 'ignore',
  });
  return {
    once: (event, listener) => {
      if (event === 'message') child.once('message', listener);
      // A fatal error is followed by the exit.
      else if (event === 'exit') child.once('exit', listener);
    },
    send: (message) => child.postMessage(message),
    kill: () => void child.kill(),
  };
}
