import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HEAD, jsonOf, machine, type Reported, tableLine } from './report.ts';
import { deskRows } from './rows/desk.ts';
import { documentRows } from './rows/documents.ts';
import { packageRows } from './rows/packages.ts';
import { screenRows } from './rows/screens.ts';
import { startRows } from './rows/start.ts';
import { memoryRows } from './rows/memory.ts';
import { inWorkshop, type Row, type Workshop } from './workshop.ts';

const ROWS: readonly Row[] = [
  ...packageRows,
  ...documentRows,
  ...deskRows,
  ...screenRows,
  ...startRows,
  ...memoryRows,
];
const OUT = resolve(import.meta.dirname, 'bench/bench.json');

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
  },
});

if (values.list) {
  for (const { name, about, isLarge } of ROWS) {
    print(`${name.padEnd(16)} ${about}${isLarge === true ? ' (with --large)' : ''}`);
  }
} else {
  const rows = chosen(values.only, values.large);
  await inWorkshop(runsOf(values.runs), (workshop) => run(rows, workshop));
}

function chosen(only: string | undefined, large: boolean): readonly Row[] {
  if (only === undefined) return ROWS.filter(({ isLarge }) => large || isLarge !== true);
  const names = only.split(',');
  const unknown = names.find((name) => !ROWS.some((row) => row.name === name));
  if (unknown !== undefined) throw new Error(`There is no row ${unknown}; --list names them.`);
  return ROWS.filter(({ name }) => names.includes(name));
}

function runsOf(text: string): number {
  const runs = Number(text);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${text}: a whole number from 1 on`);
  return runs;
}

/** A row that fails is told on stderr and stops no other. */
async function run(rows: readonly Row[], workshop: Workshop): Promise<void> {
  const reported: Reported[] = [];
  print(`${machine()}, medians of ${workshop.runs}\n\n${HEAD}`);
  for (const { name, lines } of rows) {
    try {
      for (const line of await lines(workshop)) {
        const told = { ...line, row: name };
        reported.push(told);
        print(tableLine(told));
      }
    } catch (error) {
      console.error(`${name} failed:`, error);
      process.exitCode = 1;
    }
  }
  await mkdir(join(OUT, '..'), { recursive: true });
  await writeFile(OUT, jsonOf(reported, workshop.runs));
  print(`\n${OUT}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
