import { execSync } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { isAbsolute, posix, win32 } from 'node:path';

/** What the rule of the data folder asks of the computer, in one place, so that a test can be another one. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isFolder: (path: string) => boolean;
  /** The text of a file; undefined where it cannot be read. */
  readonly read: (path: string) => string | undefined;
  /** The path without links; as it is where nothing is there. */
  readonly real: (path: string) => string;
  /** Windows: what the registry says of the user's folder Personal, its variables not yet replaced. */
  readonly personal: () => string | undefined;
}

export const pathsOf = ({ platform }: Pick<System, 'platform'>) => (platform === 'win32' ? win32 : posix);

/** Where programs keep what the user set. */
export function settingsFolder(system: System): string {
  const { env, home, platform } = system;
  const paths = pathsOf(system);
  if (platform === 'darwin') return paths.join(home, 'Library', 'Application Support');
  const [named, usual] =
    platform === 'win32'
      ? [env['APPDATA'], paths.join(home, 'AppData', 'Roaming')]
      : [env['XDG_CONFIG_HOME'], paths.join(home, '.config')];
  return named && paths.isAbsolute(named) ? named : usual;
}

export function thisSystem(): System {
  return {
    platform: process.platform,
    // HOME may be empty, or a place that is another one at each start.
    home: isAbsolute(homedir()) ? homedir() : userInfo().homedir,
    env: process.env,
    isFolder: (path) => orNothing(() => statSync(path).isDirectory()) ?? false,
    read: (path) => orNothing(() => readFileSync(path, 'utf8')),
    real: (path) => orNothing(() => realpathSync(path)) ?? path,
    personal: () => personalOf(orNothing(askRegistry)),
  };
}

/** What is looked at here is never needed: what cannot be read is as if it were not there. */
function orNothing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) console.error(error);
    return undefined;
  }
}

const SHELL_FOLDERS = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders`;

/** In a console of its own, so that the user's keeps its code page. */
function askRegistry(): Buffer {
  return execSync(`chcp 65001 >nul & reg query "${SHELL_FOLDERS}" /v Personal`, {
    windowsHide: true,
    timeout: 5000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The value in the answer of reg.exe: UTF-8, or the code page of a Chinese system where it does not listen. */
export function personalOf(answer: Buffer | undefined): string | undefined {
  if (!answer) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(answer);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    text = new TextDecoder('gbk').decode(answer);
  }
  return /^\s*Personal\s+REG_(?:EXPAND_)?SZ\s+(.+?)\s*$/m.exec(text)?.[1];
}
