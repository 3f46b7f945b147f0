import * as z from 'zod';
import {
  type FeedbackFile,
  FEEDBACK_VERSION,
  feedbackFileSchema,
  feedbackForm,
} from '../../../shared/assessment/feedback.ts';
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decode } from '../../../shared/stored-form.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { DECLARATION, tagValue, writeManifest, writeTags } from '../../../shared/package/bag.ts';
import { README_NAME } from '../../../shared/package/layout.ts';
import { MAX_JSON_BYTES, parseForeignJson } from '../files/foreign-json.ts';
import { isWrongContent, readWhole } from './contents.ts';
import { oneLine, TAG } from './bag-info.ts';
import type { TaskOptions } from './progress.ts';
import { canonicalJson } from './revision.ts';
import { inspectPackage } from './verify.ts';
import { workName } from '../files/work-names.ts';
import { writePackage } from './write.ts';

const CONTENT = 'data/feedback.json';
const REPORT = 'data/核验报告.docx';

interface FeedbackInput {
  readonly file: FeedbackFile;
  /** 核验报告.docx, for a reader without this program. */
  readonly report: Uint8Array;
  readonly software: string;
  /** Folder for the half-written file. */
  readonly folder: string;
}

/** The bytes of a 反馈包: a bag (RFC 8493) as our packages are, its hashes checked on opening. Same input, same bytes. */
export async function writeFeedback({ file, report, software, folder }: FeedbackInput): Promise<Buffer> {
  const { feedback, unit } = file;
  const payload = [
    { path: CONTENT, content: Buffer.from(canonicalJson(z.encode(feedbackFileSchema, file))) },
    { path: REPORT, content: Buffer.from(report) },
  ];
  const bytes = payload.reduce((sum, { content }) => sum + content.length, 0);
  const tags = [
    { label: TAG.unit, value: oneLine(feedback.from) },
    { label: 'External-Description', value: oneLine(`${unit} 核验反馈`) },
    { label: TAG.date, value: feedback.date },
    { label: TAG.oxum, value: `${bytes}.${payload.length}` },
    { label: TAG.feedback, value: String(FEEDBACK_VERSION) },
    { label: TAG.software, value: software },
  ];
  const tagFiles = [
    { path: 'bagit.txt', content: Buffer.from(DECLARATION) },
    { path: 'bag-info.txt', content: Buffer.from(writeTags(tags)) },
    { path: 'manifest-sha256.txt', content: Buffer.from(writeManifest(payload.map(listed))) },
    { path: README_NAME, content: Buffer.from(readme(file)) },
  ];
  const tagManifest = Buffer.from(writeManifest(tagFiles.map(listed)));
  const part = join(folder, workName('part'));
  try {
    const { synced } = await writePackage(part, {
      root: '核验反馈',
      what: '反馈包',
      files: [...tagFiles, { path: 'tagmanifest-sha256.txt', content: tagManifest }, ...payload],
      date: feedback.date,
    });
    await synced;
    return await readFile(part);
  } finally {
    await rm(part, { force: true });
  }
}

function listed({ path, content }: { path: string; content: Buffer }): { path: string; sha256: string } {
  return { path, sha256: createHash('sha256').update(content).digest('hex') };
}

function readme({ unit, feedback }: FeedbackFile): string {
  return [
    `${unit}自评材料第${feedback.revision}版的核验反馈`,
    '',
    `核验单位：${feedback.from}`,
    `日期：${feedback.date}`,
    '',
    '打开方法：在标兵自评的首页选“打开推荐包”，选择这个压缩包，不需要解压。',
    '没有程序时，可直接阅读 data 文件夹里的核验报告。',
    '',
  ].join('\r\n');
}

/**
 * What a 反馈包 says; undefined where the file is none. Throws a UserError where it is one and not whole, or was
 * written by a newer program.
 */
export async function readFeedback(
  path: string,
  options: TaskOptions = {},
): Promise<FeedbackFile | undefined> {
  const { verification, source, bag } = await inspectPackage(path, options);
  try {
    const version = bag ? tagValue(bag.tags, TAG.feedback) : '';
    if (!bag || version === '') return undefined;
    if (version !== String(FEEDBACK_VERSION)) throw unsupported(version);
    // As a package it is unsupported, and nothing else may be wrong with it.
    const real = verification.problems.filter(({ severity }) => severity === 'problem');
    const other = real.find(({ code }) => code !== 'feedback');
    if (other) throw damaged(`${other.path} ${other.message}`.trim());
    const file = bag.payload.get(CONTENT);
    if (!file) throw damaged('缺少反馈内容');
    return decode(
      feedbackForm,
      parseForeignJson(await readWhole(source, file, MAX_JSON_BYTES, options.signal)),
    );
  } catch (error) {
    if (isWrongContent(error)) throw damaged('反馈内容不符合规定的格式', error);
    throw error;
  } finally {
    source.close();
  }
}

function damaged(detail: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: 'feedback-damaged',
      message: `反馈包已损坏或被改动：${detail}。`,
      effect: '没有打开；自评档案没有改动。',
      remedy: '请重新复制，或请核验单位重新发送。',
    },
    { cause },
  );
}

function unsupported(version: string): UserError {
  return new UserError({
    code: 'feedback-unsupported',
    message: `反馈包格式是第 ${version} 版，这个程序还不认识。`,
    effect: '没有打开；自评档案没有改动。',
    remedy: '请升级程序后再打开。',
  });
}
