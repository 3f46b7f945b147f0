import * as z from 'zod';
import { paperKindSchema } from '../papers/kinds.ts';
import { declareCall, id, madeFileSchema, none, token } from './parts.ts';

/** One of ours, or one of the office's own by its file name. */
const templateSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('program'), paper: paperKindSchema }),
  z.object({ of: z.literal('office'), name: z.string().min(1).max(255) }),
]);
export type PaperTemplate = z.output<typeof templateSchema>;

const sentences = z.array(z.string());
/** One Chinese sentence each, with the place. `remarks` bar nothing. */
const ownTemplateSchema = z.object({ name: z.string(), faults: sentences, remarks: sentences });

export const paperCalls = {
  /** Makes a .docx in 导出. Refused, with every fault, where the template has faults. */
  makePaper: declareCall(
    z.object({ id, template: templateSchema, authorityOpinion: z.enum(['with', 'without']) }),
    madeFileSchema,
  ),
  /** One of our templates, in 导出: to be changed in WPS or Word. */
  exportPaperTemplate: declareCall(z.object({ paper: paperKindSchema }), madeFileSchema),
  /** The office's own templates. `folder`: for the user's eyes. */
  listPaperTemplates: declareCall(
    none,
    z.object({ folder: z.string(), templates: z.array(ownTemplateSchema) }),
  ),
  /** Puts a copy of the chosen file beside ours; nothing where it has faults. The token is spent. */
  addPaperTemplate: declareCall(z.object({ token }), ownTemplateSchema),
  /** Moves it to 已删除/; answers where it went. */
  removePaperTemplate: declareCall(
    z.object({ name: z.string().min(1).max(255) }),
    z.object({ movedTo: z.string() }),
  ),
} as const;
