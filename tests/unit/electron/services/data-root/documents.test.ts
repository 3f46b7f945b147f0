import { isAbsolute } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { decide } from '../../../../../electron/services/data-root/decide.ts';
import { defaultPlaces } from '../../../../../electron/services/data-root/documents.ts';
import { rememberedPath } from '../../../../../electron/services/data-root/remembered.ts';
import { personalOf, type System, thisSystem } from '../../../../../electron/services/data-root/system.ts';

interface Given {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env?: Record<string, string>;
  readonly folders?: readonly string[];
  readonly files?: Record<string, string>;
  readonly personal?: string;
}

function systemOf({ platform, home, env = {}, folders = [], files = {}, personal }: Given): System {
  return {
    ...{ platform, home, env },
    isFolder: (path) => folders.includes(path),
    read: (path) => files[path],
    real: (path) => path,
    personal: () => personal,
  };
}

const linux = { platform: 'linux', home: '/home/u' } as const;
const mac = { platform: 'darwin', home: '/Users/u' } as const;
const windows = { platform: 'win32', home: String.raw`C:\Users\u` } as const;
const userDirs = (line: string, file = '/home/u/.config/user-dirs.dirs') => ({
  files: { [file]: `# comment\nXDG_DESKTOP_DIR="$HOME/桌面"\n${line}\n` },
});
const oneDrive = String.raw`C:\Users\u\OneDrive\文档`;

describe('the default place', () => {
  const rows: [what: string, given: Given, place: string][] = [
    [
      'is in the documents that the system names',
      { ...linux, ...userDirs('XDG_DOCUMENTS_DIR="$HOME/我的文档"') },
      '/home/u/我的文档/标兵自评',
    ],
    [
      'follows documents on another disk',
      { ...linux, ...userDirs('XDG_DOCUMENTS_DIR="/data/u/文档"') },
      '/data/u/文档/标兵自评',
    ],
    [
      'knows where the settings were moved',
      {
        ...linux,
        env: { XDG_CONFIG_HOME: '/settings' },
        ...userDirs('XDG_DOCUMENTS_DIR="$HOME/甲"', '/settings/user-dirs.dirs'),
      },
      '/home/u/甲/标兵自评',
    ],
    [
      'is not looked up in settings without a fixed place',
      {
        ...linux,
        env: { XDG_CONFIG_HOME: 'settings' },
        ...userDirs('XDG_DOCUMENTS_DIR="$HOME/甲"', 'settings/user-dirs.dirs'),
      },
      '/home/u/Documents/标兵自评',
    ],
    ...['XDG_DOCUMENTS_DIR="$HOME/"', 'XDG_DOCUMENTS_DIR="$HOME"', 'XDG_DOCUMENTS_DIR="Documents/a"', ''].map(
      (line): [string, Given, string] => [
        `takes ${JSON.stringify(line)} for none named`,
        { ...linux, ...userDirs(line) },
        '/home/u/Documents/标兵自评',
      ],
    ),
    ['is not the home where nothing is named', linux, '/home/u/Documents/标兵自评'],
    ['prefers a 文档 that is there', { ...linux, folders: ['/home/u/文档'] }, '/home/u/文档/标兵自评'],
    ['is Documents on a Mac', { ...mac, folders: ['/Users/u/文档'] }, '/Users/u/Documents/标兵自评'],
    [
      'follows OneDrive',
      { ...windows, personal: oneDrive, folders: [oneDrive] },
      String.raw`C:\Users\u\OneDrive\文档\标兵自评`,
    ],
    [
      'replaces variables, in any case',
      {
        ...windows,
        env: { UserProfile: String.raw`D:\u` },
        personal: String.raw`%USERPROFILE%\Documents`,
        folders: [String.raw`D:\u\Documents`],
      },
      String.raw`D:\u\Documents\标兵自评`,
    ],
    [
      'leaves an answer that leads nowhere',
      { ...windows, personal: String.raw`%NOWHERE%\Documents` },
      String.raw`C:\Users\u\Documents\标兵自评`,
    ],
    ['is below the home where there is no answer', windows, String.raw`C:\Users\u\Documents\标兵自评`],
  ];
  it.each(rows)('%s', (_what, given, place) => {
    expect(defaultPlaces(systemOf(given))[0]).toBe(place);
  });

  it.each(['', 'somewhere'])('is a fixed one, also where HOME is “%s”', (home) => {
    vi.stubEnv('HOME', home);
    vi.stubEnv('USERPROFILE', home);
    expect(isAbsolute(defaultPlaces(thisSystem())[0])).toBe(true);
    vi.unstubAllEnvs();
  });

  it('comes before all the places of former versions, each once', () => {
    expect(defaultPlaces(systemOf(linux))).toEqual([
      '/home/u/Documents/标兵自评',
      '/home/u/文档/标兵自评',
      '/home/u/标兵自评',
    ]);
    expect(defaultPlaces(systemOf({ ...windows, personal: oneDrive, folders: [oneDrive] }))).toEqual([
      String.raw`C:\Users\u\OneDrive\文档\标兵自评`,
      String.raw`C:\Users\u\Documents\标兵自评`,
      String.raw`C:\Users\u\文档\标兵自评`,
      String.raw`C:\Users\u\标兵自评`,
    ]);
  });
});

describe('what the registry answers', () => {
  const answer = (value: string, type = 'REG_EXPAND_SZ') =>
    `\r\nHKEY_CURRENT_USER\\Software\\…\\User Shell Folders\r\n    Personal    ${type}    ${value}\r\n\r\n`;

  it('is read as UTF-8', () => {
    expect(personalOf(Buffer.from(answer(String.raw`%USERPROFILE%\My Documents`)))).toBe(
      String.raw`%USERPROFILE%\My Documents`,
    );
    expect(personalOf(Buffer.from(answer(String.raw`D:\文档`, 'REG_SZ')))).toBe(String.raw`D:\文档`);
  });

  it('is read in the code page of a Chinese system', () => {
    const [before = '', after = ''] = answer('|').replaceAll('…', '').split('|');
    const gbk = Buffer.from([0xce, 0xc4, 0xb5, 0xb5]); // 文档
    expect(personalOf(Buffer.concat([Buffer.from(`${before}D:\\`), gbk, Buffer.from(after)]))).toBe(
      String.raw`D:\文档`,
    );
  });

  it('is nothing where there is none', () => {
    expect(personalOf(undefined)).toBeUndefined();
    expect(personalOf(Buffer.from('ERROR'))).toBeUndefined();
  });
});

describe('what is remembered', () => {
  it.each<[Given, string]>([
    [linux, '/home/u/.config/biaobing/data-folder.json'],
    [{ ...linux, env: { XDG_CONFIG_HOME: '/settings' } }, '/settings/biaobing/data-folder.json'],
    [{ ...linux, env: { XDG_CONFIG_HOME: 'relative' } }, '/home/u/.config/biaobing/data-folder.json'],
    [mac, '/Users/u/Library/Application Support/biaobing/data-folder.json'],
    [windows, String.raw`C:\Users\u\AppData\Roaming\biaobing\data-folder.json`],
    [{ ...windows, env: { APPDATA: String.raw`D:\r` } }, String.raw`D:\r\biaobing\data-folder.json`],
  ])('%j lies among the settings', (given, path) => {
    expect(rememberedPath(systemOf(given))).toBe(path);
  });
});

describe('which folder is the data folder', () => {
  const [a, b] = ['/文档/标兵自评', '/标兵自评'];
  const places = (first?: number, second?: number) => () =>
    [
      { path: a, changed: first },
      { path: b, changed: second },
    ] as const;
  const unasked = () => {
    throw new Error('not to be looked at');
  };
  it.each<[string, Parameters<typeof decide>[0], ReturnType<typeof decide>]>([
    [
      'the option is first',
      { named: ['/option', '/env'], remembered: '/r', places: unasked },
      { root: '/option', by: 'name' },
    ],
    [
      'an empty name is none',
      { named: ['', '/env'], remembered: '/r', places: unasked },
      { root: '/env', by: 'name' },
    ],
    [
      'then what is remembered',
      { named: [undefined, ''], remembered: '/r', places: unasked },
      { root: '/r', by: 'memory' },
    ],
    [
      'the default where nothing holds anything',
      { named: [], remembered: undefined, places: places() },
      { root: a, by: 'default' },
    ],
    [
      'the default that holds something',
      { named: [], remembered: undefined, places: places(1) },
      { root: a, by: 'content' },
    ],
    [
      'a former place that alone holds something',
      { named: [], remembered: undefined, places: places(undefined, 1) },
      { root: b, by: 'content' },
    ],
    [
      'of two the one changed last',
      { named: [], remembered: undefined, places: places(1, 2) },
      { root: b, by: 'content' },
    ],
    [
      'of two the default where it was changed last',
      { named: [], remembered: undefined, places: places(2, 1) },
      { root: a, by: 'content' },
    ],
  ])('%s', (_what, facts, decision) => {
    expect(decide(facts)).toEqual(decision);
  });
});
