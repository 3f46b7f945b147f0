import { type ChosenFile, chosenOf } from '../call/files.ts';

/** What a drop, or a folder that was chosen, brings. */
export interface Collected {
  readonly files: readonly ChosenFile[];
  /** Names of files and folders that the system would not let us read. */
  readonly unread: readonly string[];
}

/** A folder with more in it is not what anybody meant to drop. */
const MOST_FILES = 20_000;

/** Thrown where a dropped folder holds more than that. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/** What a drop brings, folders taken apart. To be called in the event itself: afterwards the drop is empty. */
export async function collectDropped(transfer: Pick<DataTransfer, 'items'>): Promise<Collected> {
  const found = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files: ChosenFile[] = [];
  const unread: string[] = [];
  for (const { entry, file } of found) {
    if (isFolder(entry)) await walk(entry, files, unread);
    else if (file) files.push(chosenOf(file));
    else unread.push(entry?.name ?? '（没有名称）');
  }
  return { files, unread };
}

/** What a browser's dialog brings; the path is there where a folder was chosen. */
export function collectChosen(files: readonly File[]): Collected {
  return { files: files.map((file) => chosenOf(file)), unread: [] };
}

async function walk(folder: FileSystemDirectoryEntry, files: ChosenFile[], unread: string[]): Promise<void> {
  const path = (entry: FileSystemEntry) => entry.fullPath.replace(/^\//, '');
  try {
    for (const entry of await childrenOf(folder)) {
      if (isFolder(entry)) await walk(entry, files, unread);
      else if (isFile(entry)) {
        try {
          files.push(chosenOf(await fileOf(entry), path(entry)));
        } catch (error) {
          console.warn(error);
          unread.push(path(entry));
        }
      } else unread.push(path(entry));
      if (files.length + unread.length > MOST_FILES) throw new TooMuch();
    }
  } catch (error) {
    if (error instanceof TooMuch) throw error;
    console.warn(error);
    unread.push(path(folder));
  }
}

/** A folder hands out its children in portions (100 in Chromium), until an empty one. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

function isFolder(entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry {
  return entry?.isDirectory === true;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
