import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fixture, makeFixture, sha256 } from './fixture.ts';

/** File names and labels that a page or an address would take apart. */
const NAMES = [
  ['100%完成#1?.txt', '完成率 100% #1?'],
  ['a&b <c>.txt', '<img src=x onerror=alert(1)>'],
  ['引\'号"；.txt', `引'号"</a><script>alert(1)</script>`],
  ['%E4%BD%A0 空 格+加.txt', '\u202egpj.exe'],
  ['[方括号]{花}^~`.txt', 'javascript:alert(1)'],
] as const;

/** The fixture with such files beside its own, and with more, all of them at the first item. */
export async function awkward(more: readonly (readonly [string, string])[] = []): Promise<Fixture> {
  const fixture = await makeFixture();
  const files = await Promise.all(
    [...NAMES, ...more].map(async ([fileName, label]) => {
      const hash = sha256(fileName);
      await writeFile(join(fixture.evidenceFolder, hash), fileName);
      const safe = fileName.replaceAll(/[<>"?]/gu, '_');
      return {
        ...{ sha256: hash, bytes: Buffer.byteLength(fileName), fileName: safe, label },
        ...{ mediaType: 'text/plain', addedAt: '2026-11-01T00:00:00Z' },
      };
    }),
  );
  const { assessment } = fixture;
  const first = assessment.entries['1.1']!;
  return {
    ...fixture,
    assessment: {
      ...assessment,
      evidence: [...assessment.evidence, ...files],
      entries: {
        ...assessment.entries,
        '1.1': { ...first, evidence: [...first.evidence, ...files.map((file) => file.sha256)] },
      },
    },
  };
}
