import { randomBytes } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import type { JobResult } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import type { JobContext, Jobs } from './jobs.ts';

export interface OfferedFile {
  readonly path: string;
  /** As the user sees it. */
  readonly name: string;
  /** `borrowed`: the user's own file. `staged`: an upload of ours, deleted after use. */
  readonly ownership: 'borrowed' | 'staged';
}

/** A file that the host made. */
export interface ExportedFile {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
}

/** Files that the interface may name by a random token; it never learns a path. */
export class FileTokens<T> {
  readonly #files = new Map<string, T>();

  offer(file: T): string {
    const token = randomBytes(24).toString('base64url');
    this.#files.set(token, file);
    return token;
  }

  find(token: string): T | undefined {
    return this.#files.get(token);
  }

  /** The file, which stays. Throws a UserError for an unknown token. */
  get(token: string): T {
    const file = this.#files.get(token);
    if (file === undefined) throw unknownToken();
    return file;
  }

  /** Takes the file out: the token works once. Throws a UserError for an unknown one. */
  take(token: string): T {
    const file = this.get(token);
    this.#files.delete(token);
    return file;
  }
}

/** Starts a job on chosen files; uploads among them are deleted when it ends. */
export function startWithFiles(
  { jobs, offered }: { readonly jobs: Jobs; readonly offered: FileTokens<OfferedFile> },
  { step, tokens }: { readonly step: string; readonly tokens: readonly string[] },
  task: (files: OfferedFile[], job: JobContext) => Promise<JobResult>,
): { jobId: string } {
  const files = tokens.map((token) => offered.take(token));
  const jobId = jobs.start(step, (job) => task(files, job).finally(() => discard(files)));
  return { jobId };
}

/** In bytes; 0 for a file that cannot be seen: reading it will say why. */
export function sizesOf(files: readonly { readonly path: string }[]): Promise<number[]> {
  return Promise.all(files.map(async ({ path }) => (await stat(path).catch(() => undefined))?.size ?? 0));
}

/** One file after the other, while the job tells which one and how many bytes of all are behind it. */
export async function* filesInTurn<F extends OfferedFile>(
  files: readonly F[],
  job: JobContext,
  doing: string,
): AsyncGenerator<readonly [index: number, file: F]> {
  const sizes = await sizesOf(files);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const [index, file] of files.entries()) {
    job.step(`${doing}第 ${index + 1}/${files.length} 份：${file.name}`);
    job.progress(before, total);
    job.signal.throwIfAborted();
    yield [index, file];
    before += sizes[index] ?? 0;
  }
}

/** Gives up a file that is not wanted any more; an unknown token is no fault. */
export async function forget(files: FileTokens<OfferedFile>, token: string): Promise<void> {
  if (files.find(token)) await discard([files.take(token)]);
}

/** Deletes uploads that have been used; the user's own files stay. */
export async function discard(files: readonly OfferedFile[]): Promise<void> {
  for (const { ownership, path } of files) if (ownership === 'staged') await rm(path, { force: true });
}

export function unknownToken(): UserError {
  return new UserError({
    code: 'file-unknown',
    message: '找不到刚才选择的文件。',
    effect: '没有改动任何内容。',
    remedy: '请重新选择文件。',
  });
}
