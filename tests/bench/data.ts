import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from 'xlsx';
import * as z from 'zod';
import { writeNewAssessmentFolder } from '../../electron/services/assessment/assessment-folder.ts';
import type { Assessment, Entry, Evidence } from '../../shared/assessment/schema.ts';
import type { RuleInput } from '../../shared/assessment/rule-input.ts';
import { type Standard, standardSchema } from '../../shared/standard/schema.ts';
import { assessmentOf, item, section, standardOf } from '../unit/shared/scoring/fixtures.ts';

const MB = 1024 * 1024;
const PER_SECTION = 20;
const SENTENCE = '查阅资料和实地查看，按制度建立、责任到人、记录完整、公开及时、群众评价的情况评分。';

const point = (code: string, points: string): object => ({ code, label: '做到这一点', points });
/** One of each rule kind, and what a unit states for it. */
const RULES: readonly { rule: object; input: RuleInput }[] = [
  { rule: { kind: 'award', step: '0.1' }, input: { kind: 'award', points: 90 } },
  {
    rule: { kind: 'tiers', options: [point('a', '1'), point('b', '0.5')] },
    input: { kind: 'tiers', option: 'a' },
  },
  {
    rule: { kind: 'checklist', points: [point('a', '0.5'), point('b', '0.5')] },
    input: { kind: 'checklist', met: ['a', 'b'] },
  },
  {
    rule: { kind: 'deduct', faults: [{ code: 'a', label: '缺一处', points: '0.1' }] },
    input: { kind: 'deduct', counts: { a: 1 } },
  },
  {
    rule: { kind: 'ratio', numerator: '回访', denominator: '办结', target: '30' },
    input: { kind: 'ratio', numerator: 29, denominator: 100 },
  },
];
const ruleOf = (index: number): (typeof RULES)[number] => RULES[index % RULES.length] ?? RULES[0]!;

/** A wholly scored assessment of so many items, one point each, with one piece of evidence in four. */
export function invented(items: number): {
  standard: Standard;
  standardBytes: Buffer;
  assessment: Assessment;
} {
  const codes = Array.from({ length: items }, (_, index) => {
    return `${Math.floor(index / PER_SECTION) + 1}.${(index % PER_SECTION) + 1}`;
  });
  const sections = Array.from({ length: Math.ceil(items / PER_SECTION) }, (_, at) => {
    const own = codes.slice(at * PER_SECTION, (at + 1) * PER_SECTION);
    return section(
      String(at + 1),
      own.map((code, index) =>
        item(code, '1', { criterion: SENTENCE, rule: ruleOf(at * PER_SECTION + index).rule }),
      ),
    );
  });
  const standard = standardOf({ sections, fullScore: String(items), passScore: String(items * 0.9) });
  const standardBytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
  const evidence = codes
    .filter((_, index) => index % 4 === 0)
    .map((code) => record(`证明材料 ${code}.pdf`, sha256(code), 1));
  const entries = codes.map((code, index): [string, Entry] => [
    code,
    {
      state: 'scored',
      input: ruleOf(index).input,
      reason: SENTENCE,
      evidence: [evidence[Math.floor(index / 4)]?.sha256 ?? ''],
    },
  ]);
  const assessment = assessmentOf({
    standard: { id: standard.id, edition: standard.edition, sha256: sha256(standardBytes) },
    entries: Object.fromEntries(entries),
    evidence,
  });
  return { standard, standardBytes, assessment };
}

/** An assessment folder with real random files of one 200 MB video and 100 pictures of 1 MB. */
export async function largeFolder(home: string): Promise<{ folder: string; sources: string; video: string }> {
  const sources = join(home, 'sources');
  await mkdir(sources, { recursive: true });
  const video = join(sources, 'video.mp4');
  const evidence = [await randomFile(video, 200)];
  for (let n = 1; n <= 100; n += 1) evidence.push(await randomFile(join(sources, `picture ${n}.jpg`), 1));
  const { assessment, standardBytes } = invented(100);
  const codes = Object.keys(assessment.entries);
  const entries = codes.map((code, index): [string, Entry] => [
    code,
    { ...assessment.entries[code]!, evidence: [evidence[index]?.sha256 ?? ''] },
  ]);
  const folder = join(home, 'assessment');
  await writeNewAssessmentFolder(folder, {
    assessment: { ...assessment, evidence, entries: Object.fromEntries(entries) },
    standardBytes,
    evidence: (hash) => join(sources, evidence.find(({ sha256 }) => sha256 === hash)?.fileName ?? ''),
  });
  await writeFile(
    join(home, 'sources.sha256'),
    evidence.map(({ sha256, fileName }) => `${sha256}  ${fileName}\n`).join(''),
  );
  return { folder, sources, video };
}

/** An .xlsx of 10,000 rows of 10 cells, each with a sentence of its own. */
export async function largeSheet(home: string): Promise<string> {
  const rows = Array.from({ length: 10_000 }, (_, row) =>
    Array.from({ length: 10 }, (_, column) => `${row}.${column} ${SENTENCE}`),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '考核细则');
  const path = join(home, 'sheet.xlsx');
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer;
  await writeFile(path, bytes);
  return path;
}

async function randomFile(path: string, megabytes: number): Promise<Evidence> {
  const hash = createHash('sha256');
  const handle = await open(path, 'w');
  for (let done = 0; done < megabytes; done += 1) {
    const chunk = randomBytes(MB);
    hash.update(chunk);
    await handle.writeFile(chunk);
  }
  await handle.close();
  return record(path.slice(path.lastIndexOf('/') + 1), hash.digest('hex'), megabytes * MB);
}

function record(fileName: string, sha: string, bytes: number): Evidence {
  const label = fileName.replace(/\.\w+$/, '');
  const addedAt = '2026-11-01T00:00:00.000Z';
  return { sha256: sha, bytes, fileName, label, mediaType: 'application/octet-stream', addedAt };
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
