import { resolve } from 'node:path';

/**
 * The packages among what the program was started with, as absolute paths: by 打开方式, by a drop on its icon, in a terminal.
 * `folder`: where the start was made.
 */
export function handedPackages(args: readonly string[], folder: string): string[] {
  return args.filter((arg) => !arg.startsWith('-') && /\.zip$/i.test(arg)).map((arg) => resolve(folder, arg));
}
