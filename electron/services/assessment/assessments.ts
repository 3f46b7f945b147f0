import { randomUUID } from 'node:crypto';
import { type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ASSESSMENT_VERSION, type Assessment } from '../../../shared/assessment/schema.ts';
import { ASSESSMENT_WORDS } from '../../../shared/assessment/words.ts';
import type { AssessmentSummary } from '../../../shared/contract/contract.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { scoreAssessment } from '../../../shared/scoring/report.ts';
import { fileStamp } from '../base/clock.ts';
import { guarded, isSystemError, toFailure } from '../base/failures.ts';
import { folderName } from '../document/new-folder.ts';
import { chosenFrom, type Library } from '../standards/library.ts';
import { createSample } from './sample.ts';
import {
  type AssessmentFolder,
  readAssessmentFolder,
  writeNewAssessmentFolder,
} from './assessment-folder.ts';
import { type DataFolder, EXPORTS, REMOVED } from '../files/data-folder.ts';
import { renameWithRetry } from '../files/files.ts';
import { lockFolder } from '../files/lock.ts';

const LISTING = { action: '读取数据文件夹', effect: '没有改动任何档案。' };

type Found =
  | { readonly folder: string; readonly content: AssessmentFolder }
  | { readonly folder: string; readonly problem: Failure };

/** The assessment folders below the data folder (数据文件夹). */
export class Assessments {
  readonly #data: DataFolder;

  constructor(data: DataFolder) {
    this.#data = data;
  }

  /** All of them, newest change first; a folder that cannot be read is listed with its problem. */
  async list(): Promise<AssessmentSummary[]> {
    const summaries = (await this.#scan()).map((found) =>
      'problem' in found ? broken(found.folder, found.problem) : summarise(found.folder, found.content),
    );
    return summaries.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  }

  /** The folder of an id, found by looking: an id is never made into a path. Throws a UserError if there is none. */
  async folderOf(id: string): Promise<string> {
    return (await this.find(id)).folder;
  }

  async find(id: string): Promise<Found & { content: AssessmentFolder }> {
    const found = await this.#find(id);
    if (found) return found;
    throw new UserError(ASSESSMENT_WORDS.unknown);
  }

  /** The assessment with this id as it was last saved, or undefined where none that can be read is here. */
  async known(id: string): Promise<AssessmentFolder | undefined> {
    return (await this.#find(id))?.content;
  }

  async create(
    library: Library,
    wish: { unitName: string; standardId: string; campaignId: string },
    now: Date,
  ): Promise<string> {
    const { standard, campaign } = chosenFrom(library, wish, '没有建立新档案。');
    const id = randomUUID();
    const assessment: Assessment = {
      version: ASSESSMENT_VERSION,
      id,
      sample: false,
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
      standard: { id: standard.standard.id, edition: standard.standard.edition, sha256: standard.sha256 },
      campaign,
      unit: {
        name: wish.unitName,
        category: '',
        industry: '',
        region: '',
        superior: '',
        naming: { document: '', date: '' },
        contact: { name: '', phone: '' },
      },
      willing: null,
      entries: {},
      evidence: [],
      materials: {},
      revisions: [],
    };
    const folder = await this.newFolder(wish.unitName, id);
    await writeNewAssessmentFolder(folder, { assessment, standardBytes: standard.bytes });
    return id;
  }

  /** The sample that is there, or a new one. What was carried over from it, or made after it, is no longer it. */
  async sample(resources: string, now: Date): Promise<string> {
    for (const found of await this.#scan()) {
      if (!('content' in found)) continue;
      const { assessment } = found.content;
      if (assessment.sample && !assessment.carriedFrom && !assessment.basedOn) return assessment.id;
    }
    const folder = await this.newFolder('示例', randomUUID());
    return (await createSample(folder, { resources, now })).id;
  }

  /** Moves the folder to 已删除/; nothing is erased. Refused while another program has it open. */
  async remove(id: string, now: Date): Promise<string> {
    const { folder } = await this.find(id);
    return guarded({ action: '移走自评档案', effect: '档案还在原处，没有改动。' }, async () => {
      const movedTo = join(await this.#data.removed(), `${basename(folder)}-${fileStamp(now)}`);
      const lock = await lockFolder(folder, 'no');
      // Held until it is away, so that nobody opens it in between.
      try {
        await renameWithRetry(folder, movedTo);
      } catch (error) {
        await lock.release();
        throw error;
      }
      await lock.release(movedTo);
      return movedTo;
    });
  }

  /** Where a new assessment goes: 单位名-<short id>. */
  async newFolder(unitName: string, id: string): Promise<string> {
    return join(await this.#data.root(), folderName(unitName || '未命名单位', id));
  }

  /** Puts the folder of an opened package in its place; beside a broken one of that name, it takes another. */
  async place(opened: string, { id, unit }: Pick<Assessment, 'id' | 'unit'>): Promise<void> {
    const asked = await this.newFolder(unit.name, id);
    await guarded({ action: '打开推荐包', effect: '没有建立新档案，其他档案没有改动。' }, async () => {
      const taken = new Set(
        (await entriesOf(this.#data.path)).map(({ name }) => join(this.#data.path, name)),
      );
      let folder = asked;
      for (let count = 2; taken.has(folder); count += 1) folder = `${asked}-${count}`;
      await renameWithRetry(opened, folder);
    });
  }

  async #find(id: string): Promise<(Found & { content: AssessmentFolder }) | undefined> {
    for (const found of await this.#scan()) {
      if ('content' in found && found.content.assessment.id === id) return found;
    }
    return undefined;
  }

  async #scan(): Promise<Found[]> {
    const found: Found[] = [];
    const seen = new Map<string, string>();
    for (const folder of await this.#candidates()) {
      try {
        const content = await readAssessmentFolder(folder);
        const twin = seen.get(content.assessment.id);
        seen.set(content.assessment.id, folder);
        found.push(twin === undefined ? { folder, content } : { folder, problem: isCopy(twin) });
      } catch (error) {
        found.push({ folder, problem: toFailure(error) });
      }
    }
    return found;
  }

  /** Folders that hold, or held, an assessment; in the order of their names. */
  async #candidates(): Promise<string[]> {
    const root = this.#data.path;
    const entries = await guarded(LISTING, () => entriesOf(root));
    const folders: string[] = [];
    for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
      if (!entry.isDirectory() || entry.name.startsWith('.') || [EXPORTS, REMOVED].includes(entry.name))
        continue;
      const inside = await guarded(LISTING, () => entriesOf(join(root, entry.name)));
      if (inside.some(({ name }) => /^assessment\..*json$/.test(name))) folders.push(join(root, entry.name));
    }
    return folders;
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}

function summarise(folder: string, { assessment, standard }: AssessmentFolder): AssessmentSummary {
  const report = scoreAssessment(standard, assessment);
  const { basedOn, openedFrom } = assessment;
  return {
    id: assessment.id,
    unit: assessment.unit.name,
    sample: assessment.sample,
    standardTitle: standard.title,
    standardEdition: standard.edition,
    authority: standard.authority,
    campaign: assessment.campaign.title,
    scored: report.scored,
    items: report.items.length,
    total: report.total,
    passScore: report.passScore,
    updatedAt: assessment.updatedAt,
    folder,
    ...(basedOn && { basedOn }),
    ...(openedFrom && { openedFrom }),
  };
}

/** Its id is no UUID, so that no other call can name it. */
function broken(folder: string, problem: Failure): AssessmentSummary {
  return {
    id: `problem:${basename(folder)}`,
    unit: basename(folder),
    sample: false,
    standardTitle: '',
    standardEdition: '',
    authority: 'custom',
    campaign: '',
    scored: 0,
    items: 0,
    total: 0,
    passScore: 0,
    updatedAt: '',
    folder,
    problem,
  };
}

function isCopy(twin: string): Failure {
  return {
    code: 'assessment-copy',
    message: `这个文件夹是“${basename(twin)}”的副本，是同一份自评档案。`,
    effect: '为避免混淆，这里没有打开副本，其内容没有改动。',
    remedy: '请把不需要的那个文件夹移出数据文件夹。',
  };
}
