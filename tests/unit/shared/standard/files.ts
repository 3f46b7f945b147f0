import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { standardForm, type Standard } from '../../../../shared/standard/schema.ts';
import { decode } from '../../../../shared/stored-form.ts';
import { repository } from '../../../repository.ts';

const ROOT = join(repository, 'scoring-standards');

export type Folder = 'standards' | 'campaigns' | 'templates';

export function filesIn(folder: Folder): string[] {
  return readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.json'));
}

export function readText(folder: Folder, name: string): string {
  return readFileSync(join(ROOT, folder, name), 'utf8');
}

export function readStandard(folder: Folder, name: string): Standard {
  return decode(standardForm, JSON.parse(readText(folder, name)));
}

export const readReference = (): Standard =>
  readStandard('standards', 'henan-service-enforcement-reference.json');
