import { FuseV1Options, FuseState, getCurrentFuseWire } from '@electron/fuses';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openByDebugger } from './by-debugger.ts';
import { electronArguments, electronProgram } from './desktop-door.ts';
import { doorName } from './door.ts';
import { repository } from '../repository.ts';

/** The program as it is handed out: packed by electron-builder, fuses set, started without any test hook. */
describe.runIf(doorName === 'desktop' && process.platform === 'linux')('packaged program', () => {
  let folder: string;
  let program: string;
  let running: ChildProcess | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'biaobing-packaged-'));
    const runtime = dirname(electronProgram());
    const version = (await readFile(join(runtime, 'version'), 'utf8')).trim();
    const builder = join(repository, 'node_modules/electron-builder/cli.js');
    const options = [
      `electronDist=${runtime}`,
      `electronVersion=${version}`,
      `directories.output=${folder}/out`,
    ];
    execFileSync(
      process.execPath,
      [builder, '--linux', '--dir', ...options.map((option) => `-c.${option}`)],
      {
        cwd: repository,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    program = join(folder, 'out/linux-unpacked/biaobing');
  }, 300_000);

  afterAll(async () => {
    if (running?.exitCode === null) running.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('has its fuses blown', async () => {
    const wire = await getCurrentFuseWire(program);
    const on = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      fileRights: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      asarIntegrity: true,
      onlyAsar: true,
      fileRights: false,
    });
    expect(existsSync(join(dirname(program), 'resources/app.asar'))).toBe(true);
    expect(existsSync(join(dirname(program), 'resources/app.asar.unpacked'))).toBe(false);
  });

  it('exports the sample as a package that verifies', async () => {
    const root = join(folder, 'data');
    const args = electronArguments({ root, profile: join(folder, 'profile') });
    running = spawn(program, [...args, '--remote-debugging-port=0'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const { browser, page } = await openByDebugger(running);

    await page.getByRole('button', { name: '打开示例' }).click();
    await page.getByText('资格审查与导出').first().click();
    await page.getByRole('button', { name: '导出自查包' }).click();
    await page.getByText('自查包导出成功').waitFor({ timeout: 60_000 });
    await browser.close();

    const [file = '', ...more] = (await readdir(join(root, '导出'))).filter((name) => name.endsWith('.zip'));
    expect(more).toEqual([]);
    const verify = [join(repository, 'dist/cli.mjs'), 'verify', join(root, '导出', file), '--json'];
    const answer = JSON.parse(execFileSync(process.execPath, verify, { encoding: 'utf8' }));
    expect(answer.packages).toMatchObject([{ status: 'intact', problems: [] }]);

    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
