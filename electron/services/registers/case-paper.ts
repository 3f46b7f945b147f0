import { type PartedCase, paragraphsOf } from '../../../shared/registers/cases/parted.ts';
import { type Entry, fieldOf } from '../../../shared/registers/entry.ts';
import { fillTemplate } from '../papers/fill-template.ts';
import { shippedTemplate } from './shipped-template.ts';

const READING = { action: '读取典型案例的版式', effect: '没有导出；案例没有改动。' };

/** A case of a register: what is typed in it. */
export function caseOf(entry: Pick<Entry, 'fields'>): PartedCase {
  return { title: fieldOf(entry, 'title').trim(), text: fieldOf(entry, 'text') };
}

/** A case as .docx, to be changed in WPS or Word: nothing but its title and its text, so that it counts as it does here. */
export async function caseDocument(resources: string, parted: PartedCase): Promise<Buffer> {
  const parts = await shippedTemplate(resources, 'case.docx', READING);
  return fillTemplate(parts, {
    标题: parted.title,
    段落: paragraphsOf(parted).map(({ text, isHeading }) => ({ 文字: text, 是小标题: isHeading })),
  });
}
