// `npm run mutate -- --seed N --count M [--json FILE] [PATH…]`: breaks our own source in M small places, one at a time
// and in a copy, and tells which of them no unit or component test notices. The same seed, source and paths are the same
// places. For development only: no part of the tests.
//   --limit SECONDS   without a word for so long, the tests hang (180)
//   --exclude GLOB    tests that are left out, e.g. slow ones; may stand several times
//   --near            only tests that name the module or one of its folder; where none does, of the folder above, and
//                     for screens those that say most of their words
//   --take-out fsync|bound   not by chance: each one of the source, in its order
//   --only 3,17       of the places, these alone; --list: shows them and tries none
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { placesOf } from './mutate/places.mjs';
import { KINDS, standingIn } from './mutate/take-out.mjs';
import { judge, makeScratch, vitest, withCode } from './mutate/scratch.mjs';

const root = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20' },
    json: { type: 'string' },
    limit: { type: 'string', default: '180' },
    list: { type: 'boolean', default: false },
    only: { type: 'string' },
    'take-out': { type: 'string' },
    near: { type: 'boolean', default: false },
    exclude: { type: 'string', multiple: true, default: [] },
  },
});
const paths = positionals.length > 0 ? positionals : ['shared', 'electron', 'renderer'];

/** Mulberry32: numbers from 0 to below 1, the same for the same seed on every machine. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function chooseFrom(places, count, random) {
  const left = [...places];
  const chosen = [];
  while (chosen.length < count && left.length > 0) {
    const [place] = left.splice(Math.floor(random() * left.length), 1);
    const [what, code] = place.changes[Math.floor(random() * place.changes.length)];
    chosen.push({ ...place, what, code });
  }
  return chosen;
}

const listed = execFileSync('git', ['ls-files', '-z', '--', ...paths], { cwd: root })
  .toString()
  .split('\0');
const files = listed.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts')).toSorted();
const codeOf = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const kind = values['take-out'];
if (kind !== undefined && !KINDS.includes(kind))
  throw new Error(`--take-out takes one of ${KINDS.join(', ')}`);
const placesIn = kind === undefined ? placesOf : (file, code) => standingIn(file, code, kind);
const places = files.flatMap((file) => placesIn(file, codeOf.get(file)));
const chosen = (
  kind === undefined
    ? chooseFrom(places, Number(values.count), randomFrom(Number(values.seed)))
    : places.map(({ changes: [[what, code]], ...place }) => ({ ...place, what, code }))
)
  .map((place, index) => ({ ...place, number: index + 1 }))
  // By their numbers again, e.g. those that survived: --only 3,17.
  .filter(({ number }) => values.only === undefined || values.only.split(',').map(Number).includes(number));

const results = [];
const titleOf = ({ number, file, line, what }) => `#${number} ${file}:${line} ${what}`;
const cutTo = (text) => text.replace(/\s+/g, ' ').slice(0, 90);

async function tryAll({ folder, intact }) {
  const limit = Number(values.limit);
  const known = new Map();
  /** True for a test file that passes in a copy without any fault. */
  const healthy = async (name) => {
    if (!known.has(name)) {
      known.set(name, (await vitest(intact(), ['run', name], { limit })).outcome === 'passed');
    }
    return known.get(name);
  };
  for (const place of chosen) {
    const { file, start, end, code, what, line, number } = place;
    const before = codeOf.get(file);
    const mutated = before.slice(0, start) + code + before.slice(end);
    const [was, is] = [before.slice(start, end), code];
    const began = Date.now();
    const { outcome, by } = values.list
      ? { outcome: 'listed', by: '' }
      : await withCode(folder, file, mutated, () =>
          judge(folder, file, { limit, exclude: values.exclude, near: values.near, healthy }),
        );
    const verdict = { passed: 'SURVIVED', failed: 'noticed', hung: 'noticed', listed: '' }[outcome];
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(
      `${verdict.padEnd(8)} ${titleOf(place)} | ${cutTo(was)} -> ${cutTo(is)} | ${seconds} s ${by}`,
    );
    results.push({ number, file, line, what, was, is, verdict, outcome, by, seconds });
    if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  }
}

const areaOf = ({ file }) =>
  file
    .split('/')
    .slice(0, file.startsWith('electron/services') ? 3 : 2)
    .join('/');

function showTable() {
  console.log(`\n${places.length} places in ${files.length} files, seed ${values.seed}\n`);
  console.log('| area | noticed | survived |\n| --- | ---: | ---: |');
  for (const area of [...new Set(results.map(areaOf))].toSorted()) {
    const here = results.filter((result) => areaOf(result) === area);
    const survived = here.filter(({ verdict }) => verdict === 'SURVIVED').length;
    console.log(`| ${area} | ${here.length - survived} | ${survived} |`);
  }
  const survivors = results.filter(({ verdict }) => verdict === 'SURVIVED');
  console.log(`\n${results.length - survivors.length} noticed, ${survivors.length} survived`);
  for (const each of survivors) console.log(`- ${titleOf(each)}`);
}

const scratch = makeScratch(root);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
process.on('exit', () => {
  scratch.remove();
  second?.remove();
});
let second;
const intact = () => (second ??= makeScratch(root)).folder;
await tryAll({ folder: scratch.folder, intact });
if (!values.list) showTable();
