/** Only the beginning of a text is shown: nobody reads more in a dialog. */
export const SHOWN_BYTES = 1024 * 1024;

/**
 * Text of unknown encoding: a byte order mark decides, then UTF-8 where it is valid, then GB18030, which
 * covers GBK and GB2312 of older office programs. A character that the cut at the end split is left out.
 */
export function decodePreview(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('gb18030').decode(bytes, { stream: true });
  }
}

export async function fetchPreview(url: string): Promise<string> {
  const response = await fetch(url, { headers: { Range: `bytes=0-${SHOWN_BYTES - 1}` } });
  if (!response.ok) throw new Error(`Evidence answered ${response.status}`);
  return decodePreview(new Uint8Array(await response.arrayBuffer()).subarray(0, SHOWN_BYTES));
}
