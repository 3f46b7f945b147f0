import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { EvidenceViewer } from '../../../../../../electron/services/assessment/evidence/view.ts';
import { failureCode, temporaryFolder } from '../../fixture.ts';

// The wall behind safe names, where these have a hole (docs/GUARDS.md).
vi.mock('../../../../../../shared/values/file-names.ts', async (load) => ({
  ...(await load<object>()),
  safeFileName: (name: string) => name,
}));

it.each(['../x.txt', '../../x.txt', '/x.txt', 'a/x.txt'])(
  'copies nothing to %s, outside a folder of its own',
  async (fileName) => {
    const home = await temporaryFolder();
    vi.stubEnv('TMPDIR', home);
    onTestFinished(() => void vi.unstubAllEnvs());
    const path = join(await temporaryFolder(), 'kept');
    await writeFile(path, '材料');
    const openPath = vi.fn(() => Promise.resolve());
    const viewer = new EvidenceViewer(openPath);
    onTestFinished(() => viewer.close());
    const shown = { path, fileName, mediaType: 'text/plain', bytes: 6 };
    expect(await failureCode(viewer.open('a'.repeat(64), shown))).toBe('type-not-opened');
    expect(openPath).not.toHaveBeenCalled();
    expect((await readdir(home, { recursive: true })).filter((name) => name.endsWith('.txt'))).toEqual([]);
  },
);
