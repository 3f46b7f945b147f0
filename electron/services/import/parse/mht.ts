import { importFailure } from '../import-failure.ts';
import { LIMITS } from '../limits.ts';
import { decodePage } from './decode.ts';

/** Multiparts within multiparts: no program writes more than two. */
const DEEPEST = 5;

/**
 * The pages of a 单个文件网页 (MHTML, RFC 2557), in their order: Word's and WPS's one, or Excel's one for each sheet beside the
 * page that only frames them. Throws a UserError where there is none.
 */
export function pagesOfMht(bytes: Buffer): string[] {
  const pages = pagesIn(bytes.toString('latin1'), 0);
  if (pages.length === 0)
    throw importFailure('import-damaged', '这份单个文件网页里没有网页，可能不完整或已损坏。');
  return pages;
}

/** `entity`: headers and body, a byte a character (RFC 2045, 2.4). */
function pagesIn(entity: string, depth: number): string[] {
  const end = /\r?\n\r?\n/.exec(entity);
  if (!end || depth > DEEPEST) return [];
  const headers = entity.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  const body = entity.slice(end.index + end[0].length);
  const type = /^content-type:\s*([^;\s]+)/im.exec(headers)?.[1]?.toLowerCase() ?? 'text/plain';
  if (type.startsWith('multipart/'))
    return partsOf(body, headers).flatMap((part) => pagesIn(part, depth + 1));
  if (type !== 'text/html' && type !== 'application/xhtml+xml') return [];
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(headers)?.[1]?.toLowerCase() ?? '';
  const charset = /^content-type:[^\n]*?charset\s*=\s*"?([\w-]+)/im.exec(headers)?.[1];
  return [decodePage(decoded(body, encoding), charset)];
}

/** RFC 2046, 5.1.1. */
function partsOf(body: string, headers: string): string[] {
  const boundary = /^content-type:[^\n]*?boundary\s*=\s*(?:"([^"\n]+)"|([^\s;]+))/im.exec(headers);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return [];
  const parts = `\n${body}`.split(`\n--${mark}`).slice(1);
  if (parts.length > LIMITS.parts) throw importFailure('import-too-big', '这份单个文件网页里的部分太多。');
  // Behind the mark the line ends; of the last one -- follows.
  return parts.filter((part) => !part.startsWith('--')).map((part) => part.replace(/^[ \t]*\r?\n/, ''));
}

/** RFC 2045, 6.7 and 6.8. */
function decoded(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
