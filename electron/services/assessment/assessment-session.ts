import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { assessmentDocument, unknownItem } from '../../../shared/assessment/document.ts';
import type { Edit } from '../../../shared/assessment/edits.ts';
import type { Assessment, Revision } from '../../../shared/assessment/schema.ts';
import type { OpenedDocument, SavedDocument } from '../../../shared/contract/contract.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { ifThere } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import { backUp, hasDailyBackup, readBackup } from '../document/backups.ts';
import { type Locked, LockedSession, type Opening, openLocked } from '../document/locked-session.ts';
import { removeLeftovers } from '../files/ingest.ts';
import { evidenceFolderOf, readAssessmentFolder } from './assessment-folder.ts';
import { doubtsOf } from './doubts.ts';
import { EvidenceWatch } from './evidence/watch.ts';

interface Context {
  readonly standard: Standard;
}

/** One assessment's folder that is open for writing and locked. */
export class AssessmentSession extends LockedSession<'assessment', Assessment, Edit, Context> {
  readonly standard: Standard;
  /** Exact bytes of standard.json: what the assessment's hash and every package are made from. */
  readonly standardBytes: Buffer;
  /** What the disk says of the files of the evidence. */
  readonly evidence: EvidenceWatch;
  /** What puts files of evidence in their place or removes them, one after another. */
  readonly files = new Queue();

  private constructor(
    locked: Locked<Assessment, Edit, Context>,
    { standard, standardBytes }: Pick<AssessmentSession, 'standard' | 'standardBytes'>,
  ) {
    super('assessment', locked);
    this.standard = standard;
    this.standardBytes = standardBytes;
    this.evidence = new EvidenceWatch(this.evidenceFolder, () => this.assessment.evidence);
  }

  /** Locks the folder, repairs the assessment from its previous copy, migrates it. */
  static async open(
    folder: string,
    { takeOver = 'no', now = () => new Date(), beside }: Partial<Opening> = {},
  ): Promise<AssessmentSession> {
    // Before the lock, so that a folder that cannot be opened is left exactly as it is.
    const { standard, standardBytes } = await readAssessmentFolder(folder);
    return openLocked(
      {
        ...{ kind: assessmentDocument, folder, takeOver, now, beside },
        context: () => ({ standard }),
        clear: () => removeLeftovers(evidenceFolderOf(folder)),
        hooks: {
          check: (edit) => missingFile(folder, edit),
          backUp: async (reason, at) => {
            if (reason === 'replace')
              await backUp(assessmentDocument, folder, { reason: 'restore', now: at });
            else if (!(await hasDailyBackup(folder, at))) {
              await backUp(assessmentDocument, folder, { reason: 'day', now: at });
            }
          },
        },
      },
      (locked) => new AssessmentSession(locked, { standard, standardBytes }),
    );
  }

  get evidenceFolder(): string {
    return evidenceFolderOf(this.folder);
  }

  get assessment(): Assessment {
    return this.value;
  }

  override opened(): OpenedDocument<'assessment'> {
    const notices = [...this.notices, ...doubtsOf(this.assessment.openedFrom)];
    return { ...super.opened(), standard: this.standard, folder: this.folder, notices };
  }

  override async close(): Promise<void> {
    await this.evidence.end();
    await super.close();
  }

  /** Brings back a backup's content. Exported revisions stay: they have left the house. */
  async restore(name: string): Promise<SavedDocument<'assessment'>> {
    await this.document.replace(`restore ${name}`, () => readBackup(assessmentDocument, this.folder, name));
    return this.saved();
  }

  /** Records exported revisions: no step of undo, because a package that was handed in cannot be undone. */
  async recordRevisions(revisions: Revision[]): Promise<SavedDocument<'assessment'>> {
    await this.document.record('export', (current) => ({ ...current, revisions }));
    return this.saved();
  }

  /** Throws a UserError where the standard has no such code. */
  requireCode(code: string): void {
    const reason = unknownItem(this.standard, code);
    if (reason !== undefined) throw new UserError(assessmentDocument.words.refused(reason));
  }
}

/** What only the disk knows of an edit: evidence whose file is not there. */
async function missingFile(folder: string, edit: Edit): Promise<string | undefined> {
  if (edit.kind !== 'addEvidence' && edit.kind !== 'replaceEvidence') return undefined;
  const { sha256, bytes } = edit.kind === 'addEvidence' ? edit.evidence : edit.by;
  return (await sizeOf(join(evidenceFolderOf(folder), sha256))) === bytes
    ? undefined
    : '佐证材料文件不在档案文件夹里';
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await ifThere(stat(path)))?.size;
}
