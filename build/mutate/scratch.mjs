// A copy of the tree to break things in: never the user's own working files.
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// A linked node_modules lies outside of the root, from where Vite serves nothing (the worker of pdf.js). Test files
// that name the broken module come first, then those of its folder, short ones before long ones: there most faults
// are seen.
const CONFIG = `
import { readFileSync } from 'node:fs';
import { BaseSequencer } from 'vitest/node';
import config from './vitest.config.ts';
// The module, a module of its folder, one of the folder above.
const names = JSON.parse(process.env.MUTATED).map((pattern) => new RegExp(pattern));
const distance = ({ moduleId }) => {
  const text = readFileSync(moduleId, 'utf8');
  const found = names.findIndex((name) => name.test(text));
  return found < 0 ? names.length : found;
};
class NearFirst extends BaseSequencer {
  async sort(files) {
    return (await super.sort(files)).reverse().toSorted((a, b) => distance(a) - distance(b));
  }
}
const projects = config.test.projects
  .filter(({ test }) => test.name !== 'e2e')
  .map(({ test, ...project }) => ({
    ...project,
    server: { fs: { strict: false } },
    cacheDir: '.cache',
    test: { ...test, exclude: JSON.parse(process.env.EXCLUDED) },
  }));
const more = { sequence: { sequencer: NearFirst }, experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/modules' } };
export default { ...config, cacheDir: '.cache', test: { ...config.test, projects, ...more } };
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

/** What a test says that imports the module, one of its folder, one of the folder above: the nearest first. */
const placesNear = (file) => [file, `${dirname(file)}/[^/']+'`, `${dirname(dirname(file))}/[^/']+'`];

const HAN = /\p{Script=Han}{3,}/gu;
/** Of the tests that say a module's words, so many. */
const SAYING = 3;

/**
 * The tests that name the module or one of its folder; where none does, of the folder above. Far quicker than to ask for what
 * is related. Screens are named by no test: theirs are those that say most of the words that stand in them.
 */
function nearTests(folder, file) {
  const names = placesNear(file).map((pattern) => new RegExp(pattern));
  const all = ['tests/unit', 'tests/component'].flatMap((below) =>
    readdirSync(join(folder, below), { recursive: true }).map((name) => join(below, name)),
  );
  const tests = all.filter((name) => /\.test\.tsx?$/.test(name));
  const placed = tests.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { name, text, distance: names.findIndex((each) => each.test(text)) };
  });
  const known = placed.filter(({ distance }) => distance >= 0);
  const reach = Math.max(1, Math.min(...known.map(({ distance }) => distance)));
  const named = known.filter(({ distance }) => distance <= reach);
  if (!file.startsWith('renderer/') || named.some(({ name }) => name.startsWith('tests/component')))
    return named.map(({ name }) => name);
  const words = [...wordsIn(join(folder, file)), ...wordsBeside(folder, file)];
  const saying = placed
    .map(({ name, text }) => ({ name, said: words.filter((each) => text.includes(each)).length }))
    .filter(({ said }) => said > 0)
    .toSorted((a, b) => b.said - a.said)
    .slice(0, SAYING);
  return [...new Set([...named, ...saying].map(({ name }) => name))];
}

const wordsIn = (path) => new Set(readFileSync(path, 'utf8').match(HAN) ?? []);

/** A module's own words count twice where there are any: they are in its folder as well. */
function wordsBeside(folder, file) {
  const names = readdirSync(join(folder, dirname(file))).filter((name) => /\.tsx?$/.test(name));
  return new Set(names.flatMap((name) => [...wordsIn(join(folder, dirname(file), name))]));
}

/**
 * What the unit and component tests that are related to `file` say of the copy as it is. A test that fails only among
 * the others (a busy machine) or without the fault as well (`healthy` says so) is no witness, and left out.
 */
export async function judge(folder, file, { limit, exclude, near, healthy }) {
  const left = [];
  const what = near ? ['run', ...nearTests(folder, file)] : ['related', file];
  if (near && what.length === 1) return { outcome: 'passed', by: 'no test near' };
  for (;;) {
    const found = await vitest(folder, what, { file, limit, exclude: [...exclude, ...left] });
    const [name] = /tests\/\S+/.exec(found.by) ?? [];
    if (found.outcome !== 'failed' || name === undefined) return found;
    const alone = await vitest(folder, ['run', name], { file, limit });
    if (alone.outcome !== 'passed' && (await healthy(name))) return found;
    if (left.includes(name)) return { outcome: 'passed', by: 'no witness is left' };
    left.push(name);
  }
}

let running;
// Its tests must not outlive it.
process.on('exit', () => running && process.kill(-running.pid, 'SIGKILL'));

/** Answers 'passed', 'failed' (and by which test), or 'hung' where nothing was said for `limit` seconds. */
export function vitest(folder, what, { file = '', limit, exclude = [] }) {
  const program = join(folder, 'node_modules/vitest/vitest.mjs');
  const args = [...what, '--run', '--bail=1', '--config=mutate.config.ts', '--reporter=verbose'];
  const own = {
    NO_COLOR: '1',
    CI: '1',
    MUTATED: JSON.stringify(placesNear(file)),
    EXCLUDED: JSON.stringify(exclude),
  };
  const env = { ...process.env, ...own };
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, env, detached: true });
  running = child;
  return new Promise((done) => {
    let said = '';
    let hung = false;
    const stop = () => {
      hung = true;
      process.kill(-child.pid, 'SIGKILL');
    };
    let timer;
    const hear = (data) => {
      said += data;
      clearTimeout(timer);
      timer = setTimeout(stop, limit * 1000);
    };
    hear('');
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (status) => {
      clearTimeout(timer);
      running = undefined;
      const by = /^ FAIL +(.*)$/m.exec(said)?.[1] ?? said.trim().split('\n').at(-1) ?? '';
      done(hung ? { outcome: 'hung', by: '' } : { outcome: status === 0 ? 'passed' : 'failed', by });
    });
  });
}
