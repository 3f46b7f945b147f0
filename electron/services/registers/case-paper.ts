import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PartedCase, paragraphsOf } from '../../../shared/registers/cases/parted.ts';
import { type Entry, fieldOf } from '../../../shared/registers/entry.ts';
import { guarded } from '../base/failures.ts';
import { fillTemplate } from '../papers/fill-template.ts';
import { readTemplate, type TemplateParts } from '../papers/read-template.ts';

/** Our layout, below `resources`; made by build/make-papers.mjs. */
const TEMPLATE = 'scoring-standards/templates/papers/case.docx';
const READING = { action: '读取典型案例的版式', effect: '没有导出；案例没有改动。' };

/** A case of a register: what is typed in it. */
export function caseOf(entry: Pick<Entry, 'fields'>): PartedCase {
  return { title: fieldOf(entry, 'title').trim(), text: fieldOf(entry, 'text') };
}

/** A case as .docx, to be changed in WPS or Word: nothing but its title and its text, so that it counts as it does here. */
export async function caseDocument(resources: string, parted: PartedCase): Promise<Buffer> {
  const parts = await templateIn(resources);
  return fillTemplate(parts, {
    标题: parted.title,
    段落: paragraphsOf(parted).map(({ text, isHeading }) => ({ 文字: text, 是小标题: isHeading })),
  });
}

async function templateIn(resources: string): Promise<TemplateParts> {
  const read = await readTemplate(await guarded(READING, () => readFile(join(resources, TEMPLATE))));
  if ('parts' in read) return read.parts;
  throw new Error(`The template of cases is damaged: ${read.faults.join('; ')}`);
}
