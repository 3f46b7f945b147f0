import type { ChosenFile } from '../../ui/call/files.ts';
import { compareWords } from '../compare-words.ts';

/** The bag declaration at the top of every package (RFC 8493 2.1.1). */
const BAG = 'bagit.txt';

/**
 * Unpacked packages: their hundreds of files are no packages. Each such folder is named once, and only what
 * lies outside them is left.
 */
export function splitUnpacked(files: readonly ChosenFile[]): { files: ChosenFile[]; folders: string[] } {
  const folders = files
    .filter(({ path }) => path.endsWith(`/${BAG}`))
    .map(({ path }) => path.slice(0, -BAG.length));
  return {
    // Systems hand a folder out in any order: in the order of names, the same folder gives the same receipts.
    files: files
      .filter(({ path }) => !folders.some((folder) => path.startsWith(folder)))
      .sort((a, b) => compareWords(a.path, b.path)),
    folders: folders.map((folder) => folder.slice(0, -1)),
  };
}
