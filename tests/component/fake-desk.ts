import { candidateOf } from '../../shared/review/candidate-of.ts';
import { compareUnits } from '../../shared/review/compare.ts';
import { type DeskContext, deskDocument, reviewDocument } from '../../shared/review/documents.ts';
import { heatTable, lossesOf } from '../../shared/review/heat.ts';
import { mergeReviews, reviewDifferences } from '../../shared/review/merge.ts';
import { CHECKS, type Receipt, receiptSchema } from '../../shared/review/receipt.ts';
import { type Desk, type Review, deskSchema, newReview } from '../../shared/review/schema.ts';
import { verifyScore } from '../../shared/review/verified-score.ts';
import { allCodes } from '../../shared/standard/places.ts';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { campaignSchema } from '../../shared/campaign/schema.ts';
import type {
  CallInput,
  CallOutput,
  ImportOutcome,
  JobResult,
  MadeFile,
  SavedDocument,
  deskCalls,
  deskExportCalls,
} from '../../shared/contract/contract.ts';
import { type Failure, UserError } from '../../shared/values/errors.ts';
import { edited } from '../../shared/document.ts';
import * as z from 'zod';
import { FakeDocument, type FakeOf, NOW, type Served } from './fake-document.ts';
import { CAMPAIGN, SHA, STANDARD, completeAssessment } from './fixtures.ts';

type DeskCall = keyof typeof deskCalls | keyof typeof deskExportCalls;
type Handlers = { [N in DeskCall]: (input: CallInput<N>) => CallOutput<N> };

interface Package {
  readonly assessment: Assessment;
  readonly receipt: Receipt;
  readonly review: FakeOf<typeof reviewDocument>;
}

/** What a test says about one package; the rest is a whole, accepted one. */
export interface PackageWish {
  readonly name?: string;
  readonly superior?: string;
  readonly industry?: string;
  readonly region?: string;
  readonly changes?: Partial<Assessment>;
  readonly receipt?: Partial<Omit<Receipt, 'verification'>>;
  readonly verification?: Partial<Receipt['verification']>;
  /** All that the unit stated is agreed with. */
  readonly verified?: boolean;
}

export const DESK_ID = '55555555-5555-4555-8555-555555555555';
const MADE: MadeFile = { token: 'made', fileName: '文件.xlsx', folder: '/数据/导出', bytes: 1 };

/** One desk, in memory, by the real rules of shared/review. */
export class FakeDesk {
  readonly packages = new Map<string, Package>();
  /** Receipts of files that were not kept. */
  readonly refused: Receipt[] = [];
  /** What files are, by name, when they are handed in; an unknown one is no package. */
  readonly arrivals = new Map<string, PackageWish | Failure>();
  /** Absent: there is no desk yet. */
  desk?: FakeOf<typeof deskDocument>;
  /** Handing in never ends by itself. */
  endless = false;
  files: JobResult | Failure = { kind: 'deskFiles', file: MADE, files: 1, failed: [] };
  /** What a colleague's file holds, what a filled-in workbook and a survey's table say. */
  colleague?: Review;
  workbook: CallOutput<'readWorkbookScores'> = { remarks: [], rows: [] };
  survey?: CallOutput<'readSurvey'>;
  readonly #start: (result: JobResult | Failure | undefined) => { jobId: string };
  readonly #fileName: (token: string) => string;

  constructor(
    start: (result: JobResult | Failure | undefined) => { jobId: string },
    fileName: (token: string) => string,
  ) {
    this.#start = start;
    this.#fileName = fileName;
  }

  create(changes: Partial<Desk> = {}): this {
    const desk = deskSchema.parse({
      version: 1,
      id: DESK_ID,
      title: '测试核验台',
      createdAt: NOW,
      updatedAt: NOW,
      campaign: z.encode(campaignSchema, CAMPAIGN),
      standard: { id: STANDARD.id, edition: STANDARD.edition, title: STANDARD.title, sha256: SHA },
    });
    const keys = (): DeskContext => ({ keys: new Set(this.packages.keys()) });
    this.desk = new FakeDocument(deskDocument, { ...desk, ...changes }, keys);
    return this;
  }

  /** Puts a package on the desk; answers its key. */
  put(wish: PackageWish = {}, fileName = `${wish.name ?? '某局'}.zip`): string {
    const number = this.packages.size + this.refused.length + 1;
    const key = number.toString(16).padStart(16, '0');
    const complete = completeAssessment();
    const { name = '某局', superior = '测试市司法局', industry = '城市管理', region = '测试市' } = wish;
    const id = `66666666-6666-4666-8666-${number.toString(16).padStart(12, '0')}`;
    const unit = { ...complete.unit, name, superior, industry, region };
    const assessment: Assessment = {
      ...complete,
      id,
      campaign: this.#desk().current.campaign,
      unit,
      ...wish.changes,
    };
    const receipt = receiptSchema.parse({
      version: 1,
      checks: CHECKS,
      key,
      fileName,
      sha256: key.repeat(4),
      bytes: 1000,
      receivedAt: new Date(Date.parse(NOW) + number * 1000).toISOString(),
      receivedOn: '2026-11-20',
      verdict: 'accepted',
      kept: true,
      remarks: [],
      packageId: `package-${key}`,
      assessmentId: assessment.id,
      ...wish.receipt,
      verification: {
        ...{
          file: fileName,
          status: 'intact',
          unit: name,
          campaign: CAMPAIGN.shortTitle,
          selfScore: '100.00',
        },
        ...{ sealCode: `AAAA-BBBB-CCCC-${key.slice(-4).toUpperCase()}`, revision: 1, draft: false },
        ...{ sample: false, files: 3, bytes: 900, problems: [], ...wish.verification },
      },
    });
    if (!receipt.kept) {
      this.refused.push(receipt);
      return key;
    }
    const fresh = newReview(receipt.packageId, receipt.verification.sealCode ?? '', NOW);
    const context = { assessment, standard: STANDARD };
    const agree = { kind: 'agree' as const, codes: Object.keys(assessment.entries) };
    const current = wish.verified ? edited(reviewDocument, fresh, agree, { context, now: NOW }) : fresh;
    const review = new FakeDocument(reviewDocument, current, () => context);
    this.packages.set(key, { assessment, receipt, review });
    return key;
  }

  review(key: string): Review {
    return this.#package(key).review.current;
  }

  #desk() {
    if (!this.desk) throw new Error('There is no desk');
    return this.desk;
  }

  #package(key: string): Package {
    const found = this.packages.get(key);
    if (!found) throw new Error(`There is no package ${key}`);
    return found;
  }

  #parts({ assessment, receipt, review }: Package) {
    return { assessment, receipt, standard: STANDARD, review: review.current };
  }

  #saved(key: string): SavedDocument<'review'> {
    const found = this.#package(key);
    const { candidate } = candidateOf(this.#parts(found));
    return { document: 'review', ...found.review.saved(), candidate };
  }

  #receipts(): Receipt[] {
    const all = [...[...this.packages.values()].map(({ receipt }) => receipt), ...this.refused];
    return all.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  #receive(fileName: string, receivedOn: string): ImportOutcome {
    const wish = this.arrivals.get(fileName) ?? NOT_A_PACKAGE;
    if ('remedy' in wish) return { fileName, failure: wish };
    const key = this.put({ ...wish, receipt: { receivedOn, ...wish.receipt } }, fileName);
    const receipt = this.#receipts().find((each) => each.key === key);
    return { fileName, ...(receipt && { receipt }) };
  }

  /** The desk as a document. */
  served(): Served {
    const opened = () => ({
      standard: STANDARD,
      candidates: [...this.packages.values()].map((each) => candidateOf(this.#parts(each)).candidate),
      receipts: this.#receipts(),
      folder: '/数据/核验台/测试',
      notices: [],
    });
    return { document: this.#desk(), opened };
  }

  /** The review of one of its packages as a document. */
  servedReview(key: string): Served {
    const { review, assessment, receipt } = this.#package(key);
    const saved = () => this.#saved(key);
    return {
      document: review,
      saved,
      opened: () => ({ assessment, receipt, standard: STANDARD, notices: [] }),
    };
  }

  readonly handlers: Handlers = {
    listDesks: () => ({
      desks: this.desk
        ? [
            {
              id: this.desk.current.id,
              title: this.desk.current.title,
              campaign: this.desk.current.campaign.title,
              standardTitle: STANDARD.title,
              packages: this.packages.size,
              updatedAt: NOW,
              folder: '/数据/核验台/测试',
            },
          ]
        : [],
    }),
    createDesk: ({ title }) => ({ id: this.create({ title }).#desk().current.id }),
    importPackages: ({ tokens, receivedOn = '2026-11-20' }) => {
      const outcomes = this.endless
        ? []
        : tokens.map((token) => this.#receive(this.#fileName(token), receivedOn));
      return this.#start(this.endless ? undefined : { kind: 'deskImport', outcomes });
    },
    addVisitPhotos: ({ key, visitId, tokens }) => {
      const { review } = this.#package(key);
      const outcomes = tokens.map((token) => {
        const fileName = this.#fileName(token);
        const photo = { sha256: 'c'.repeat(64), bytes: 1, fileName, mediaType: 'image/png' };
        review.edit({ kind: 'addPhoto', visitId, photo });
        return { fileName, photo };
      });
      return this.#start({ kind: 'deskPhotos', outcomes, saved: this.#saved(key) });
    },
    openDeskEvidence: () => ({}),
    compareSeal: ({ key, typed }) => {
      const sealCode = this.#package(key).receipt.verification.sealCode ?? '';
      const bare = (text: string) => text.replace(/[\s-]/g, '').toUpperCase();
      return { equal: bare(typed) === bare(sealCode), sealCode };
    },
    compareCandidates: ({ packages }) =>
      compareUnits(
        packages.map(({ key }) => {
          const parts = this.#parts(this.#package(key));
          return { ...parts, title: parts.assessment.unit.name };
        }),
      ),
    deskHeat: () =>
      heatTable(
        STANDARD,
        [...this.packages.values()].map((each) => {
          const { self, report, verifiedScore } = verifyScore(STANDARD, this.#parts(each));
          return lossesOf((verifiedScore === undefined ? self : report).items);
        }),
      ),
    exportReview: () => MADE,
    compareReview: ({ key }) => {
      const ours = this.#package(key).review.current;
      const theirs = this.colleague ?? ours;
      return {
        reviewers: theirs.reviewers,
        differences: reviewDifferences(ours, theirs, allCodes(STANDARD)),
      };
    },
    mergeReview: ({ key, picks }) => {
      const { review } = this.#package(key);
      const theirs = this.colleague ?? review.current;
      review.take(mergeReviews(review.current, theirs, { codes: allCodes(STANDARD), picks, now: NOW }));
      return this.#saved(key);
    },
    exportDeskTable: () => MADE,
    exportPackageFiles: () => this.#start(this.files),
    readWorkbookScores: () => this.workbook,
    readSurvey: () => {
      if (!this.survey) throw new UserError(UNREADABLE);
      return this.survey;
    },
  };
}

const UNREADABLE: Failure = {
  code: 'unreadable',
  message: '这个文件读不了',
  effect: '没有读入任何内容。',
  remedy: '请换一个文件。',
};

const NOT_A_PACKAGE: PackageWish = {
  name: '',
  receipt: { verdict: 'not-a-package', kept: false },
  verification: {
    status: 'not-a-package',
    revision: 0,
    sealCode: '',
    selfScore: '',
    problems: [{ code: 'zip', path: '', message: '这不是ZIP文件', severity: 'problem' }],
  },
};
