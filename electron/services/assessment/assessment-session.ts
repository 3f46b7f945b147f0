import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { assessmentDocument, unknownItem } from '../../../shared/assessment/document.ts';
import type { Edit } from '../../../shared/assessment/edits.ts';
import type { Assessment, Revision } from '../../../shared/assessment/schema.ts';
import type { OpenedDocument, SavedDocument } from '../../../shared/contract/contract.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import { backUp, hasDailyBackup, readBackup } from '../document/backups.ts';
import { journalIn } from '../document/journal.ts';
import { OpenDocument } from '../document/open-document.ts';
import type { Session } from '../document/sessions.ts';
import { removeLeftovers } from '../files/ingest.ts';
import { type FolderLock, lockFolder } from '../files/lock.ts';
import { evidenceFolderOf, OPENING, readAssessmentFolder } from './assessment-folder.ts';
import { doubtsOf } from './doubts.ts';
import { notAnAssessment } from './messages.ts';

type AssessmentFile = OpenDocument<Assessment, Edit, { readonly standard: Standard }>;

interface Parts {
  readonly folder: string;
  readonly standard: Standard;
  /** Exact bytes of standard.json: what the assessment's hash and every package are made from. */
  readonly standardBytes: Buffer;
  readonly notices: readonly Failure[];
  readonly lock: FolderLock;
  readonly document: AssessmentFile;
}

/** One assessment's folder that is open for writing and locked. */
export class AssessmentSession implements Session {
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Locks the folder, repairs the assessment from its previous copy, migrates it. */
  static async open(
    folder: string,
    { takeOver = 'no', now = () => new Date() }: { takeOver?: 'no' | 'yes'; now?: () => Date } = {},
  ): Promise<AssessmentSession> {
    return guarded(OPENING, async () => {
      // Before the lock, so that a folder that cannot be opened is left exactly as it is.
      const { standard, standardBytes } = await readAssessmentFolder(folder);
      const lock = await lockFolder(folder, takeOver, assessmentDocument.words.title);
      try {
        await removeLeftovers(evidenceFolderOf(folder));
        const opened = await OpenDocument.open({
          kind: assessmentDocument,
          folder,
          context: () => ({ standard }),
          held: lock.held,
          now,
          hooks: {
            journal: journalIn(folder),
            check: (edit) => missingFile(folder, edit),
            backUp: async (reason, at) => {
              if (reason === 'replace')
                await backUp(assessmentDocument, folder, { reason: 'restore', now: at });
              else if (!(await hasDailyBackup(folder, at))) {
                await backUp(assessmentDocument, folder, { reason: 'day', now: at });
              }
            },
          },
        });
        if (!opened) throw notAnAssessment();
        const notices = [...(lock.tookOver ? [assessmentDocument.words.tookOver] : []), ...opened.notices];
        const { document } = opened;
        return new AssessmentSession({ folder, standard, standardBytes, notices, lock, document });
      } catch (error) {
        await lock.release();
        throw error;
      }
    });
  }

  /** The assessment itself: every change goes through it. */
  get document(): AssessmentFile {
    return this.#parts.document;
  }

  get folder(): string {
    return this.#parts.folder;
  }

  get standard(): Standard {
    return this.#parts.standard;
  }

  get standardBytes(): Buffer {
    return this.#parts.standardBytes;
  }

  get evidenceFolder(): string {
    return evidenceFolderOf(this.folder);
  }

  get assessment(): Assessment {
    return this.#parts.document.value;
  }

  /** What the user must know about this opening. */
  get notices(): readonly Failure[] {
    return this.#parts.notices;
  }

  get held(): boolean {
    return this.#parts.lock.held();
  }

  saved(): SavedDocument<'assessment'> {
    return { document: 'assessment', ...this.#parts.document.saved() };
  }

  opened(): OpenedDocument<'assessment'> {
    const { standard, folder, notices } = this.#parts;
    return {
      ...this.saved(),
      standard,
      folder,
      notices: [...notices, ...doubtsOf(this.assessment.openedFrom)],
    };
  }

  /** Brings back a backup's content. Exported revisions stay: they have left the house. */
  async restore(name: string): Promise<SavedDocument<'assessment'>> {
    await this.#parts.document.replace(`restore ${name}`, () =>
      readBackup(assessmentDocument, this.folder, name),
    );
    return this.saved();
  }

  /** Records exported revisions: no step of undo, because a package that was handed in cannot be undone. */
  async recordRevisions(revisions: Revision[]): Promise<SavedDocument<'assessment'>> {
    await this.#parts.document.record('export', (current) => ({ ...current, revisions }));
    return this.saved();
  }

  /** Throws a UserError where the standard has no such code. */
  requireCode(code: string): void {
    const reason = unknownItem(this.standard, code);
    if (reason !== undefined) throw new UserError(assessmentDocument.words.refused(reason));
  }

  async close(): Promise<void> {
    await this.#parts.document.settled();
    await this.#parts.lock.release();
  }
}

/** What only the disk knows of an edit: evidence whose file is not there. */
async function missingFile(folder: string, edit: Edit): Promise<string | undefined> {
  if (edit.kind !== 'addEvidence') return undefined;
  const { sha256, bytes } = edit.evidence;
  return (await sizeOf(join(evidenceFolderOf(folder), sha256))) === bytes
    ? undefined
    : '佐证材料文件不在档案文件夹里';
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
