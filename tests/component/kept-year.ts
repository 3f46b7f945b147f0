import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderName } from '../../electron/services/document/new-folder.ts';
import { encode } from '../../shared/document.ts';
import type { Entry } from '../../shared/registers/entry.ts';
import { yearDocument } from '../../shared/registers/year/document.ts';
import { yearSchema } from '../../shared/registers/year/schema.ts';
import type { TestHost } from './host.ts';

/** A year of a unit, as an earlier run left it. */
export function keepYear(
  host: TestHost,
  unit: string,
  year: number,
  registers: Record<string, Entry['fields'][]>,
  more: object = {},
): void {
  const id = `0b0f3c2a-1111-4d8e-8a5e-${year}0f3c2a${unit.length}0`;
  const title = `${unit}${year}年`;
  const at = '2026-11-01T00:00:00.000Z';
  let count = 0;
  const entries = Object.entries(registers).map(([name, rows]) => [
    name,
    rows.map((fields) => ({ id: `0b0f3c2a-1111-4d8e-8a5e-00000000000${(count += 1)}`, fields })),
  ]);
  const value = yearSchema.parse({
    ...{ version: 1, id, createdAt: at, updatedAt: at, title, unit, year },
    ...more,
    registers: Object.fromEntries(entries) as unknown,
  });
  const folder = join(host.root, '年度工作', folderName(title, id));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'year.json'), JSON.stringify(encode(yearDocument, value)));
}
