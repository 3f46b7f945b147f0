import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workName } from '../../electron/services/files/work-names.ts';
import type { TestHost } from './host.ts';

/** As a run of the program that is gone left it in the data folder. */
export function leave(host: TestHost, kind: 'note' | 'words', value: object): void {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const folder = join(host.root, '.temporary');
  mkdirSync(folder, { recursive: true });
  const name = workName(kind).replace(`-${process.pid}-`, `-${gone}-`);
  writeFileSync(
    join(folder, name),
    JSON.stringify({ version: 1, since: '2026-11-20T01:00:00.000Z', ...value }),
  );
}

/** How the words of a field are kept: of a document, a line of it, the field's own name. */
export function fieldKey(ref: object, ...names: readonly unknown[]): string {
  return [JSON.stringify(ref), ...names, ''].join('\u0000');
}
