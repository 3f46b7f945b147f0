import type { RowReport, SourceTable } from '../../../shared/standard/import/types.ts';
import type { Standard } from '../../../shared/standard/schema.ts';

export function buildReport(_input: {
  tables: readonly SourceTable[];
  rows: readonly RowReport[];
}): Promise<Uint8Array> {
  return Promise.resolve(new Uint8Array());
}
export function buildStandardWorkbook(_standard: Standard): Promise<Uint8Array> {
  return Promise.resolve(new Uint8Array());
}
export function buildTemplate(): Promise<Uint8Array> {
  return Promise.resolve(new Uint8Array());
}
