// A copy of the tree to break things in: never the user's own working files.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

// A linked node_modules lies outside of the root, from where Vite serves nothing (the worker of pdf.js). Test files
// that name the broken module come first, short ones before long ones: there most faults are seen.
const CONFIG = `
import { readFileSync } from 'node:fs';
import { BaseSequencer } from 'vitest/node';
import config from './vitest.config.ts';
const near = ({ moduleId }) => readFileSync(moduleId, 'utf8').includes(process.env.MUTATED);
class NearFirst extends BaseSequencer {
  async sort(files) {
    const sorted = (await super.sort(files)).reverse();
    return [...sorted.filter(near), ...sorted.filter((file) => !near(file))];
  }
}
const projects = config.test.projects
  .filter(({ test }) => test.name !== 'e2e')
  .map((project) => ({ ...project, server: { fs: { strict: false } }, cacheDir: '.cache' }));
const sequence = { sequencer: NearFirst };
export default { ...config, cacheDir: '.cache', test: { ...config.test, projects, sequence } };
`;

/** Copies what git knows of the tree (and new files that it does not ignore) below the system's temporary folder. */
export function makeScratch(root) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'biaobing-mutate-')));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  for (const name of new Set(listed.toString().split('\0'))) {
    if (name !== '' && name !== 'node_modules') cpSync(join(root, name), join(folder, name));
  }
  symlinkSync(realpathSync(join(root, 'node_modules')), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'mutate.config.ts'), CONFIG);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs `task` while one file of the copy holds `code`. */
export async function withCode(folder, file, code, task) {
  const path = join(folder, file);
  const before = readFileSync(path);
  writeFileSync(path, code);
  try {
    return await task();
  } finally {
    writeFileSync(path, before);
  }
}

/** The tests related to a file: 'passed', 'failed' (and where), or 'hung' when nothing was said for `limit` seconds. */
export function runRelated(folder, file, { limit, more }) {
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  const args = ['related', file, '--run', '--bail=1', '--config=mutate.config.ts', '--reporter=verbose'];
  const env = { ...process.env, NO_COLOR: '1', CI: '1', MUTATED: `/${basename(file)}` };
  const child = spawn(process.execPath, [vitest, ...args, ...more], { cwd: folder, env, detached: true });
  return new Promise((done) => {
    let said = '';
    let hung = false;
    const stop = () => {
      hung = true;
      process.kill(-child.pid, 'SIGKILL');
    };
    let timer = setTimeout(stop, limit * 1000);
    const hear = (data) => {
      said += data;
      clearTimeout(timer);
      timer = setTimeout(stop, limit * 1000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (status) => {
      clearTimeout(timer);
      const failed = /^ FAIL +(.*)$/m.exec(said)?.[1] ?? said.trim().split('\n').at(-1) ?? '';
      done(hung ? { outcome: 'hung', by: '' } : { outcome: status === 0 ? 'passed' : 'failed', by: failed });
    });
  });
}
