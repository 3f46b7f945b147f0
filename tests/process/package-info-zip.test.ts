import { execFile } from 'node:child_process';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../electron/services/assessment/open-package.ts';
import { verifyPackage } from '../../electron/services/package/verify.ts';
import { exportFixture, makeFixture, tempFolder } from '../unit/electron/services/package/fixture.ts';
import { needs } from './system-tools.ts';

const run = promisify(execFile);
const env = { ...process.env, LC_ALL: 'C.UTF-8' };

/** What a municipal office has at hand besides this program. */
describe.skipIf(!needs('zip', 'unzip', 'sha256sum'))('a package in the hands of public tools', () => {
  let file: string;
  let folder: string;
  beforeAll(async () => {
    file = (await exportFixture(await makeFixture())).file;
    folder = await tempFolder();
    await run('unzip', ['-q', file, '-d', folder], { env });
  });

  it('passes unzip -t and sha256sum -c', async () => {
    await run('unzip', ['-t', file]);
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      await run('sha256sum', ['-c', '--strict', manifest], { cwd: join(folder, basename(file, '.zip')) });
    }
  });

  it('zipped again, with folders and in another order, is intact', async () => {
    const again = join(await tempFolder(), 'again.zip');
    await run('zip', ['-q', '-r', again, basename(file, '.zip')], { cwd: folder, env });
    const verification = await verifyPackage(again);
    expect(verification).toMatchObject({ status: 'intact', problems: [] });
    expect(verification.sealCode).toBe((await verifyPackage(file)).sealCode);
    const opened = await openPackage(again, join(await tempFolder(), '打开'));
    expect(opened.assessment.evidence).toHaveLength(6);
  });
});
