import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Imported, importStandard } from '../../electron/services/import/import-standard.ts';
import { answerRequest } from '../../electron/services/import/parse/parse-request.ts';
import { UserError } from '../../shared/values/errors.ts';
import { generate, type Generated } from './generate.ts';
import { judge, type Verdict } from './judge.ts';
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
        const imported = await imports(table, each, folder);
        const verdict = judge(table.truth(each), imported);
        measured.push({ seed, format: each, classes: table.classes, verdict });
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

/** Undefined where the file is refused; anything else that is thrown is a fault of the program. */
async function imports(table: Generated, format: Format, folder: string): Promise<Imported | undefined> {
  const path = join(folder, `table.${format}`);
  await writeFile(path, await write(table.sheet, format));
  const reply = await answerRequest({ kind: 'file', path });
  if (!reply.ok) return undefined;
  try {
    return importStandard(reply.tables, path);
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
