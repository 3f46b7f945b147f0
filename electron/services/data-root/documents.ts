import { pathsOf, settingsFolder, type System } from './system.ts';

/** The name of the data folder where the program itself gives one. */
export const DATA_FOLDER = '标兵自评';

/** Where the user's documents are, as the system says: the same answer for both doors. */
function documentsFolder(system: System): string {
  const { home, isFolder, platform } = system;
  const paths = pathsOf(system);
  if (platform === 'win32') return personalFolder(system) ?? paths.join(home, 'Documents');
  const named = platform === 'linux' ? xdgDocuments(system) : undefined;
  if (named !== undefined) return named;
  const chinese = paths.join(home, '文档');
  return platform === 'linux' && isFolder(chinese) ? chinese : paths.join(home, 'Documents');
}

/** Where the data folder is by default, first, and where former versions had it by default. */
export function defaultPlaces(system: System): readonly [string, ...string[]] {
  const { home } = system;
  const paths = pathsOf(system);
  const [first, ...former] = [
    documentsFolder(system),
    paths.join(home, 'Documents'),
    paths.join(home, '文档'),
    // The former window, on a Linux that names no documents.
    home,
  ].map((folder) => paths.join(folder, DATA_FOLDER)) as [string, ...string[]];
  return [first, ...former.filter((path) => path !== first)];
}

/** XDG_DOCUMENTS_DIR of user-dirs.dirs: "$HOME/…" or absolute, quoted as for a shell. */
function xdgDocuments(system: System): string | undefined {
  const { home, read } = system;
  const text = read(`${settingsFolder(system)}/user-dirs.dirs`);
  const value = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(text ?? '')?.[1];
  const folder = value?.replace(/^\$HOME(?=\/|$)/, home).replace(/\\(.)/g, '$1');
  // A folder set to $HOME itself means "none" (xdg-user-dirs); a relative one would be another at each start.
  return folder?.startsWith('/') && folder.replace(/\/$/, '') !== home ? folder : undefined;
}

/** Moved documents and those of OneDrive included; nothing where the answer leads nowhere. */
function personalFolder({ env, isFolder, personal }: System): string | undefined {
  const value = (name: string): string | undefined =>
    Object.entries(env).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  const folder = personal()?.replace(/%([^%]+)%/g, (whole, name: string) => value(name) ?? whole);
  return folder !== undefined && isFolder(folder) ? folder : undefined;
}
