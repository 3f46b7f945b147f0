import { inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise } from 'yauzl';
import { cutLinks } from './links.ts';
import { isWellFormed, isXml } from './well-formed.ts';

/** What a template may be at most; ours have 20 KB. In bytes but for `parts`. */
export const LIMITS = {
  file: 5 * 2 ** 20,
  /** Everything packed in it, as declared and as inflated. */
  inflated: 40 * 2 ** 20,
  /** One XML part: it is taken apart in memory, and its loops repeat. */
  xml: 2 * 2 ** 20,
  parts: 500,
} as const;

/** The parts of a .docx by their names, links to elsewhere cut. */
export type TemplateParts = ReadonlyMap<string, Buffer>;

/** What was read, or why it is no template of ours: one Chinese sentence each. */
export type ReadTemplate =
  { readonly parts: TemplateParts } | { readonly faults: readonly [string, ...string[]] };

const NO_DOCX = '不是 Word 的 .docx 文件，或者文件已损坏；.doc、.wps 请在 WPS 或 Word 里另存为 .docx';
const TOO_LARGE = `文件太大：模板不能超过 ${LIMITS.file / 2 ** 20} MB，展开后不能超过 ${LIMITS.inflated / 2 ** 20} MB`;
const BROKEN = '内容已损坏，Word 打不开；请在 WPS 或 Word 里重新做一份，或者打开后另存为新的 .docx';
const DOCUMENT = 'word/document.xml';

/** Programs, documents inside the document, and text that Word would fetch from another format. */
const REFUSED_PARTS: readonly (readonly [pattern: RegExp, fault: string])[] = [
  [/(^|\/)vba(Project|Data)|\.bin$/i, '含有宏或嵌入的程序，不能使用；请另存为不带宏的 .docx'],
  [/(^|\/)(embeddings|activeX|ctrlProps)\//i, '含有嵌入的文件或控件，不能使用；请删去后再试'],
  [/\.(html?|mht|rtf|js|exe|dll)$/i, '含有其他格式的内容，不能使用；请删去后再试'],
];

/**
 * Takes a template apart that anybody may have written: declared sizes are checked before anything is inflated, nothing
 * in it is run, and what leads elsewhere is cut or refused.
 */
export async function readTemplate(bytes: Buffer): Promise<ReadTemplate> {
  if (bytes.length > LIMITS.file) return { faults: [TOO_LARGE] };
  let parts: ReadonlyMap<string, Buffer> | string;
  try {
    parts = await partsOf(bytes);
  } catch (error) {
    // yauzl and zlib: whatever they say, it is no whole ZIP.
    if (!(error instanceof Error)) throw error;
    return { faults: [NO_DOCX] };
  }
  if (typeof parts === 'string') return { faults: [parts] };
  if (!parts.has(DOCUMENT) || !parts.has('[Content_Types].xml')) return { faults: [NO_DOCX] };
  const { parts: cut, faults: leading } = cutLinks(parts);
  const [first, ...others] = new Set([...refusedIn(parts), ...leading]);
  return first === undefined ? { parts: cut } : { faults: [first, ...others] };
}

async function partsOf(bytes: Buffer): Promise<ReadonlyMap<string, Buffer> | string> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const entries: Entry[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize;
    if (entry.isEncrypted()) return '设了打开密码，不能使用；请取消密码后再试';
    const most = isXml(entry.fileName) ? LIMITS.xml : LIMITS.inflated;
    if (total > LIMITS.inflated || entry.uncompressedSize > most || entries.length >= LIMITS.parts)
      return TOO_LARGE;
    entries.push(entry);
  }
  const parts = new Map<string, Buffer>();
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    if (parts.has(entry.fileName)) return NO_DOCX;
    const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry);
    parts.set(entry.fileName, inflated(entry, bytes.subarray(start, start + entry.compressedSize)));
  }
  return parts;
}

function inflated({ compressionMethod, uncompressedSize }: Entry, packed: Buffer): Buffer {
  const content =
    compressionMethod === 0 ? packed : inflateRawSync(packed, { maxOutputLength: uncompressedSize + 1 });
  if (content.length !== uncompressedSize) throw new Error('a part has another size than it says');
  return content;
}

function refusedIn(parts: ReadonlyMap<string, Buffer>): string[] {
  const faults = [...parts.keys()].flatMap((name) =>
    REFUSED_PARTS.filter(([pattern]) => pattern.test(name)).map(([, fault]) => fault),
  );
  for (const [name, content] of parts) {
    if (!isXml(name)) continue;
    const text = content.toString('utf8');
    // Also of a part in UTF-16, whose letters are apart.
    if (/<!\s*(DOCTYPE|ENTITY)/i.test(text)) faults.push('含有文档类型定义（DTD），不能使用');
    if (content.includes(0) || text.includes('\ufffd')) faults.push('不是 UTF-8 编码，不能使用');
    else if (!isWellFormed(content)) faults.push(BROKEN);
  }
  if (/macroEnabled/i.test(parts.get('[Content_Types].xml')?.toString('utf8') ?? ''))
    faults.push('是带宏的文档（.docm），不能使用；请另存为不带宏的 .docx');
  return faults;
}
