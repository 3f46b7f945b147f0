import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { repository } from '../repository.ts';

const run = promisify(execFile);

/** As a thread that does not end. */
const LEFT = '--import=data:text/javascript,setInterval(()=>{},1000)';

it('ends when its command is done, whatever is left behind, with all that it prints', async () => {
  const standard = join(repository, 'scoring-standards/templates/standard-template.json');
  const line = [LEFT, join(repository, 'dist/cli.mjs'), 'standard', 'check', standard, '--json'];
  const { stdout } = await run(process.execPath, line, { timeout: 30_000, killSignal: 'SIGKILL' });
  expect(() => void JSON.parse(stdout)).not.toThrow();
});
