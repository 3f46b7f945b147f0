import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { guarded } from '../base/failures.ts';
import { readTemplate, type TemplateParts } from '../papers/read-template.ts';

/** Our layouts, below `resources`; made by build/make-papers.mjs. */
const HOME = 'scoring-standards/templates/papers';

/** One of them. `reading`: what is said where it cannot be read. */
export async function shippedTemplate(
  resources: string,
  name: string,
  reading: { readonly action: string; readonly effect: string },
): Promise<TemplateParts> {
  const read = await readTemplate(await guarded(reading, () => readFile(join(resources, HOME, name))));
  if ('parts' in read) return read.parts;
  throw new Error(`The template ${name} is damaged: ${read.faults.join('; ')}`);
}
