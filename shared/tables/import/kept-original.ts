import * as z from 'zod';
import { newerWords } from '../../document-words.ts';
import type { StoredForm } from '../../stored-form.ts';
import { sourceTableSchema } from '../source-table.ts';
import { importDocument } from './document.ts';
import { importStateSchema } from './schema.ts';

const keptOriginalSchema = z.strictObject({
  version: z.literal(1),
  keptOn: z.iso.datetime(),
  tables: z.array(sourceTableSchema),
  /** As it was when the standard was saved: name and day of the file, columns, draft, what was looked at. */
  state: importStateSchema,
});
/** What a standard was made from, kept beside it: whoever comes later opens both side by side. */
export type KeptOriginal = z.output<typeof keptOriginalSchema>;

/** 标准库/原表/<id>.json. */
export const keptOriginalForm: StoredForm<KeptOriginal> = {
  version: 1,
  migrations: {},
  parts: { state: importDocument },
  schema: keptOriginalSchema,
  words: newerWords('original', '标准的原表'),
};
