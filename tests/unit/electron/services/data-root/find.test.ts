import { existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findDataFolder } from '../../../../../electron/services/data-root/find.ts';
import { type System, thisSystem } from '../../../../../electron/services/data-root/system.ts';
import { temporaryFolder } from '../fixture.ts';

const NOW = new Date(2026, 10, 20, 9, 30);

describe.runIf(process.platform === 'linux')('data folder', () => {
  let home: string;
  let system: System;
  beforeEach(async () => {
    home = await temporaryFolder();
    system = { ...thisSystem(), home, env: {} };
  });

  /** Lays down an assessment, or whatever else a file tells of, changed in this year. */
  function put(path: string, year = 2026): void {
    const file = join(home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '{}');
    utimesSync(file, new Date(year, 1), new Date(year, 1));
  }
  const remembered = () => join(home, '.config/biaobing/data-folder.json');
  const remember = (text: string) => {
    mkdirSync(dirname(remembered()), { recursive: true });
    writeFileSync(remembered(), text);
  };
  const found = (...args: string[]) => findDataFolder(args, system);
  const read = (): unknown => JSON.parse(readFileSync(remembered(), 'utf8'));

  it('is the default in a new home', () => {
    expect(found()).toMatchObject({ root: join(home, 'Documents/标兵自评'), by: 'default' });
    expect(found().others(join(home, 'Documents/标兵自评'))).toEqual([]);
  });

  it.each([
    '标兵自评/甲局-1/assessment.json',
    '标兵自评/甲局-1/assessment.previous.json',
    '标兵自评/标准库/a.json',
    '标兵自评/核验台/甲/desk.json',
    '标兵自评/导出/甲.zip',
    '标兵自评/已删除/甲/assessment.json',
  ])('finds what the former window made: %s', (path) => {
    put(path);
    mkdirSync(join(home, 'Documents/标兵自评/核验台'), { recursive: true });
    expect(found()).toMatchObject({ root: join(home, '标兵自评'), by: 'content' });
  });

  it('takes nothing for the program’s that is not', () => {
    put('标兵自评/照片/a.jpg');
    put('标兵自评/说明.txt');
    expect(found().by).toBe('default');
  });

  it('takes the one of two that was changed last, and names the other', () => {
    put('标兵自评/甲局-1/assessment.json', 2026);
    put('Documents/标兵自评/乙局-2/assessment.json', 2025);
    const { root, others } = found();
    expect(root).toBe(join(home, '标兵自评'));
    expect(others(root)).toEqual([join(home, 'Documents/标兵自评')]);
  });

  it('takes a link for the folder that it leads to', () => {
    put('标兵自评/甲局-1/assessment.json');
    symlinkSync('.', join(home, 'Documents'));
    const { root, others } = found();
    expect(others(root)).toEqual([]);
  });

  it('follows what is remembered, also where the documents are elsewhere now', async () => {
    const { memory, root } = found();
    await memory?.keepFirst(root, NOW);
    put('.config/user-dirs.dirs');
    writeFileSync(join(home, '.config/user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/文书"\n');
    expect(found()).toMatchObject({ root, by: 'memory' });
  });

  it('remembers the first use once, a choice always, and the way back', async () => {
    const { memory } = found();
    await memory?.keepFirst('/a', NOW);
    await memory?.keepFirst('/b', NOW);
    expect(read()).toEqual({ version: 1, folder: '/a', former: [] });
    for (const folder of ['/b', '/b', '/a', '/c']) await memory?.keep(folder, NOW);
    expect(read()).toEqual({ version: 1, folder: '/c', former: ['/a', '/b'] });
    for (const folder of ['/d', '/e', '/f', '/g']) await memory?.keep(folder, NOW);
    expect(read()).toEqual({ version: 1, folder: '/g', former: ['/f', '/e', '/d', '/c', '/a'] });
  });

  it('names former folders that still hold something', async () => {
    put('U盘/甲局-1/assessment.json');
    const { memory, others } = found();
    for (const folder of [join(home, 'U盘'), '/gone', join(home, 'new')]) await memory?.keep(folder, NOW);
    expect(others(join(home, 'new'))).toEqual([join(home, 'U盘')]);
  });

  it.each([
    ['half a file', '{"version":1,', 'data-folder-damaged'],
    ['no folder', '{"version":1}', 'data-folder-damaged'],
    ['a newer one', '{"version":2,"place":"x"}', 'data-folder-newer'],
    ['a strange one', '{"version":"v9"}', 'data-folder-version'],
    ['a long one', ' '.repeat(100_000), 'data-folder-damaged'],
  ])('goes on by default where %s is remembered, and says so', async (_what, text, code) => {
    remember(text);
    const { root, by, note, memory } = found();
    expect({ root, by, code: note?.code }).toEqual({
      ...{ root: join(home, 'Documents/标兵自评'), by: 'default', code },
    });
    await memory?.keepFirst(root, NOW);
    expect(readFileSync(remembered(), 'utf8')).toBe(text);
  });

  it('puts a damaged file aside only where a folder is chosen, and never a newer one', async () => {
    remember('half');
    await found().memory?.keep('/a', NOW);
    expect(read()).toMatchObject({ folder: '/a' });
    expect(readFileSync(`${remembered()}.damaged-20261120-093000000`, 'utf8')).toBe('half');
    remember('{"version":2}');
    await expect(found().memory?.keep('/a', NOW)).rejects.toThrow('data-folder-newer');
    expect(read()).toEqual({ version: 2 });
  });

  it('reads and writes nothing where the start names a folder', () => {
    remember('half');
    system = { ...system, env: { BIAOBING_ROOT: '/named/by/environment' } };
    expect(found('--no-open')).toMatchObject({ root: '/named/by/environment', by: 'name' });
    const { root, note, memory, others } = found('--root=here');
    expect({ root, note, memory, others: others(root) }).toEqual({
      ...{ root: resolve('here'), note: undefined, memory: undefined, others: [] },
    });
  });

  it('asks the computer that it runs on', () => {
    vi.stubEnv('HOME', home);
    vi.stubEnv('XDG_CONFIG_HOME', undefined);
    vi.stubEnv('BIAOBING_ROOT', undefined);
    expect(findDataFolder([]).root).toBe(join(home, 'Documents/标兵自评'));
    vi.unstubAllEnvs();
    expect(existsSync(join(home, '.config'))).toBe(false);
  });
});
