import type { Random } from '../../tables/random.ts';
import { rawZip } from '../../unit/electron/services/package/raw-zip.ts';
import { filesOfZip, type ZipFile } from '../../unit/electron/services/package/zip-files.ts';

/** What strangers and broken disks put where a program expects something else. */
const WORDS = [
  ...['', '\0', '\u202egpj.exe', '\u200b', '\ud800', '𠮷', '=HYPERLINK("http://a")', 'CON'],
  ...[
    'C:\\x',
    '-1',
    '1e309',
    'NaN',
    '9'.repeat(400),
    '长'.repeat(70_000),
    '__proto__',
    'constructor',
    '2026-02-30',
  ],
  ...['<!ENTITY a "b">', ']]>', '&amp;', '{{#', '\r\n', '\ufeff', '％２ｅ', '%2e%2e%2f', '第一章', '89.995'],
];

/** Before the first mutation: further words. */
export function alsoTry(words: readonly string[]): void {
  WORDS.push(...words);
}

const INTEGERS = [0, 1, 0x7f, 0xff, 0xffff, 0x7fffffff, 0xffffffff];

/** One to four small changes of bytes. */
function mutateBytes(random: Random, bytes: Buffer): Buffer {
  let now: Buffer = Buffer.from(bytes);
  for (let times = random.int(1, 4); times > 0; times -= 1) now = mutateOnce(random, now);
  return now;
}

function mutateOnce(random: Random, bytes: Buffer): Buffer {
  const at = random.int(0, Math.max(0, bytes.length - 1));
  const length = random.int(1, 64);
  const rest = bytes.subarray(at + length);
  const before = bytes.subarray(0, at);
  switch (random.int(0, 8)) {
    case 0:
      return before;
    case 1:
      return Buffer.concat([before, rest]);
    case 2:
      return Buffer.concat([before, bytes.subarray(at, at + length), bytes.subarray(at)]);
    case 3:
      return Buffer.concat([before, Buffer.alloc(length, random.int(0, 255)), rest]);
    case 4:
      return Buffer.concat([before, Buffer.from(random.pick(WORDS)), bytes.subarray(at)]);
    case 5: {
      const value = Buffer.alloc(4);
      value.writeUInt32LE(random.pick(INTEGERS));
      return Buffer.concat([before, value, bytes.subarray(at + 4)]);
    }
    case 6: {
      const other = random.int(0, Math.max(0, bytes.length - 1));
      return Buffer.concat([before, bytes.subarray(other, other + length), rest]);
    }
    default:
      if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
      return bytes;
  }
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** JSON that is still JSON, mostly; now and then deeper than any stack, or with a name twice. */
export function mutateJson(random: Random, text: string): string {
  if (random.chance(0.15)) return mutateBytes(random, Buffer.from(text)).toString('utf8');
  let root: Json;
  try {
    root = JSON.parse(text) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return mutateBytes(random, Buffer.from(text)).toString('utf8');
  }
  const holders = holdersIn(root);
  for (let times = random.int(1, 3); times > 0; times -= 1) {
    if (holders.length === 0) return JSON.stringify(strange(random, holders));
    const holder = random.pick(holders);
    const names = Object.keys(holder);
    const name = names.length === 0 ? '0' : random.pick(names);
    const values = holder as Record<string, Json>;
    if (random.chance(0.2) && names.length > 0) delete values[name];
    else if (random.chance(0.1))
      Object.defineProperty(values, random.pick(WORDS) || 'x', {
        value: 1,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    else values[name] = strange(random, holders, values[name]);
  }
  const out = JSON.stringify(root);
  if (random.chance(0.03))
    return out.replace(/"[^"]*":/, (name) => `${name}${'['.repeat(100_000)}${']'.repeat(100_000)},${name}`);
  return out;
}

function holdersIn(root: Json): (Json[] | Record<string, Json>)[] {
  const found: (Json[] | Record<string, Json>)[] = [];
  const visit = (value: Json): void => {
    if (value === null || typeof value !== 'object' || found.length > 20_000) return;
    found.push(value);
    for (const each of Object.values(value)) visit(each);
  };
  visit(root);
  return found;
}

function strange(random: Random, holders: readonly Json[], was?: Json): Json {
  switch (random.int(0, 9)) {
    case 0:
      return null;
    case 1:
      return random.pick([-1, 0, 1.5, 1e21, 2 ** 53, -0.005, 90]);
    case 2:
      return [];
    case 3:
      return {};
    case 4:
      return Array.isArray(was) ? [...was, ...was, ...was] : [was ?? null];
    case 5:
      return typeof was === 'string' ? was + random.pick(WORDS) : random.pick([true, false]);
    case 6: {
      const other = holders.length > 0 ? random.pick(holders) : null;
      return JSON.stringify(other).length < 10_000 ? (JSON.parse(JSON.stringify(other)) as Json) : null;
    }
    default:
      return random.pick(WORDS);
  }
}

/** One of the files is another, or called otherwise, or there twice, or gone; or the container itself is wrong. */
export async function mutateZip(random: Random, bytes: Buffer, files?: readonly ZipFile[]): Promise<Buffer> {
  if (random.chance(0.3)) return mutateBytes(random, bytes);
  const known = files ?? (await filesOfZip(bytes));
  const at = random.int(0, known.length - 1);
  const entries = known.map(({ name, data }, index) => {
    const raw = { name, data, deflate: random.chance(0.9) };
    if (index !== at) return raw;
    switch (random.int(0, 6)) {
      case 0:
        return { ...raw, name: `${name}${random.pick(WORDS).slice(0, 300)}` };
      case 1:
        return { ...raw, name: `../../${name}` };
      case 2:
        return { ...raw, statedBytes: random.pick(INTEGERS) };
      case 3:
        return { ...raw, mode: 0o120777 };
      default:
        return { ...raw, data: mutateFile(random, name, data) };
    }
  });
  const [one] = entries.slice(at, at + 1);
  if (one && random.chance(0.1)) entries.push(one);
  if (random.chance(0.1)) entries.splice(at, 1);
  return rawZip(entries);
}

export function mutateFile(random: Random, name: string, data: Buffer): Buffer {
  if (name.endsWith('.json')) return Buffer.from(mutateJson(random, data.toString('utf8')));
  if (/\.(?:xml|rels|txt|html)$/.test(name) && random.chance(0.7)) return mutateMarkup(random, data);
  return mutateBytes(random, data);
}

/** A word, a number or a tag is another one. */
function mutateMarkup(random: Random, data: Buffer): Buffer {
  const parts = data.toString('utf8').split(/(?<=[<>"\s=])|(?=[<>"\s=])/);
  for (let times = random.int(1, 5); times > 0; times -= 1) {
    const at = random.int(0, parts.length - 1);
    const from = random.int(0, parts.length - 1);
    if (random.chance(0.4)) parts[at] = random.pick(WORDS);
    else if (random.chance(0.5)) parts[at] = parts[from] ?? '';
    else parts.splice(at, 0, ...parts.slice(from, from + random.int(1, 50)));
  }
  return Buffer.from(parts.join(''));
}
