/** One file that was handed in, with its path below what was dropped or chosen. */
export interface Incoming {
  readonly path: string;
  readonly file: File;
}

export interface Collected {
  readonly files: readonly Incoming[];
  /** Names of files and folders that the system would not let us read. */
  readonly unread: readonly string[];
}

/** What a drop brings, folders taken apart. To be called in the event itself: afterwards the drop is empty. */
export async function collectDropped(transfer: Pick<DataTransfer, 'items'>): Promise<Collected> {
  const found = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files: Incoming[] = [];
  const unread: string[] = [];
  for (const { entry, file } of found) {
    if (isFolder(entry)) await walk(entry, files, unread);
    else if (file) files.push({ path: file.name, file });
    else unread.push(entry?.name ?? '（没有名称）');
  }
  return { files, unread };
}

/** What a file dialog brings; the path is there where a folder was chosen. */
export function collectChosen(files: readonly File[]): Collected {
  return { files: files.map((file) => ({ path: file.webkitRelativePath || file.name, file })), unread: [] };
}

async function walk(folder: FileSystemDirectoryEntry, files: Incoming[], unread: string[]): Promise<void> {
  const path = (entry: FileSystemEntry) => entry.fullPath.replace(/^\//, '');
  try {
    for (const entry of await childrenOf(folder)) {
      if (isFolder(entry)) await walk(entry, files, unread);
      else if (isFile(entry)) {
        try {
          files.push({ path: path(entry), file: await fileOf(entry) });
        } catch (error) {
          console.warn(error);
          unread.push(path(entry));
        }
      } else unread.push(path(entry));
    }
  } catch (error) {
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

const collator = new Intl.Collator('zh', { numeric: true });

/** The bag declaration at the top of every package (RFC 8493 2.1.1). */
const BAG = 'bagit.txt';

/**
 * Unpacked packages: their hundreds of files are no packages. Each such folder is named once, and only what
 * lies outside them is left.
 */
export function splitUnpacked(files: readonly Incoming[]): { files: Incoming[]; folders: string[] } {
  const folders = files
    .filter(({ path }) => path.endsWith(`/${BAG}`))
    .map(({ path }) => path.slice(0, -BAG.length));
  return {
    // Systems hand a folder out in any order: in the order of names, the same folder gives the same receipts.
    files: files
      .filter(({ path }) => !folders.some((folder) => path.startsWith(folder)))
      .sort((a, b) => collator.compare(a.path, b.path)),
    folders: folders.map((folder) => folder.slice(0, -1)),
  };
}
