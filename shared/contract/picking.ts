import * as z from 'zod';
import { FILE_CHOICES } from './file-choices.ts';
import { declareCall, job } from './parts.ts';
import { picked, startCalls } from './start.ts';

const filePurposeSchema = z.enum(Object.keys(FILE_CHOICES) as [keyof typeof FILE_CHOICES]);

export const pickingJobResults = [z.object({ kind: z.literal('picked'), ...picked })] as const;

/** Only where `hostInfo` says that the host picks: the system's own dialogs, modal to the window. */
export const pickingCalls = {
  /** Empty where the dialog was left. */
  pickFiles: declareCall(z.object({ purpose: filePurposeSchema, many: z.boolean() }), z.object(picked)),
  /** A job looks through the folder that was chosen; absent where the dialog was left. */
  pickFolder: declareCall(z.object({ purpose: filePurposeSchema }), job.partial()),
  takeHandedFiles: startCalls.takeHandedFiles,
} as const;
