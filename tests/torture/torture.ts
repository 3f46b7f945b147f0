import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomOf } from '../tables/random.ts';
import { faults } from './faults/faults.ts';
import { again, input } from './input/input.ts';
import { kill } from './kill/kill.ts';
import type { Found, Part, Row } from './part.ts';
import { asMarkdown, type Report } from './report.ts';

const PARTS: readonly Part[] = [kill, input, faults];

/** Minutes in which all of the counts are reached on a small machine. */
const LONG = 40;

/** Tries to break the program in every way that is known, for so long, and tells what broke. */
async function torture(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: String(LONG) },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      only: { type: 'string' },
      what: { type: 'string' },
      again: { type: 'string' },
      out: { type: 'string', default: join(import.meta.dirname, 'torture') },
    },
  });
  if (values.again !== undefined) {
    const folder = join(values.out, `again-${Date.now()}`);
    console.log(await again(folder, values.again.split('/')), folder);
    return;
  }
  const minutes = Number(values.minutes);
  const parts = PARTS.filter(
    ({ name }) => values.only === undefined || values.only.split(',').includes(name),
  );
  if (!(minutes > 0) || parts.length === 0)
    throw new Error(
      'usage: [--minutes N] [--seed N] [--only kill,input,faults] [--what ROW,ROW] [--out FOLDER]',
    );
  // What the program notes down for whoever supports a user: here it is asked for.
  console.error = () => undefined;
  await mkdir(values.out, { recursive: true });
  const report: Report = { seed: Number(values.seed), minutes, parts: [] };
  const start = Date.now();
  for (const [index, part] of parts.entries()) {
    const began = Date.now();
    const found: Found[] = [];
    // What one leaves of its time the next ones have.
    const end = start + (minutes * 60_000 * (index + 1)) / parts.length;
    const rows: Row[] = await part.run({
      wants: (what) => values.what === undefined || values.what.split(',').includes(what),
      random: randomOf(report.seed + index),
      until: () => end,
      count: (long) => (minutes >= LONG ? long : Infinity),
      found: (each) => {
        found.push(each);
        process.stderr.write(`BROKEN  ${part.name}: ${each.what}, ${each.name}\n        ${each.why}\n`);
      },
    });
    report.parts.push({ name: part.name, seconds: Math.round((Date.now() - began) / 1000), rows, found });
  }
  await writeFile(join(values.out, 'torture.json'), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(join(values.out, 'torture.md'), asMarkdown(report));
  console.log(asMarkdown(report));
  process.exitCode = report.parts.some(({ found }) => found.length > 0) ? 1 : 0;
}

await torture();
