import type { PickedFile } from '../../../shared/contract/contract.ts';
import { FILE_CHOICES, type FilePurpose } from '../../../shared/contract/file-choices.ts';
import { ApiFailure, call, failureOf, HOST_LOST, unwrap } from './client.ts';
import { bridge } from './bridge.ts';
import { JobCancelled, type JobOptions } from './jobs.ts';

/** A file that the user chose, dropped or pasted, whoever knows where it is. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  /** Below the folder that was chosen or dropped; the name alone where it came by itself. */
  readonly path: string;
  /** Offers it to the host; answers its token. Throws ApiFailure, JobCancelled. */
  readonly offer: (options?: OfferOptions) => Promise<string>;
}

/** One that this page holds: dropped, pasted, or chosen in a browser. */
export function chosenOf(file: File, path = file.webkitRelativePath || file.name): ChosenFile {
  return { name: file.name, size: file.size, path, offer: (options) => offerFile(file, options) };
}

/** One that the host's own dialog brought. */
export function chosenOfPicked({ token, name, bytes, path }: PickedFile): ChosenFile {
  return { name, size: bytes, path, offer: () => Promise.resolve(token) };
}

/** Whether a file can be meant for this, by its ending. */
export function isFor(purpose: FilePurpose, { name }: ChosenFile): boolean {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return FILE_CHOICES[purpose].kinds.some(({ endings }) => endings.some((each) => each === ending));
}

/**
 * Offers chosen files to the host, one after the other; answers their tokens in the same order.
 * The desktop hands over paths, the local door uploads (with progress over all bytes).
 */
export async function offerFiles(
  files: readonly ChosenFile[],
  { onProgress, signal }: JobOptions,
): Promise<string[]> {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const tokens: string[] = [];
  let before = 0;
  for (const file of files) {
    if (signal.aborted) throw new JobCancelled();
    const step = `正在读取“${file.name}”`;
    onProgress({ step, done: before, total });
    tokens.push(
      await file.offer({ onBytes: (done) => onProgress({ step, done: before + done, total }), signal }),
    );
    before += file.size;
  }
  return tokens;
}

/** Gives an offered file up; an upload is deleted. Never throws: what is left, the host deletes when it ends. */
export async function forgetFile(token: string): Promise<void> {
  await call('forgetFile', { token }).catch(failureOf);
}

interface OfferOptions {
  onBytes?: (done: number) => void;
  signal?: AbortSignal;
}

async function offerFile(file: File, { onBytes, signal }: OfferOptions = {}): Promise<string> {
  const desktop = bridge();
  return desktop ? tokenIn(await desktop.offerFile(file)) : upload(file, onBytes, signal);
}

// XMLHttpRequest, because fetch does not tell how much of an upload is done.
function upload(file: File, onBytes?: (done: number) => void, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `upload?name=${encodeURIComponent(file.name)}`);
    request.upload.onprogress = (event) => onBytes?.(Math.min(event.loaded, file.size));
    request.onload = () => {
      try {
        resolve(tokenIn(JSON.parse(request.responseText)));
      } catch (error) {
        reject(error instanceof ApiFailure ? error : new ApiFailure(HOST_LOST));
      }
    };
    request.onerror = () => reject(new ApiFailure(HOST_LOST));
    request.onabort = () => reject(new JobCancelled());
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function tokenIn(reply: unknown): string {
  const value = unwrap(reply);
  if (typeof value === 'object' && value !== null && 'token' in value && typeof value.token === 'string') {
    return value.token;
  }
  throw new ApiFailure(HOST_LOST);
}
