import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseForeignJson, TooLargeError } from '../../../../../electron/services/files/foreign-json.ts';
import { parseStandard } from '../../../../../electron/services/standards/library.ts';
import { UserError } from '../../../../../shared/values/errors.ts';
import { codeSchema } from '../../../../../shared/standard/schema.ts';
import { item, section, standardOf } from '../../../shared/scoring/fixtures.ts';
import { temporaryFolder } from '../fixture.ts';

describe('a standard that a stranger wrote', () => {
  const deep = (levels: number): string =>
    `${'[{"code":"1","title":"a","sections":'.repeat(levels)}[]${'}]'.repeat(levels)}`;

  it.each([
    ['a million sections', `{"version":1,"sections":[${'1,'.repeat(999_999)}1]}`, '远超正常'],
    ['sections 5,000 deep', `{"version":1,"sections":${deep(5000)}}`, '远超正常'],
    ['100,000 faults', `{"version":1,"sections":[${'1,'.repeat(99_999)}1]}`, '等共'],
    ['no JSON', '{', '不是完整的 JSON'],
    ['GBK', Buffer.from([0x7b, 0xb1, 0xea, 0x7d]), '不是 UTF-8'],
  ])('with %s is refused in words', async (_what, content, words) => {
    const path = join(await temporaryFolder(), 'standard.json');
    await writeFile(path, content);
    const refused = await parseStandard(path).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserError);
    expect((refused as UserError).failure).toMatchObject({
      code: 'standard-invalid',
      message: expect.stringContaining(words) as string,
    });
  });
});

describe('a code', () => {
  it('may be a name that every object has, but not the one that no object keeps', () => {
    expect(codeSchema.safeParse('constructor').success).toBe(true);
    expect(codeSchema.safeParse('__proto__').success).toBe(false);
    expect(() => standardOf({ sections: [section('1', [item('__proto__', '100')])] })).toThrow('__proto__');
  });
});

it('has 16 MiB at most, blanks among them', () => {
  const json = (bytes: number): Buffer => Buffer.from('1'.padEnd(bytes));
  expect(parseForeignJson(json(16 * 2 ** 20))).toBe(1);
  expect(() => parseForeignJson(json(16 * 2 ** 20 + 1))).toThrow(TooLargeError);
});
