import { basisOf } from '../../../shared/standard/basis.ts';
import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { isEdited } from '../../../shared/assessment/archive-name.ts';
import { assessmentDocument } from '../../../shared/assessment/document.ts';
import { ASSESSMENT_VERSION, type Assessment } from '../../../shared/assessment/schema.ts';
import { ASSESSMENT_WORDS } from '../../../shared/assessment/words.ts';
import type { AssessmentSummary } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { deadlineFor, timingOf } from '../../../shared/campaign/deadline.ts';
import { localDay } from '../base/clock.ts';
import { officeTitles } from '../../../shared/campaign/words.ts';
import { uncountedMaterials } from '../../../shared/eligibility/campaign-conditions.ts';
import { onlyByWords, reservationWords, vetoSentences } from '../../../shared/eligibility/verdict.ts';
import { zeroes } from '../../../shared/scoring/total.ts';
import { scoreAssessment } from '../../../shared/scoring/report.ts';
import { guarded, notedFailure } from '../base/failures.ts';
import { isConflictCopy } from '../document/conflict-copies.ts';
import { FoundFolders } from '../document/found-folders.ts';
import { journalFacts } from '../document/journal.ts';
import { folderName } from '../document/new-folder.ts';
import { removeFolder } from '../document/remove-folder.ts';
import { isChangedSinceExport } from '../package/revision.ts';
import { chosenFrom, type Library } from '../standards/library.ts';
import { createSample } from './sample.ts';
import {
  type AssessmentFolder,
  readAssessmentFolder,
  writeNewAssessmentFolder,
} from './assessment-folder.ts';
import { type DataFolder, EXPORTS, REMOVED } from '../files/data-folder.ts';
import { moveFolder } from '../files/files.ts';
import { entriesOf } from '../files/entries.ts';

/** What lies beside an assessment and its standard. */
const BELONGING = ['evidence', 'backups', 'journal.jsonl'];

const LISTING = { action: '读取数据文件夹', effect: '没有改动任何档案。' };

/** The assessment folders below the data folder (数据文件夹). */
export class Assessments {
  readonly folders: FoundFolders<AssessmentFolder>;
  readonly #data: DataFolder;

  /** `open`: the folder in which an id is open now and that is still ours. */
  constructor(data: DataFolder, open?: (id: string) => Promise<string | undefined>) {
    this.#data = data;
    this.folders = new FoundFolders({
      kind: assessmentDocument,
      folders: () => this.#candidates(),
      read: readAssessmentFolder,
      told: ({ assessment }) => assessment,
      facts: factsOf,
      ...(open && { open }),
    });
  }

  /** All of them, newest change first; a folder that cannot be read is listed with its problem. */
  async list(): Promise<AssessmentSummary[]> {
    const lines = await this.folders.lines();
    return lines.map(({ folder, value, error, copies }) =>
      value
        ? { ...summarise(folder, value), ...(copies !== undefined && { copies }) }
        : broken(folder, notedFailure(error)),
    );
  }

  /** The folder of an id. Throws a UserError where there is none, or several and nobody has said which. */
  async folderOf(id: string): Promise<string> {
    return (await this.folders.find(id)).folder;
  }

  async find(id: string): Promise<{ folder: string; content: AssessmentFolder }> {
    const { folder, value } = await this.folders.find(id);
    return { folder, content: value };
  }

  /** The newest assessment with this id as it was last saved, or undefined where none that can be read is here. */
  known(id: string): Promise<AssessmentFolder | undefined> {
    return this.folders.newest(id);
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
    for (const { value } of await this.folders.all()) {
      if (!value) continue;
      const { sample, carriedFrom, basedOn, id } = value.assessment;
      if (sample && !carriedFrom && !basedOn) return id;
    }
    const folder = await this.newFolder('示例', randomUUID());
    return (await createSample(folder, { resources, now })).id;
  }

  /** Moves the folder to 已删除/; nothing is erased. Refused while another program has it open, and where several hold the id. */
  async remove(id: string, now: Date): Promise<string> {
    const { folder } = await this.folders.only(id);
    return removeFolder(folder, { data: this.#data, title: ASSESSMENT_WORDS.title, now });
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
      await moveFolder(opened, folder);
    });
  }

  /** Folders that hold, or held, an assessment; in the order of their names. */
  async #candidates(): Promise<string[]> {
    const root = this.#data.path;
    const entries = await guarded(LISTING, () => this.#data.entries());
    const folders: string[] = [];
    for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
      if (!entry.isDirectory() || entry.name.startsWith('.') || [EXPORTS, REMOVED].includes(entry.name))
        continue;
      const inside = await guarded(LISTING, () => entriesOf(join(root, entry.name)));
      if (isOfAssessment(inside.map(({ name }) => name))) folders.push(join(root, entry.name));
    }
    return folders;
  }
}

/** Also where the assessment itself is gone, and what belongs to it is left. */
function isOfAssessment(names: readonly string[]): boolean {
  if (names.some((name) => /^assessment\..*json$/.test(name))) return true;
  const { file } = assessmentDocument;
  const belongs = (name: string) => BELONGING.includes(name) || isConflictCopy(file, name);
  return names.includes('standard.json') && names.some(belongs);
}

function summarise(folder: string, { assessment, standard }: AssessmentFolder): AssessmentSummary {
  const report = scoreAssessment(standard, assessment);
  const { basedOn, openedFrom } = assessment;
  const latest = assessment.revisions.at(-1);
  return {
    id: assessment.id,
    unit: assessment.unit.name,
    sample: assessment.sample,
    standardTitle: standard.title,
    standardEdition: standard.edition,
    authority: standard.authority,
    basis: basisOf(standard),
    campaign: assessment.campaign.title,
    kind: assessment.campaign.kind,
    scored: report.scored,
    items: report.items.length,
    total: report.total,
    passScore: report.passScore,
    vetoes: vetoSentences(standard, report),
    isZeroed: report.vetoes.some(zeroes),
    onlyBy: onlyByWords(report),
    beside: basisOf(standard) === 'official' ? besideOf(assessment, localDay(new Date())) : [],
    updatedAt: assessment.updatedAt,
    folder,
    ...(latest && {
      latest: { number: latest.number, draft: latest.draft, changed: isChangedSinceExport(assessment) },
    }),
    edited: isEdited(assessment),
    ...(basedOn && { basedOn }),
    ...(openedFrom && { openedFrom }),
  };
}

function besideOf(assessment: Assessment, today: string): string[] {
  const { campaign } = assessment;
  const timing = timingOf(deadlineFor('unit', campaign), today);
  return reservationWords({
    ...{ isLate: timing === 'late', isOnTheDay: timing === 'pending', isVetoed: false },
    office: officeTitles(campaign),
    counter: uncountedMaterials(assessment).size > 0 ? 'unit' : undefined,
  });
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
    basis: 'custom',
    campaign: '',
    scored: 0,
    items: 0,
    total: 0,
    passScore: 0,
    ...{ vetoes: [], isZeroed: false, onlyBy: [], beside: [], edited: false },
    updatedAt: '',
    folder,
    problem,
  };
}

/** Of one that cannot be read, what its journal tells. */
async function factsOf(folder: string, content: AssessmentFolder | undefined) {
  const { changes, last } = await journalFacts(folder);
  if (!content) return { updatedAt: last, changes };
  const { assessment, standard } = content;
  return { updatedAt: assessment.updatedAt, changes, total: scoreAssessment(standard, assessment).total };
}
