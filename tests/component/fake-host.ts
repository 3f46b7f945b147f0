import * as z from 'zod';
import { carryOver } from '../../shared/edition/carry-over.ts';
import { assessmentDocument } from '../../shared/assessment/document.ts';
import type { Assessment } from '../../shared/assessment/schema.ts';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  type JobResult,
  type JobStatus,
  type DocumentName,
  type DocumentRef,
  type Reply,
  type SavedDocument,
  contract,
} from '../../shared/contract/contract.ts';
import { assertNever } from '../../shared/values/assert-never.ts';
import { type Failure, UserError } from '../../shared/values/errors.ts';
import { diffStandards } from '../../shared/edition/diff.ts';
import { importDocument } from '../../shared/tables/import/document.ts';
import type { ImportState } from '../../shared/tables/import/schema.ts';
import type { SourceTable } from '../../shared/tables/source-table.ts';
import { standardOf } from '../../shared/tables/import/import-state.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { FakeDocument, type FakeOf, type Served } from './fake-document.ts';
import { FakeDesk } from './fake-desk.ts';
import { CAMPAIGN, PRACTICE, STANDARD, assessment as freshAssessment } from './fixtures.ts';

type Handlers = { [N in CallName]: (input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>> };

interface FakeImport {
  readonly tables: readonly SourceTable[];
  readonly document: FakeOf<typeof importDocument>;
}

export const DISK_FULL: Failure = {
  code: 'disk-full',
  message: '磁盘已满',
  effect: '这次改动没有保存，以前的内容没有变化。',
  remedy: '请腾出磁盘空间后再试。',
};

const MADE_FILE = { token: 'made', fileName: '文件.xlsx', folder: '/数据/导出', bytes: 1 };

/**
 * The host, in memory, behind the same schemas: input and output pass through the contract both ways, so a
 * test sees what really crosses. `install()` puts it where the desktop's preload would be.
 */
export class FakeHost {
  readonly calls: { name: CallName; input: unknown }[] = [];
  readonly kept = new Map<string, FakeOf<typeof assessmentDocument>>();
  readonly files = new Map<string, File>();
  /** Answers of the next jobs, by kind; `evidence` is worked out from the files offered. */
  readonly results: Partial<Record<JobResult['kind'], JobResult | Failure>> = {};
  /** Calls fail with this until it is removed. */
  readonly failing = new Map<CallName, Failure>();
  /** Calls wait for this before they are done. */
  readonly gates = new Map<CallName, Promise<void>>();
  /** Told at every opening. */
  notices: Failure[] = [];
  backups: CallOutput<'listBackups'>['backups'] = [];
  /** Standards in 标准库. */
  readonly own: Standard[] = [];
  readonly imports = new Map<string, FakeImport>();
  #jobs = new Map<string, JobStatus>();
  /** The evaluator's desk. */
  readonly desk = new FakeDesk(
    (result) => this.#start(result),
    (token) => this.files.get(token)?.name ?? '',
  );

  install(): this {
    window.biaobing = {
      call: (name, input) => this.#reply(name as CallName, input),
      offerFile: (file) => {
        const token = `token-${this.files.size + 1}`;
        this.files.set(token, file);
        return Promise.resolve(token);
      },
    };
    return this;
  }

  keep(assessment: Assessment): Assessment {
    const standard = () => ({ standard: this.#standard(assessment.standard.id) });
    this.kept.set(assessment.id, new FakeDocument(assessmentDocument, assessment, standard));
    return assessment;
  }

  keepImport(state: ImportState, tables: readonly SourceTable[]): void {
    this.imports.set(state.id, {
      tables,
      document: new FakeDocument(importDocument, state, () => ({ tables })),
    });
  }

  assessment(id = [...this.kept.keys()][0] ?? ''): Assessment {
    return this.#find(id).current;
  }

  inputsOf(name: CallName): unknown[] {
    return this.calls.filter((call) => call.name === name).map(({ input }) => input);
  }

  /** Edits that were sent, in order. */
  edits(document: DocumentName): { kind: string }[] {
    return this.#steps(document, 'edit').map(({ step }) => step.edit);
  }

  /** How often undo or redo was asked for. */
  stepsBack(document: DocumentName, step: 'undo' | 'redo'): number {
    return this.#steps(document, step).length;
  }

  #steps(document: DocumentName, done: string) {
    const inputs = this.inputsOf('changeDocument') as {
      document: DocumentName;
      step: { do: string; edit: { kind: string } };
    }[];
    return inputs.filter((input) => input.document === document && input.step.do === done);
  }

  async #reply(name: CallName, input: unknown): Promise<Reply> {
    this.calls.push({ name, input });
    try {
      await this.gates.get(name);
      const failure = this.failing.get(name);
      if (failure) throw new UserError(failure);
      const handler = this.#handlers[name] as (input: unknown) => unknown;
      const output = await handler(z.parse<z.ZodType>(contract[name].input, input));
      return { ok: true, value: z.encode<z.ZodType>(contract[name].output, output) };
    } catch (error) {
      if (error instanceof UserError) return { ok: false, failure: error.failure };
      throw error;
    }
  }

  #find(id: string) {
    const kept = this.kept.get(id);
    if (!kept) throw new UserError({ ...DISK_FULL, code: 'not-found', message: '找不到这份自评' });
    return kept;
  }

  #saved(id: string): SavedDocument<'assessment'> {
    return { document: 'assessment', ...this.#find(id).saved() };
  }

  /** One of the user's own, or else STANDARD. */
  #standard(standardId: string): Standard {
    return this.own.find(({ id }) => id === standardId) ?? STANDARD;
  }

  #carryOver({ id, standardId }: CallInput<'carryOver'>) {
    const current = this.assessment(id);
    return carryOver(current, this.#standard(current.standard.id), this.#standard(standardId), {
      newId: '44444444-4444-4444-8444-444444444444',
      standardSha256: current.standard.sha256,
      now: '2026-11-20T00:00:00.000Z',
    });
  }

  #import(importId: string): FakeImport {
    const found = this.imports.get(importId);
    if (!found) throw new UserError({ ...DISK_FULL, code: 'import-unknown', message: '找不到这次导入' });
    return found;
  }

  #finish(importId: string): CallOutput<'finishImport'> {
    const { draft, identity } = this.#import(importId).document.current;
    if (!draft) throw new Error('No draft');
    const made = standardOf(draft, identity);
    this.own.push(made.standard);
    this.imports.delete(importId);
    return { ...made, report: MADE_FILE };
  }

  #start(result: JobResult | Failure | undefined): { jobId: string } {
    const jobId = `job-${this.#jobs.size + 1}`;
    const base = { step: '正在处理', done: 1, total: 1 };
    if (!result) this.#jobs.set(jobId, { ...base, state: 'running' });
    else if ('remedy' in result) this.#jobs.set(jobId, { ...base, state: 'failed', failure: result });
    else this.#jobs.set(jobId, { ...base, state: 'done', result });
    return { jobId };
  }

  /** Files with the same name count as the same content. */
  #addEvidence({ id, tokens, linkTo }: CallInput<'addEvidence'>): { jobId: string } {
    const outcomes = tokens.map((token) => {
      const file = this.files.get(token);
      if (!file) throw new Error(`Unknown token ${token}`);
      const sha256 = [...new TextEncoder().encode(file.name)]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')
        .padEnd(64, '0')
        .slice(0, 64);
      const known = this.assessment(id).evidence.find((evidence) => evidence.sha256 === sha256);
      const evidence = known ?? {
        sha256,
        bytes: file.size,
        fileName: file.name,
        label: file.name.replace(/\.[^.]+$/, ''),
        mediaType: file.type || 'application/octet-stream',
        addedAt: '2026-11-20T00:00:00.000Z',
      };
      this.#find(id).edit({
        ...{ kind: 'addEvidence', evidence },
        ...(linkTo === undefined ? {} : { linkTo }),
      });
      const outcome = known ? ('duplicate' as const) : ('added' as const);
      return { fileName: file.name, outcome, sha256, ...(known ? { label: known.label } : {}) };
    });
    return this.#start({ kind: 'evidence', outcomes, saved: this.#saved(id) });
  }

  #served(ref: DocumentRef<DocumentName>): Served {
    switch (ref.document) {
      case 'assessment': {
        const document = this.#find(ref.id);
        const standard = this.#standard(document.current.standard.id);
        return { document, opened: () => ({ standard, folder: '/数据/测试' }) };
      }
      case 'import': {
        const { document, tables } = this.#import(ref.id);
        return { document, opened: () => ({ tables, notices: [] }) };
      }
      case 'desk':
        return this.desk.served();
      case 'review':
        return this.desk.servedReview(ref.key);
      default:
        return assertNever(ref);
    }
  }

  /** What belongs to which kind is checked by the contract's schemas, on its way to the page. */
  #answer(ref: DocumentRef<DocumentName>, more: object) {
    const { document, saved } = this.#served(ref);
    return {
      document: ref.document,
      ...document.saved(),
      ...saved?.(),
      ...more,
    } as CallOutput<'openDocument'>;
  }

  readonly #handlers: Handlers = {
    hostInfo: () => ({ door: 'desktop', version: '0.1.0', root: '/数据', today: '2026-11-20' }),
    listStandards: () => ({ standards: [STANDARD, ...this.own], own: this.own.map(({ id }) => id) }),
    listCampaigns: () => ({ campaigns: [CAMPAIGN, PRACTICE] }),
    listAssessments: () => ({
      assessments: [...this.kept.values()].map(({ current }) => ({
        id: current.id,
        unit: current.unit.name,
        sample: current.sample,
        standardTitle: STANDARD.title,
        standardEdition: STANDARD.edition,
        authority: STANDARD.authority,
        campaign: current.campaign.shortTitle,
        scored: Object.keys(current.entries).length,
        items: 5,
        total: 0,
        passScore: 9000,
        updatedAt: current.updatedAt,
        folder: `/数据/${current.unit.name}`,
        basedOn: current.basedOn,
        openedFrom: current.openedFrom,
      })),
    }),
    createAssessment: ({ unitName, campaignId }) => {
      const fresh = freshAssessment();
      const campaign = campaignId === PRACTICE.id ? PRACTICE : CAMPAIGN;
      const id = '22222222-2222-4222-8222-222222222222';
      this.keep({ ...fresh, id, campaign, unit: { ...fresh.unit, name: unitName } });
      return { id };
    },
    openSample: () => {
      const sample = this.keep({
        ...freshAssessment(),
        id: '33333333-3333-4333-8333-333333333333',
        sample: true,
      });
      return { id: sample.id };
    },
    openDocument: ({ ref }) => this.#answer(ref, { notices: this.notices, ...this.#served(ref).opened?.() }),
    closeDocument: () => ({}),
    changeDocument: ({ step, ...ref }) => {
      this.#served(ref).document.change(step);
      return this.#answer(ref, {});
    },
    removeAssessment: ({ id }) => {
      this.kept.delete(id);
      return { movedTo: '/数据/已删除/测试' };
    },
    previewCarryOver: (input) => {
      const { toConfirm, toScore, kept, gone } = this.#carryOver(input);
      const from = this.#standard(this.assessment(input.id).standard.id);
      const diff = diffStandards(from, this.#standard(input.standardId));
      return { diff, kept, gone, toConfirm: toConfirm.length, toScore: toScore.length };
    },
    carryOver: (input) => this.#start({ kind: 'open', id: this.keep(this.#carryOver(input).assessment).id }),
    listBackups: () => ({ backups: this.backups }),
    restoreBackup: ({ id }) => this.#saved(id),
    addEvidence: (input) => this.#addEvidence(input),
    openEvidence: () => ({}),
    exportPackage: () => this.#start(this.results.export),
    revealExport: () => ({}),
    inspectPackage: () => this.#start(this.results.inspect),
    openPackage: () => this.#start(this.results.open),
    forgetFile: () => ({}),
    verifyPackages: () => this.#start(this.results.verify),
    startImport: () => this.#start(this.results.import),
    startImportFromClipboard: () => this.#start(this.results.import),
    copyStandard: () => {
      throw new UserError({ ...DISK_FULL, code: 'not-faked' });
    },
    listImports: () => ({
      imports: [...this.imports.values()].map(({ document: { current: state } }) => ({
        ...{ id: state.id, kind: state.kind, source: state.source, step: state.step },
        ...{ startedAt: state.startedAt, title: state.identity.title },
      })),
    }),
    discardImport: ({ importId }) => {
      this.imports.delete(importId);
      return {};
    },
    importReport: () => MADE_FILE,
    finishImport: ({ importId }) => this.#finish(importId),
    exportStandard: () => MADE_FILE,
    standardTemplate: () => MADE_FILE,
    removeStandard: ({ id }) => {
      this.own.splice(
        this.own.findIndex((standard) => standard.id === id),
        1,
      );
      return { movedTo: '/数据/已删除/测试.json' };
    },
    ...this.desk.handlers,
    jobStatus: ({ jobId }) => {
      const status = this.#jobs.get(jobId);
      if (!status) throw new Error(`Unknown job ${jobId}`);
      return status;
    },
    cancelJob: ({ jobId }) => {
      const status = this.#jobs.get(jobId);
      if (status?.state === 'running') this.#jobs.set(jobId, { ...status, state: 'cancelled' });
      return {};
    },
  };
}
