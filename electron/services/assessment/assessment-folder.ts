import { createHash } from 'node:crypto';
import { readFile, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { ASSESSMENT_VERSION, type Assessment } from '../../../shared/assessment/schema.ts';
import { storedVersion } from '../../../shared/assessment/migrations.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { type Standard, standardSchema } from '../../../shared/standard/schema.ts';
import { fileStamp } from '../base/clock.ts';
import { copyVerified, removeLeftovers } from '../files/ingest.ts';
import { guarded, isSystemError } from '../base/failures.ts';
import { backUp, hasDailyBackup } from '../document/backups.ts';
import { changesBetween } from '../document/changes.ts';
import { ownAssessmentCodec } from './codec.ts';
import { DurableJson, parseJson } from '../files/durable-json.ts';
import { fsyncFolder, makeFolder, replaceFile, writeSynced } from '../files/files.ts';
import { appendToJournal } from '../document/journal.ts';
import { readKept } from '../files/kept.ts';
import { type FolderLock, lockFolder, osUser } from '../files/lock.ts';
import { lockLost, MIGRATED, notAnAssessment, RECOVERED, standardUnreadable, TOOK_OVER } from './messages.ts';
import { folderInUse } from '../files/messages.ts';

export interface AssessmentFolder {
  readonly assessment: Assessment;
  readonly standard: Standard;
  /** Exact bytes of standard.json: what the assessment's hash and every package are made from. */
  readonly standardBytes: Buffer;
  /** What the user must know about this reading. */
  readonly notices: Failure[];
}

const OPENING = { action: '打开自评档案', effect: '档案没有改动。' };
const SAVING = {
  action: '保存',
  effect: '刚才这一步没有保存，已退回到上一次保存的内容；此前保存的内容完好。',
};
const CREATING = { action: '新建自评档案', effect: '没有建立新档案，其他档案没有改动。' };

export const evidenceFolderOf = (folder: string): string => join(folder, 'evidence');

function assessmentFile(folder: string, now: () => Date): DurableJson<Assessment> {
  return new DurableJson({
    path: join(folder, 'assessment.json'),
    previous: join(folder, 'assessment.previous.json'),
    damaged: () => join(folder, `assessment.damaged-${fileStamp(now())}.json`),
    codec: ownAssessmentCodec,
  });
}

/**
 * Reads an assessment folder without a lock and without changing anything in it. Throws a UserError where the
 * assessment and its previous copy, or the standard, cannot be read.
 */
export async function readAssessmentFolder(folder: string): Promise<AssessmentFolder> {
  return guarded(OPENING, async () => {
    const found = await assessmentFile(folder, () => new Date()).find();
    if (!found) throw notAnAssessment();
    const standard = await readStandard(folder, found.value);
    return { assessment: found.value, ...standard, notices: found.recovered ? [RECOVERED] : [] };
  });
}

async function readStandard(
  folder: string,
  assessment: Assessment,
): Promise<{ standard: Standard; standardBytes: Buffer }> {
  let standardBytes: Buffer;
  try {
    standardBytes = await readKept(join(folder, 'standard.json'));
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) throw standardUnreadable('丢失', error);
    throw error;
  }
  const sha256 = createHash('sha256').update(standardBytes).digest('hex');
  if (sha256 !== assessment.standard.sha256) throw standardUnreadable('已被改动或损坏');
  try {
    return { standard: standardSchema.parse(parseJson(standardBytes.toString('utf8'))), standardBytes };
  } catch (error) {
    throw standardUnreadable('无法读取', error);
  }
}

/**
 * Writes a new assessment folder; it appears under its name only when it is complete. The folder must not
 * exist yet or be empty. `evidence` gives the file for each SHA-256 of `assessment.evidence`; it is copied and
 * its hash checked.
 */
export async function writeNewAssessmentFolder(
  folder: string,
  content: {
    assessment: Assessment;
    standardBytes: Uint8Array;
    evidence?: (sha256: string) => string;
  },
): Promise<void> {
  const building = join(dirname(folder), `.${basename(folder)}.new`);
  await guarded(CREATING, async () => {
    await requireAbsentOrEmpty(folder);
    try {
      await rm(building, { recursive: true, force: true });
      await makeFolder(evidenceFolderOf(building));
      const { assessment, standardBytes, evidence } = content;
      if (evidence) {
        for (const { sha256 } of assessment.evidence) {
          await copyVerified(evidence(sha256), sha256, evidenceFolderOf(building));
        }
      }
      await writeSynced(join(building, 'standard.json'), standardBytes);
      await replaceFile(
        join(building, 'assessment.json'),
        JSON.stringify(ownAssessmentCodec.encode(assessment)),
      );
      await rmdir(folder).catch((error: unknown) => {
        if (!isSystemError(error, 'ENOENT')) throw error;
      });
      await rename(building, folder);
      await fsyncFolder(dirname(folder));
    } catch (error) {
      await rm(building, { recursive: true, force: true });
      throw error;
    }
  });
}

async function requireAbsentOrEmpty(folder: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw error;
  }
  if (names.length === 0) return;
  throw folderInUse();
}

/** Opens an assessment folder for writing: locks it, repairs it from the previous copy, migrates it. */
export async function openAssessmentFolder(
  folder: string,
  options: { takeOver?: 'no' | 'yes'; now?: () => Date } = {},
): Promise<AssessmentStore> {
  const now = options.now ?? ((): Date => new Date());
  return guarded(OPENING, async () => {
    // Before the lock, so that a folder that cannot be opened is left exactly as it is.
    const { standard, standardBytes, notices } = await readAssessmentFolder(folder);
    const lock = await lockFolder(folder, options.takeOver ?? 'no');
    try {
      if (lock.tookOver) notices.push(TOOK_OVER);
      await removeLeftovers(evidenceFolderOf(folder));
      const file = assessmentFile(folder, now);
      const assessment = await file.read();
      if (!assessment) throw notAnAssessment();
      if (await isOlder(folder)) {
        await backUp(folder, 'migration', now());
        await file.write(assessment);
        notices.push(MIGRATED);
      }
      const database = new Low(file, assessment);
      return new AssessmentStore({ folder, standard, standardBytes, notices, lock, database, now });
    } catch (error) {
      await lock.release();
      throw error;
    }
  });
}

async function isOlder(folder: string): Promise<boolean> {
  const stored = parseJson(await readFile(join(folder, 'assessment.json'), 'utf8'));
  return storedVersion(stored) !== ASSESSMENT_VERSION;
}

/** One open, locked assessment. Memory and disk always hold the same, last saved state. */
export class AssessmentStore {
  readonly folder: string;
  readonly standard: Standard;
  readonly standardBytes: Buffer;
  readonly notices: readonly Failure[];
  readonly #lock: FolderLock;
  readonly #database: Low<Assessment>;
  readonly #now: () => Date;

  constructor(parts: {
    folder: string;
    standard: Standard;
    standardBytes: Buffer;
    notices: readonly Failure[];
    lock: FolderLock;
    database: Low<Assessment>;
    now: () => Date;
  }) {
    this.folder = parts.folder;
    this.standard = parts.standard;
    this.standardBytes = parts.standardBytes;
    this.notices = parts.notices;
    this.#lock = parts.lock;
    this.#database = parts.database;
    this.#now = parts.now;
  }

  get assessment(): Assessment {
    return this.#database.data;
  }

  get evidenceFolder(): string {
    return evidenceFolderOf(this.folder);
  }

  /** False once another program has taken the folder over: then every change is refused. */
  get held(): boolean {
    return this.#lock.held();
  }

  /**
   * Saves what `change` makes of the current state and returns the saved state, or the current one where nothing
   * changed. On failure memory and disk stay at the last saved state, and a UserError says so. One at a time:
   * the caller queues.
   */
  async change(
    what: string,
    change: (current: Assessment) => Assessment | Promise<Assessment>,
    backup: 'daily' | 'restore' = 'daily',
  ): Promise<Assessment> {
    return guarded(SAVING, async () => {
      if (!this.held) throw lockLost();
      const before = this.assessment;
      const after = await change(before);
      const changes = changesBetween(before, after);
      if (!changes) return before;
      const now = this.#now();
      if (backup === 'restore') await backUp(this.folder, 'restore', now);
      else if (!(await hasDailyBackup(this.folder, now))) await backUp(this.folder, 'day', now);
      const line = { at: now.toISOString(), who: osUser(), what, ...changes };
      const takeBack = await appendToJournal(this.folder, line);
      try {
        this.#database.data = after;
        await this.#database.write();
      } catch (error) {
        this.#database.data = before;
        await takeBack();
        throw error;
      }
      return after;
    });
  }

  /** Lets others open the folder. */
  async close(): Promise<void> {
    await this.#lock.release();
  }
}
