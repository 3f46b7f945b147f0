import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Home } from '../home.ts';
import { removeTemporary, temporaryFolder } from '../temporary.ts';

/** Where a process reads: its data folder and its files, some levels below a folder that is watched as a whole. */
export interface Sandbox extends Home {
  readonly base: string;
  /** Its working folder, home and folder for temporary files: all in what is watched. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** In the names that lead out of it, and nowhere else on this computer. */
  readonly mark: string;
}

/** Of what climbs four folders up from the files, `tmp` is there. */
export function sandboxAt(base: string): Sandbox {
  const top = join(base, '上');
  const folder = join(top, '中', '下', '处');
  return {
    base,
    root: join(folder, '标兵自评'),
    files: join(folder, '文件'),
    cwd: join(folder, '这里'),
    env: { TMPDIR: join(top, 'tmp'), HOME: join(top, 'home') },
    mark: basename(base).slice(-6),
    remove: () => removeTemporary(base),
  };
}

export async function makeSandbox(at?: string): Promise<Sandbox> {
  const sandbox = sandboxAt(at ?? (await temporaryFolder()));
  const { root, files, cwd, env } = sandbox;
  for (const each of [root, files, cwd, ...Object.values(env)]) await mkdir(each, { recursive: true });
  return sandbox;
}

/** Names that lead out of any folder: none of them may ever be there. The same length for every mark. */
export function waysOut(mark: string): string[] {
  const name = `biaobing-out-${mark}`;
  return [`${'../'.repeat(4)}tmp/${name}`, `${'../'.repeat(20)}tmp/${name}`, `/tmp/${name}`, `/etc/${name}`];
}
