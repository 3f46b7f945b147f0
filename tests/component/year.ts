import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderName } from '../../electron/services/document/new-folder.ts';
import { encode } from '../../shared/document.ts';
import type { Entry } from '../../shared/registers/entry.ts';
import { yearDocument } from '../../shared/registers/year/document.ts';
import { entriesOf } from '../../shared/registers/year/entries.ts';
import type { RegisterName } from '../../shared/registers/kinds.ts';
import { type Year, yearSchema } from '../../shared/registers/year/schema.ts';
import { decode } from '../../shared/stored-form.ts';

interface Folder {
  readonly root: string;
}

const ID = '0b0f3c2a-1111-4d8e-8a5e-0f6f0f3c2a11';
const AT = '2026-11-01T00:00:00.000Z';

/** A year with these 典型案例 and 行政指导, as an earlier run of the program left it. */
export function keepYear(
  folder: Folder,
  cases: readonly Entry['fields'][],
  guidance: readonly Entry['fields'][] = [],
): void {
  keepRegisters(folder, { cases, guidance });
}

/** A year of 示例局 with these registers. */
export function keepRegisters(
  { root }: Folder,
  registers: Readonly<Partial<Record<RegisterName, readonly Entry['fields'][]>>>,
  tables: Year['tables'] = undefined,
): void {
  const title = '示例局2026年';
  const entries = Object.entries(registers).map(([name, rows], register) => [
    name,
    rows.map((fields, at) => ({ id: `${ID.slice(0, -2)}${register}${at}`, fields })),
  ]);
  const year = yearSchema.parse({
    ...{ version: 1, id: ID, createdAt: AT, updatedAt: AT, title, unit: '示例局', year: 2026 },
    registers: Object.fromEntries(entries) as Year['registers'],
    tables,
  });
  const folder = join(root, '年度工作', folderName(title, ID));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'year.json'), JSON.stringify(encode(yearDocument, year)));
}

/** Those of the one year, as they are on the disk. */
export function casesOf(folder: Folder): readonly Entry[] {
  return entriesOf(keptYear(folder), 'cases');
}

/** The one year, as it is on the disk. */
export function keptYear({ root }: Folder): Year {
  const folder = join(root, '年度工作');
  const [name = ''] = readdirSync(folder);
  return decode(yearDocument, JSON.parse(readFileSync(join(folder, name, 'year.json'), 'utf8')));
}
