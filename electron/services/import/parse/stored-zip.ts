import { crc32 } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly size: number;
  /** Asked once, when its place is reached. */
  readonly content: () => Buffer;
}

export interface StoredZip {
  readonly bytes: Buffer;
  readonly names: readonly string[];
  /** A part, within `bytes`; undefined where there is none. */
  readonly part: (name: string) => Buffer | undefined;
}

/** Sizes of the records without their names (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
const LOCAL = 30;
const CENTRAL = 46;
const END = 22;
/** Version 2.0, names in UTF-8, stored. */
const VERSION = 20;
const UTF8 = 0x800;

/** A ZIP container of parts without compression, in one buffer of its final size. Below 4 GB and 65,535 parts. */
export function storedZip(parts: readonly Part[]): StoredZip {
  const names = parts.map(({ name }) => Buffer.from(name));
  const directory = names.reduce((sum, name) => sum + CENTRAL + name.length, 0);
  const size = parts.reduce((sum, part, at) => sum + LOCAL + (names[at]?.length ?? 0) + part.size, 0);
  const zip = Buffer.alloc(size + directory + END);
  const places = new Map<string, readonly [from: number, to: number]>();
  let at = 0;
  let entry = size;
  for (const [index, { name, size: length, content }] of parts.entries()) {
    const label = names[index] ?? Buffer.alloc(0);
    const from = at + LOCAL + label.length;
    content().copy(zip, from);
    places.set(name, [from, from + length]);
    const facts = factsOf(zip.subarray(from, from + length), label);
    zip.writeUInt32LE(0x04034b50, at);
    facts.copy(zip, at + 4);
    label.copy(zip, at + LOCAL);
    zip.writeUInt32LE(0x02014b50, entry);
    zip.writeUInt16LE(VERSION, entry + 4);
    facts.copy(zip, entry + 6);
    zip.writeUInt32LE(at, entry + 42);
    label.copy(zip, entry + CENTRAL);
    at = from + length;
    entry += CENTRAL + label.length;
  }
  zip.writeUInt32LE(0x06054b50, entry);
  zip.writeUInt16LE(parts.length, entry + 8);
  zip.writeUInt16LE(parts.length, entry + 10);
  zip.writeUInt32LE(directory, entry + 12);
  zip.writeUInt32LE(size, entry + 16);
  const part = (name: string) => {
    const place = places.get(name);
    return place && zip.subarray(...place);
  };
  return { bytes: zip, names: [...places.keys()], part };
}

/** The fields that both records of a part have, in the same order. Its time is 1 January 1980. */
function factsOf(content: Buffer, label: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(UTF8, 2);
  facts.writeUInt16LE(0x21, 8);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(label.length, 22);
  return facts;
}
