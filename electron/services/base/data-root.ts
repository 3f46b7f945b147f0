import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const FOLDER = '标兵自评';

/**
 * The data folder: `--root=FOLDER`, else BIAOBING_ROOT, else 标兵自评 in the user's documents.
 * `documents`: where the system says they are; asked from it on Linux, guessed elsewhere when absent.
 */
export function dataRoot(args: readonly string[], documents: string = documentsFolder()): string {
  const option = args.find((arg) => arg.startsWith('--root='))?.slice('--root='.length);
  const chosen = option || process.env.BIAOBING_ROOT;
  return chosen ? resolve(chosen) : join(documents, FOLDER);
}

function documentsFolder(): string {
  const home = homedir();
  const named = process.platform === 'linux' ? xdgDocuments(home) : undefined;
  if (named) return named;
  const chinese = join(home, '文档');
  return existsSync(chinese) ? chinese : join(home, 'Documents');
}

/** XDG_DOCUMENTS_DIR of user-dirs.dirs: "$HOME/…" or absolute, quoted as for a shell. */
function xdgDocuments(home: string): string | undefined {
  const file = join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'user-dirs.dirs');
  if (!existsSync(file)) return undefined;
  const value = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(readFileSync(file, 'utf8'))?.[1];
  const folder = value?.replace(/^\$HOME(?=\/|$)/, home).replace(/\\(.)/g, '$1');
  // A folder set to $HOME itself means "none" (xdg-user-dirs).
  return folder && folder.replace(/\/$/, '') !== home ? folder : undefined;
}
