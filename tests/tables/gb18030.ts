/** Text as an old spreadsheet program saves it. Node decodes GB18030 but does not encode it: its table turned round. */
export function encodeGb18030(text: string): Buffer {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : table.get(character);
    if (!pair) throw new Error(`${character} is not among the two-byte characters`);
    bytes.push(...pair);
  }
  return Buffer.from(bytes);
}

let table: ReadonlyMap<string, readonly number[]> | undefined;

function makeTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const made = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!made.has(character)) made.set(character, [lead, trail]);
    }
  }
  return made;
}
