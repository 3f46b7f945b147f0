import * as z from 'zod';
import { sha256Schema } from './schema.ts';

/** What the disk says against a piece of evidence. It is no part of the document: the disk may be put right again. */
const evidenceFaultSchema = z.enum([
  /** No file of its name. */
  'missing',
  /** Another size or another content than was added. */
  'altered',
  /** A link, folder or device in its place. */
  'foreign',
  /** There, but the disk or its rights do not let it be read. */
  'unreadable',
]);
export type EvidenceFault = z.output<typeof evidenceFaultSchema>;

/** SHA-256 -> what is wrong with it. */
export type EvidenceFaults = ReadonlyMap<string, EvidenceFault>;
export const NO_FAULTS: EvidenceFaults = new Map();

/** What is known of the files of an assessment's evidence. */
export const evidenceStateSchema = z.object({
  faults: z.array(z.object({ sha256: sha256Schema, fault: evidenceFaultSchema })),
  /** Files whose content has been read and compared, of how many; names and sizes are compared at once. */
  checked: z.int().min(0),
  total: z.int().min(0),
});
export type EvidenceState = z.output<typeof evidenceStateSchema>;

/** A mark of few letters, and the sentence part that goes on from the name of the piece. */
export const FAULT_WORDS: Record<EvidenceFault, { readonly mark: string; readonly said: string }> = {
  missing: { mark: '文件缺失', said: '的文件不见了' },
  altered: { mark: '内容被改动', said: '的文件与添加时不同，已损坏或被改动' },
  foreign: { mark: '不是文件本身', said: '的位置上不是文件本身，而是链接、文件夹或设备' },
  unreadable: { mark: '读不出来', said: '的文件读不出来，可能是磁盘有坏道，或没有读取的权限' },
};
