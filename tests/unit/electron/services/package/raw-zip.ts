import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP written byte by byte, so that it can also be wrong. Sizes in bytes. */
export interface RawEntry {
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  readonly deflate?: boolean;
  /** General purpose flags; by default UTF-8 for a text name, none for raw bytes. */
  readonly flags?: number;
  /** 3 is Unix. */
  readonly system?: number;
  /** Unix mode, with the file type. */
  readonly mode?: number;
  /** What the headers say instead of the truth. */
  readonly statedBytes?: number;
  readonly statedCompressed?: number;
  readonly localName?: string;
  /** In the directory alone. */
  readonly comment?: Buffer;
  /** Index of another entry whose data this one claims as its own. */
  readonly sameDataAs?: number;
}

export interface RawZip {
  readonly before?: Buffer;
  readonly after?: Buffer;
  readonly comment?: string;
}

/** What many archives are made of is deflated once. */
const known = new WeakMap<Buffer, Buffer>();

function deflated(data: Buffer): Buffer {
  const body = known.get(data) ?? deflateRawSync(data);
  known.set(data, body);
  return body;
}

export function rawZip(entries: readonly RawEntry[], { before, after, comment = '' }: RawZip = {}): Buffer {
  const parts: Buffer[] = before ? [before] : [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = before?.length ?? 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const data = Buffer.isBuffer(entry.data) ? entry.data : Buffer.from(entry.data ?? '');
    const body = entry.deflate ? deflated(data) : data;
    const flags = entry.flags ?? (typeof entry.name === 'string' ? 0x800 : 0);
    const local = header(0x04034b50, 30, entry, {
      flags,
      data,
      body,
      name: Buffer.from(entry.localName ?? name),
    });
    const offset = entry.sameDataAs === undefined ? at : offsets[entry.sameDataAs]!;
    if (entry.sameDataAs === undefined) {
      parts.push(local, body);
      at += local.length + body.length;
    }
    offsets.push(offset);
    const central = header(0x02014b50, 46, entry, { flags, data, body, name });
    central.writeUInt16LE(((entry.system ?? 3) << 8) | 20, 4);
    central.writeUInt32LE(((entry.mode ?? 0o100644) * 0x10000) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    central.writeUInt16LE(entry.comment?.length ?? 0, 32);
    directory.push(central, ...(entry.comment ? [entry.comment] : []));
  }
  const end = Buffer.alloc(22 + comment.length);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  end.write(comment, 22, 'latin1');
  return Buffer.concat([...parts, ...directory, ...(after ? [after] : []), end]);
}

/** A local header, or a central one whose fields lie two bytes further on. */
function header(
  signature: number,
  length: number,
  entry: RawEntry,
  { flags, data, body, name }: { flags: number; data: Buffer; body: Buffer; name: Buffer },
): Buffer {
  const bytes = Buffer.alloc(length + name.length);
  const shift = length === 46 ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt16LE(flags, 6 + shift);
  bytes.writeUInt16LE(entry.deflate ? 8 : 0, 8 + shift);
  bytes.writeUInt16LE(0x21, 12 + shift);
  bytes.writeUInt32LE(crc32(data), 14 + shift);
  bytes.writeUInt32LE(entry.statedCompressed ?? body.length, 18 + shift);
  bytes.writeUInt32LE(entry.statedBytes ?? data.length, 22 + shift);
  bytes.writeUInt16LE(name.length, 26 + shift);
  name.copy(bytes, length);
  return bytes;
}
