import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Sandbox } from './sandbox.ts';

/** Milliseconds: longer than the program gives its reader. */
const PATIENCE = 120_000;

/** The name, without its ending, of a file that no reader of its own reads: the program would hang as well. */
export const BY_THE_PROGRAM = 'by-the-program';

/** Whether the program itself ends with the table that was written last, in words; what is wrong, undefined for nothing. */
export async function importAlone({
  files,
  cwd,
}: Pick<Sandbox, 'files' | 'cwd'>): Promise<string | undefined> {
  const paths = (await readdir(files)).map((name) => join(files, name));
  const times = await Promise.all(paths.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })));
  const [last] = times.sort((a, b) => b.at - a.at);
  if (!last) return 'hangs, and there is no file';
  if (basename(last.path).startsWith(BY_THE_PROGRAM)) return 'hangs, and the program with it';
  const program = join(import.meta.dirname, 'cli.mjs');
  const args = [program, 'standard', 'import', last.path, '--out', join(cwd, 'out.json')];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { timeout: PATIENCE }, (error, stdout, stderr) => {
      const isOver = !error || (typeof error.code === 'number' && error.code <= 3);
      const isInWords = /\p{Script=Han}/u.test(stdout + stderr) && !/^\s+at /mu.test(stderr);
      resolve(isOver && isInWords ? undefined : `hangs: ${error?.message ?? ''} ${stderr.slice(0, 300)}`);
    });
  });
}
