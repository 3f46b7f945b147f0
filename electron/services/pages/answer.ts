import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { UserError } from '../../../shared/values/errors.ts';
import { isSystemError } from '../base/failures.ts';
import type { ExportedFile } from '../base/file-tokens.ts';
import type { EvidenceFile } from '../files/evidence-file.ts';
import { type FileAnswer, fileResponse } from './file-response.ts';
import { evidenceHeaders, pageHeaders } from './policy.ts';

/** Files that the host gives to be shown or downloaded; undefined: it is not there. */
interface ServedFiles {
  evidenceFile(id: string, sha256: string): Promise<EvidenceFile | undefined>;
  downloadFile(token: string): Promise<ExportedFile | undefined>;
}

export interface Pages {
  host: ServedFiles;
  /** dist/renderer */
  rendererFolder: string;
}

/** What both doors answer to GET: the program's pages, evidence, and exported packages. */
export async function answerGet({ host, rendererFolder }: Pages, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const segments = decodePath(pathname);
  if (!segments) return notFound();
  const range = request.headers.get('range');
  const [area, first = '', second = '', ...more] = segments;

  if (area === 'evidence' && more.length === 0) {
    const found = await host.evidenceFile(first, second);
    if (!found) return notFound();
    const shown = searchParams.has('download') ? undefined : shownAs(found.mediaType);
    const headers = {
      ...evidenceHeaders,
      'Content-Type': shown ?? 'application/octet-stream',
      ...(shown === undefined && { 'Content-Disposition': attachment(found.fileName) }),
    };
    return kept({ path: found.path, headers, range });
  }
  if (area === 'download' && second === '') {
    const found = await host.downloadFile(first);
    if (!found) return notFound();
    const headers = {
      ...evidenceHeaders,
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachment(found.fileName),
    };
    return kept({ path: found.path, headers, range });
  }
  return page(rendererFolder, segments);
}

/** A file that went, or was replaced by a link, since the host saw it, is not there. */
async function kept(answer: FileAnswer): Promise<Response> {
  try {
    return await fileResponse(answer);
  } catch (error) {
    if (error instanceof UserError || isSystemError(error, 'ENOENT')) return notFound();
    throw error;
  }
}

const PAGE_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

async function page(folder: string, segments: string[]): Promise<Response> {
  const path = resolve(folder, segments.length === 0 ? 'index.html' : segments.join(sep));
  if (!path.startsWith(resolve(folder) + sep)) return notFound();
  try {
    const type = PAGE_TYPES[extname(path)] ?? 'application/octet-stream';
    return new Response(await readFile(path), { headers: { ...pageHeaders, 'Content-Type': type } });
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'EISDIR', 'ENOTDIR')) return notFound();
    throw error;
  }
}

/** The decoded segments of a path; undefined where it could lead anywhere but below its folder. */
function decodePath(pathname: string): string[] | undefined {
  try {
    const segments = pathname.slice(1).split('/').map(decodeURIComponent);
    if (segments.at(-1) === '') segments.pop();
    return segments.every(isPlainName) ? segments : undefined;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[\\/:\0]/.test(name);
}

/** The content type under which a piece of evidence may be shown; undefined: only as a download. */
function shownAs(mediaType: string): string | undefined {
  if (mediaType.startsWith('text/')) return 'text/plain; charset=utf-8';
  const shown =
    /^(image\/(png|jpeg|gif|webp|bmp)|video\/(mp4|webm)|audio\/(mpeg|mp4|wav|ogg)|application\/pdf)$/;
  return shown.test(mediaType) ? mediaType : undefined;
}

/** RFC 6266 with the UTF-8 name of RFC 8187, and a plain one for what does not know it. */
function attachment(fileName: string): string {
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

export function notFound(): Response {
  return new Response('没有这个文件', {
    status: 404,
    headers: { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
