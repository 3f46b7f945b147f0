import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { deskFor, unitFixture } from '../unit/electron/services/desk/fixture.ts';

const run = promisify(execFile);

/** As a thread that does not end. */
const LEFT = '--import=data:text/javascript,setInterval(()=>{},1000)';

it('ends when its command is done, whatever is left behind, with all that it prints', async () => {
  const standard = join(repository, 'scoring-standards/templates/standard-template.json');
  const line = [LEFT, join(repository, 'dist/cli.mjs'), 'standard', 'check', standard, '--json'];
  const { stdout } = await run(process.execPath, line, { timeout: 30_000, killSignal: 'SIGKILL' });
  expect(() => void JSON.parse(stdout)).not.toThrow();
});

it.each(['stdout', 'stderr'] as const)(
  'lets the desk go where nobody reads its %s to the end',
  async (which) => {
    const unit = await unitFixture({ name: '甲局' });
    const desk = await deskFor(unit);
    const line = [join(repository, 'dist/cli.mjs'), 'review', 'rank', '--desk', desk];
    const child = spawn(process.execPath, [...line, ...(which === 'stdout' ? ['--json'] : [])]);
    child[which].destroy();
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
    expect(await readdir(desk)).not.toContain('.lock');
  },
);
