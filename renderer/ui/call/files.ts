import { ApiFailure, call, failureOf, HOST_LOST, unwrap } from './client.ts';
import { bridge } from './bridge.ts';
import { JobCancelled, type JobOptions } from './jobs.ts';

/**
 * Offers chosen files to the host, one after the other; answers their tokens in the same order.
 * The desktop hands over paths, the local door uploads (with progress over all bytes).
 */
export async function offerFiles(
  files: readonly File[],
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
      await offerFile(file, { onBytes: (done) => onProgress({ step, done: before + done, total }), signal }),
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

/** Offers one chosen file to the host; answers its token. Throws ApiFailure, JobCancelled. */
export async function offerFile(file: File, { onBytes, signal }: OfferOptions = {}): Promise<string> {
  const desktop = bridge();
  return desktop ? desktop.offerFile(file) : upload(file, onBytes, signal);
}

// XMLHttpRequest, because fetch does not tell how much of an upload is done.
function upload(file: File, onBytes?: (done: number) => void, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `upload?name=${encodeURIComponent(file.name)}`);
    request.upload.onprogress = (event) => onBytes?.(Math.min(event.loaded, file.size));
    request.onload = () => {
      try {
        resolve(readToken(request.responseText));
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

function readToken(text: string): string {
  const value = unwrap(JSON.parse(text));
  if (typeof value === 'object' && value !== null && 'token' in value && typeof value.token === 'string') {
    return value.token;
  }
  throw new ApiFailure(HOST_LOST);
}
