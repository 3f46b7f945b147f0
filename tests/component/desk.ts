import { existsSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listText, newDesk } from '../../electron/services/desk/desk-folder.ts';
import { hashOf, type PackageContents, receiptText } from '../../electron/services/desk/package-folder.ts';
import {
  campaignHash,
  type Summary,
  summaryOf,
  summarySchema,
  summaryText,
} from '../../electron/services/desk/summary.ts';
import { assessmentDocument } from '../../shared/assessment/document.ts';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { edited, encode } from '../../shared/document.ts';
import { decode } from '../../shared/stored-form.ts';
import { deskDocument, reviewDocument } from '../../shared/review/documents.ts';
import { CHECKS, type Receipt, receiptAsRead, receiptSchema } from '../../shared/review/receipt.ts';
import { type Desk, newReview, type Review } from '../../shared/review/schema.ts';
import { scoringStandard } from '../../electron/services/desk/match-standard.ts';
import * as z from 'zod';
import { type Standard, standardSchema } from '../../shared/standard/schema.ts';
import { rawZip } from '../unit/electron/services/package/raw-zip.ts';
import { CAMPAIGN, completeAssessment, NOW, STANDARD, STANDARD_BYTES } from './fixtures.ts';
import { contentOf, sha256Of } from './pieces.ts';

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

/** One desk on the disk of a test: files as an earlier run of the program left them, under keys that are numbers. */
export class TestDesk {
  readonly folder: string;
  #received = 0;
  readonly #names = new Map<string, { fileName: string; unit: string }>();
  #standard = STANDARD;
  #standardBytes = STANDARD_BYTES;

  constructor(root: string) {
    this.folder = join(root, '核验台', '测试');
  }

  /** By this standard, which the packages that are put on it bring as well. */
  create(standard: Standard = STANDARD, changes: Partial<Desk> = {}): this {
    this.#standard = standard;
    this.#standardBytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
    for (const name of ['packages', 'receipts', 'incoming']) this.#make(name);
    const wish = { id: DESK_ID, title: '测试核验台', campaign: CAMPAIGN, standard };
    const desk = newDesk({ ...wish, standardBytes: this.#standardBytes, now: new Date(NOW) });
    this.#write('standard.json', this.#standardBytes);
    this.#keepList();
    this.#write('desk.json', JSON.stringify(encode(deskDocument, { ...desk, ...changes })));
    return this;
  }

  /** Puts a package on the desk; answers its key. */
  put(wish: PackageWish = {}, fileName = `${wish.name ?? '某局'}.zip`): string {
    this.#received += 1;
    const key = this.#received.toString(16).padStart(16, '0');
    const assessment = this.#assessment(wish);
    const receipt = receiptOf(wish, { key, fileName, assessment, number: this.#received });
    if (!receipt.kept) {
      this.#write(`receipts/${key}.json`, receiptText(receipt));
      return key;
    }
    this.#make(`packages/${key}`);
    this.#names.set(key, { fileName, unit: wish.name ?? '某局' });
    this.#keepList();
    const { zip, contents } = originalOf(assessment, this.#standardBytes);
    const kept = { ...receipt, bytes: zip.length, sha256: hashOf(zip) };
    this.#write(`packages/${key}/original.zip`, zip);
    this.#write(`packages/${key}/contents.json`, JSON.stringify(contents));
    this.#write(`packages/${key}/receipt.json`, receiptText(kept));
    const agree = { kind: 'agree' as const, codes: wish.verified ? Object.keys(assessment.entries) : [] };
    const context = { assessment, ...scoringStandard(this.#standard, this.#standard) };
    const review = edited(reviewDocument, firstReview(receipt), agree, { context, now: NOW });
    this.#write(`packages/${key}/review.json`, JSON.stringify(encode(reviewDocument, review)));
    const summary = summaryOf({ ...context, receipt: receiptAsRead(kept), review });
    this.#keepSummary(key, summary);
    return key;
  }

  /** So many packages of which nothing but the row is looked at: one that is put there, and it under other names. */
  putMany(count: number): void {
    const key = this.put({ name: '单位一' });
    const at = (of: string, name: string): string => join(this.folder, 'packages', of, name);
    const [receipt = '', summary = ''] = ['receipt.json', 'summary.json'].map((name) =>
      readFileSync(at(key, name), 'utf8'),
    );
    for (let n = 2; n <= count; n += 1) {
      const other = n.toString(16).padStart(16, '0');
      const own = (text: string): string =>
        text
          .replaceAll(key.slice(-12), other.slice(-12))
          .replaceAll(sealOf(key), sealOf(other))
          .replaceAll('单位一', `单位${n}`);
      this.#make(`packages/${other}`);
      linkSync(at(key, 'original.zip'), at(other, 'original.zip'));
      this.#write(`packages/${other}/receipt.json`, own(receipt));
      this.#keepSummary(other, summarySchema.parse(JSON.parse(own(summary))));
    }
  }

  /** What came in is not what is there any more. */
  spoil(key: string): void {
    this.#write(`packages/${key}/original.zip`, rawZip([]));
  }

  /** The desk as it is on the disk. */
  current(): Desk {
    return decode(deskDocument, this.#read('desk.json'));
  }

  /** The review of a package as it is on the disk. */
  review(key: string): Review {
    return decode(reviewDocument, this.#read(`packages/${key}/review.json`));
  }

  #assessment({ name = '某局', superior = '测试市司法局', ...wish }: PackageWish): Assessment {
    const { industry = '城市管理', region = '测试市' } = wish;
    const complete = completeAssessment();
    const id = `66666666-6666-4666-8666-${this.#received.toString(16).padStart(12, '0')}`;
    return { ...complete, id, unit: { ...complete.unit, name, superior, industry, region }, ...wish.changes };
  }

  /** Bound to the receipt and the review that are there. */
  #keepList(): void {
    this.#write('packages.json', listText(DESK_ID, this.#names));
  }

  #keepSummary(key: string, summary: Summary): void {
    const hash = (name: string): string => {
      const path = join(this.folder, 'packages', key, name);
      return existsSync(path) ? hashOf(readFileSync(path)) : '';
    };
    const sources = { receipt: hash('receipt.json'), review: hash('review.json') };
    const bound = { ...sources, campaign: campaignHash(CAMPAIGN) };
    this.#write(`packages/${key}/summary.json`, summaryText(summary, bound));
  }

  #make(path: string): void {
    mkdirSync(join(this.folder, path), { recursive: true });
  }

  #write(path: string, content: string | Buffer): void {
    writeFileSync(join(this.folder, path), content);
  }

  #read(path: string): unknown {
    return JSON.parse(readFileSync(join(this.folder, path), 'utf8'));
  }
}

const sealOf = (key: string) => `AAAA-BBBB-CCCC-${key.slice(-4).toUpperCase()}`;

function firstReview({ packageId, verification }: Receipt): Review {
  return newReview(packageId, verification.sealCode ?? '', NOW);
}

function receiptOf(
  wish: PackageWish,
  {
    key,
    fileName,
    assessment,
    number,
  }: { key: string; fileName: string; assessment: Assessment; number: number },
): Receipt {
  return receiptSchema.parse({
    ...{ version: 1, checks: CHECKS, key, fileName, sha256: key.repeat(4), bytes: 1000 },
    receivedAt: new Date(Date.parse(NOW) + number * 1000).toISOString(),
    ...{ receivedOn: '2026-11-20', verdict: 'accepted', kept: true, remarks: [] },
    ...{ packageId: `package-${key}`, assessmentId: assessment.id, ...wish.receipt },
    verification: {
      ...{ file: fileName, status: 'intact', unit: assessment.unit.name, campaign: CAMPAIGN.title },
      ...{ selfScore: '100.00', sealCode: sealOf(key), revision: 1 },
      ...{ draft: false, sample: false, files: 3, bytes: 900, problems: [], ...wish.verification },
    },
  });
}

/** As much of a package as the desk reads again: the unit's data, the standard, the evidence whose content is known. */
function originalOf(
  assessment: Assessment,
  standardBytes: Buffer,
): { zip: Buffer; contents: PackageContents } {
  const data = Buffer.from(JSON.stringify(encode(assessmentDocument, assessment)));
  const evidence = assessment.evidence.flatMap(({ sha256 }) => {
    const content = contentOf(sha256);
    return content ? [{ sha256, path: `data/${sha256}`, data: content }] : [];
  });
  const [own, standard] = ['data/assessment.json', 'data/standard.json'];
  const files = [{ path: own, data }, { path: standard, data: standardBytes }, ...evidence];
  return {
    zip: rawZip(files.map(({ path: name, data: bytes }) => ({ name, data: bytes }))),
    contents: {
      version: 1,
      assessment: { path: own, sha256: sha256Of(data) },
      standard: { path: standard, sha256: sha256Of(standardBytes) },
      evidence: Object.fromEntries(evidence.map(({ sha256, path }) => [sha256, path])),
    },
  };
}
