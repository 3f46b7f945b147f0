import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { type Imported, importStandard } from '../../electron/services/import/import-standard.ts';
import { answerRequest } from '../../electron/services/import/parse/parse-request.ts';
import { standardSchema } from '../../shared/standard/schema.ts';
import { UserError } from '../../shared/values/errors.ts';
import { generate, type Generated } from './generate.ts';
import { crashed, judge, type Verdict } from './judge.ts';
import { type Format, FORMATS, write } from './write.ts';

export interface Measured {
  readonly seed: number;
  readonly format: Format;
  readonly classes: readonly string[];
  readonly verdict: Verdict;
}

/** Tables of these seeds, one format each in turn or all four, through the files that a clerk would have. */
export async function measure(
  seeds: readonly number[],
  format: Format | 'each' | 'all',
): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'biaobing-tables-'));
  const measured: Measured[] = [];
  try {
    for (const seed of seeds) {
      const table = generate(seed);
      for (const each of formatsOf(seed, format)) {
        measured.push({
          seed,
          format: each,
          classes: table.classes,
          verdict: await verdictOf(table, each, folder),
        });
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return measured;
}

function formatsOf(seed: number, format: Format | 'each' | 'all'): readonly Format[] {
  if (format === 'all') return FORMATS;
  if (format !== 'each') return [format];
  return FORMATS.filter((_, index) => index === seed % FORMATS.length);
}

async function verdictOf(table: Generated, format: Format, folder: string): Promise<Verdict> {
  try {
    return judge(table.truth(format), await imports(table, format, folder));
  } catch (error) {
    // A fault of the program: counted, so that one does not hide the others.
    return crashed((error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' '));
  }
}

/** Undefined where the file is refused. */
async function imports(table: Generated, format: Format, folder: string): Promise<Imported | undefined> {
  const path = join(folder, `table.${format}`);
  await writeFile(path, await write(table.sheet, format));
  const reply = await answerRequest({ kind: 'file', path });
  if (!reply.ok || !('tables' in reply)) return undefined;
  try {
    const imported = importStandard(reply.tables, path);
    // As the file that is written would be read again.
    const json = JSON.stringify(z.encode(standardSchema, imported.standard));
    return { ...imported, standard: standardSchema.parse(JSON.parse(json)) };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** The files of one seed and what is known of each, to look at. */
export async function dump(seed: number, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const table = generate(seed);
  for (const format of FORMATS) {
    await writeFile(join(folder, `${seed}.${format}`), await write(table.sheet, format));
    const known = { seed, classes: table.classes, truth: table.truth(format) };
    await writeFile(join(folder, `${seed}.${format}.json`), `${JSON.stringify(known, null, 2)}\n`);
  }
}
