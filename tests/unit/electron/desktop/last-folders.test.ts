import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { LastFolders } from '../../../../electron/desktop/last-folders.ts';
import { temporaryFolder } from '../services/fixture.ts';

describe('last folders', () => {
  it('are kept over a restart, one a kind of choice, for their user alone', async () => {
    const state = await temporaryFolder();
    const [evidence, packages] = [join(state, '材料'), join(state, 'U盘')];
    for (const folder of [evidence, packages]) await mkdir(folder);
    const last = new LastFolders(state, '/home/x/Documents');
    expect(last.of('evidence')).toBe('/home/x/Documents');
    last.keep('evidence', evidence);
    last.keep('packages', packages);
    const again = new LastFolders(state, '/home/x/Documents');
    expect(again.of('evidence')).toBe(evidence);
    expect(again.of('packages')).toBe(packages);
    // A stick that was pulled out.
    await rm(packages, { recursive: true });
    expect(again.of('packages')).toBe('/home/x/Documents');
  });

  it.each(['', '[]', '{"evidence":7}', 'null'])('begin anew where the file holds %s', async (text) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const state = await temporaryFolder();
    await writeFile(join(state, 'folders.json'), text);
    const last = new LastFolders(state, '/home/x/Documents');
    expect(last.of('evidence')).toBe('/home/x/Documents');
    last.keep('evidence', state);
    expect(JSON.parse(await readFile(join(state, 'folders.json'), 'utf8'))).toEqual({ evidence: state });
  });
});
