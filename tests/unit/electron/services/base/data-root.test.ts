import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dataRoot } from '../../../../../electron/services/base/data-root.ts';

describe.runIf(process.platform === 'linux')('data folder', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'home-'));
    vi.stubEnv('HOME', home);
    vi.stubEnv('XDG_CONFIG_HOME', undefined);
    vi.stubEnv('BIAOBING_ROOT', undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true });
  });

  const userDirs = (line: string): void => {
    mkdirSync(join(home, '.config'));
    writeFileSync(join(home, '.config/user-dirs.dirs'), `# comment\nXDG_DESKTOP_DIR="$HOME/桌面"\n${line}\n`);
  };

  it('lies in the documents that the system names', () => {
    userDirs('XDG_DOCUMENTS_DIR="$HOME/我的文档"');
    expect(dataRoot([])).toBe(join(home, '我的文档/标兵自评'));
  });

  it.each(['XDG_DOCUMENTS_DIR="$HOME/"', 'XDG_DOCUMENTS_DIR="$HOME"', ''])(
    'takes %j for none named',
    (line) => {
      userDirs(line);
      expect(dataRoot([])).toBe(join(home, 'Documents/标兵自评'));
    },
  );

  it('prefers a Chinese 文档 that is there', () => {
    mkdirSync(join(home, '文档'));
    expect(dataRoot([])).toBe(join(home, '文档/标兵自评'));
  });

  it('follows --root before BIAOBING_ROOT before everything else', () => {
    vi.stubEnv('BIAOBING_ROOT', '/named/by/environment');
    expect(dataRoot(['--no-open'], '/documents')).toBe('/named/by/environment');
    expect(dataRoot(['--root=here'], '/documents')).toBe(resolve('here'));
    vi.stubEnv('BIAOBING_ROOT', '');
    expect(dataRoot([], '/documents')).toBe('/documents/标兵自评');
  });
});
