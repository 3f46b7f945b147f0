import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';

/** What the program was started with: packages for 校验, and what it cannot open. Absolute paths. */
export interface Handed {
  readonly packages: readonly string[];
  readonly others: readonly string[];
}

/**
 * The files among the arguments: by 打开方式, by a drop on the program's icon, in a terminal; as paths or as file addresses.
 * `folder`: where the start was made. `program`: what an unpackaged Electron was given to run, which is no file of the user's.
 */
export function handedFiles(
  args: readonly string[],
  { folder, program }: { readonly folder: string; readonly program?: string },
): Handed {
  const paths = args
    .filter((arg) => arg !== '' && !arg.startsWith('-'))
    .map((arg) => pathOf(arg, folder))
    .filter((path) => path !== program);
  const isPackage = (path: string) => /\.zip$/i.test(path);
  return { packages: paths.filter(isPackage), others: paths.filter((path) => !isPackage(path)) };
}

function pathOf(arg: string, folder: string): string {
  if (!/^file:\/\//i.test(arg)) return resolve(folder, arg);
  try {
    return fileURLToPath(arg);
  } catch (error) {
    // Of another computer, or no address after all.
    if (error instanceof TypeError || error instanceof URIError) return resolve(folder, arg);
    throw error;
  }
}
