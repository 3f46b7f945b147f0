import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { assertNever } from '../../../shared/values/assert-never.ts';
import { applyEdit, type Edit } from '../../../shared/assessment/edits.ts';
import type { Assessment, Revision } from '../../../shared/assessment/schema.ts';
import type { OpenAssessment, Saved } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { allCodes } from '../../../shared/standard/places.ts';
import { doubtsOf } from './doubts.ts';
import { isSystemError } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import type { AssessmentStore } from './assessment-folder.ts';
import { readBackup } from '../document/backups.ts';

/** Steps of undo kept in memory; states share their unchanged parts. */
const UNDO_STEPS = 500;

/** One assessment that the user works on: its store, and what can be undone since it was opened. */
export class Session {
  readonly store: AssessmentStore;
  readonly #now: () => Date;
  readonly #queue = new Queue();
  #past: Assessment[] = [];
  #future: Assessment[] = [];

  constructor(store: AssessmentStore, now: () => Date) {
    this.store = store;
    this.#now = now;
  }

  saved(): Saved {
    return {
      assessment: this.store.assessment,
      canUndo: this.#past.length > 0,
      canRedo: this.#future.length > 0,
    };
  }

  opened(): OpenAssessment {
    const { assessment, standard, folder, notices } = this.store;
    return {
      ...this.saved(),
      standard,
      folder,
      notices: [...notices, ...doubtsOf(assessment.openedFrom)],
    };
  }

  edit(edit: Edit): Promise<Saved> {
    return this.#step(edit.kind, async (current) => {
      await this.#check(edit);
      try {
        return applyEdit(current, edit, this.#now().toISOString());
      } catch (error) {
        if (error instanceof RangeError) throw refused('所用的佐证材料不在这份档案里');
        throw error;
      }
    });
  }

  /** Brings back a backup's content. Exported revisions stay: they have left the house. */
  restore(name: string): Promise<Saved> {
    return this.#step(
      `restore ${name}`,
      async (current) => {
        const backup = await readBackup(this.store.folder, name);
        return { ...this.#again(backup, current), id: current.id };
      },
      'restore',
    );
  }

  undo(): Promise<Saved> {
    return this.#queue.run(async () => {
      const target = this.#past.at(-1);
      if (!target) throw nothingTo('撤销');
      const before = this.store.assessment;
      await this.store.change('undo', (current) => this.#again(target, current));
      this.#past.pop();
      this.#future.push(before);
      return this.saved();
    });
  }

  redo(): Promise<Saved> {
    return this.#queue.run(async () => {
      const target = this.#future.at(-1);
      if (!target) throw nothingTo('重做');
      const before = this.store.assessment;
      await this.store.change('redo', (current) => this.#again(target, current));
      this.#future.pop();
      this.#past.push(before);
      return this.saved();
    });
  }

  /** Records exported revisions: no step of undo, because a package that was handed in cannot be undone. */
  recordRevisions(revisions: Revision[]): Promise<Saved> {
    return this.#queue.run(async () => {
      await this.store.change('export', (current) => ({ ...current, revisions }));
      return this.saved();
    });
  }

  /** Waits for queued changes. */
  close(): Promise<void> {
    return this.#queue.run(() => this.store.close());
  }

  #step(
    what: string,
    change: (current: Assessment) => Promise<Assessment>,
    backup?: 'restore',
  ): Promise<Saved> {
    return this.#queue.run(async () => {
      const before = this.store.assessment;
      const after = await this.store.change(what, change, backup);
      if (after !== before) {
        this.#past = [...this.#past, before].slice(-UNDO_STEPS);
        this.#future = [];
      }
      return this.saved();
    });
  }

  #again(state: Assessment, current: Assessment): Assessment {
    return { ...state, revisions: current.revisions, updatedAt: this.#now().toISOString() };
  }

  /** What the schema cannot see: codes that the standard lacks, files that are not there. */
  async #check(edit: Edit): Promise<void> {
    const { standard, assessment } = this.store;
    switch (edit.kind) {
      case 'score':
      case 'clearScore':
      case 'notApplicable':
      case 'confirmEntry':
      case 'setReason':
      case 'linkEvidence':
      case 'unlinkEvidence':
        this.requireCode(edit.code);
        return;
      case 'addEvidence':
        if (edit.linkTo !== undefined) this.requireCode(edit.linkTo);
        if ((await this.#evidenceBytes(edit.evidence.sha256)) !== edit.evidence.bytes) {
          throw refused('佐证材料文件不在档案文件夹里');
        }
        return;
      case 'setMaterial':
        if (!assessment.campaign.materials.some(({ code }) => code === edit.code)) {
          throw refused(`推荐活动没有编号为 ${edit.code} 的材料`);
        }
        return;
      case 'setUnit':
        if (
          edit.unit.category !== '' &&
          !standard.unitCategories.some(({ code }) => code === edit.unit.category)
        ) {
          throw refused('验收标准没有这个单位类别');
        }
        return;
      case 'setCampaign':
      case 'setWilling':
      case 'labelEvidence':
      case 'removeEvidence':
      case 'setFeedback':
        return;
      default:
        assertNever(edit);
    }
  }

  /** Throws a UserError where the standard has no such code. */
  requireCode(code: string): void {
    if (!allCodes(this.store.standard).includes(code)) throw refused(`验收标准没有编号为 ${code} 的项目`);
  }

  async #evidenceBytes(sha256: string): Promise<number | undefined> {
    try {
      return (await stat(join(this.store.evidenceFolder, sha256))).size;
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return undefined;
      throw error;
    }
  }
}

function refused(reason: string): UserError {
  return new UserError({
    code: 'edit-refused',
    message: `这一步不能保存：${reason}。`,
    effect: '档案保持上一次保存的内容。',
    remedy: '请重新打开这份档案后再试。',
  });
}

function nothingTo(what: string): UserError {
  return new UserError({
    code: 'nothing-to-undo',
    message: `没有可以${what}的步骤。`,
    effect: '档案没有改动。',
    remedy: '无需处理。',
  });
}
