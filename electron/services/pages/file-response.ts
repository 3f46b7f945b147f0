import type { FileHandle } from 'node:fs/promises';
import { openKept } from '../files/kept.ts';

const CHUNK_BYTES = 256 * 1024;

export interface FileAnswer {
  path: string;
  headers: Record<string, string>;
  /** The request's Range header; one range is supported, anything else answers the whole file. */
  range?: string | null;
}

/** A file as a streamed answer, 206 for a range, 416 for one outside the file. Throws as `openKept`. */
export async function fileResponse({ path, headers, range }: FileAnswer): Promise<Response> {
  const file = await openKept(path);
  const { size } = await file.stat();
  const part = parseRange(range, size);
  if (part === 'unsatisfiable') {
    await file.close();
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } });
  }
  const { start, end } = part ?? { start: 0, end: size - 1 };
  return new Response(streamOf(file, start, end), {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      'Accept-Ranges': 'bytes',
      'Content-Length': String(end - start + 1),
      ...(part && { 'Content-Range': `bytes ${start}-${end}/${size}` }),
    },
  });
}

/**
 * One range of RFC 9110 §14.1.2, `end` inclusive. Undefined: no range, several, or not understood, which the
 * RFC lets a server answer with the whole file.
 */
function parseRange(
  header: string | null | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  return start > end ? 'unsatisfiable' : { start, end };
}

// Not Readable.toWeb: a viewer that stops half-way (seeking in a video) must end in close(), not in an error.
function streamOf(file: FileHandle, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const wanted = Math.min(CHUNK_BYTES, end - at + 1);
        const { bytesRead, buffer } =
          wanted > 0
            ? await file.read(new Uint8Array(wanted), 0, wanted, at)
            : { bytesRead: 0, buffer: undefined };
        if (bytesRead > 0 && buffer) controller.enqueue(buffer.subarray(0, bytesRead));
        at += bytesRead;
        if (at <= end && bytesRead > 0) return;
        await file.close();
        // Fewer bytes than announced: an error, so that nobody takes half a file for the whole.
        if (at <= end) controller.error(new Error('file is shorter than announced'));
        else controller.close();
      } catch (error) {
        await file.close();
        controller.error(error);
      }
    },
    cancel: () => file.close(),
  });
}
