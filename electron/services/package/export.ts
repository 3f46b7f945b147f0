import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { ExportResult } from '../../../shared/contract.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import type { Running } from './progress.ts';

interface ExportSource extends Running {
  readonly assessment: Assessment;
  readonly standard: Standard;
  /** The exact bytes of standard.json. */
  readonly standardBytes: Uint8Array;
  /** Folder that holds each piece of evidence under its SHA-256. */
  readonly evidenceFolder: string;
  readonly mode: 'final' | 'draft';
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Name and version of the program, for bag-info.txt. */
  readonly software: string;
}

/** Where the package goes: a folder, in which it names itself, or a whole path. */
export type ExportInput = ExportSource & ({ readonly outFolder: string } | { readonly outFile: string });

export interface Exported extends Omit<ExportResult, 'token' | 'folder'> {
  /** The assessment with this revision and its seal code recorded; the caller stores it. */
  readonly assessment: Assessment;
  /** Full path of the package. */
  readonly file: string;
}

/** Writes the package of an assessment, reopens and verifies it, and only then puts it in its place. */
export function exportAssessment(input: ExportInput): Promise<Exported> {
  return Promise.reject(new Error(`not yet: ${input.mode}`));
}
