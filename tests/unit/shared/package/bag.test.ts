import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseTags } from '../../../../shared/package/bag.ts';
import { exportFixture, makeFixture } from '../../electron/services/package/fixture.ts';
import { Forgery } from '../../electron/services/package/forge.ts';

/** The form of the BagIt Profiles Specification 1.4, as far as this profile uses it. */
const profileSchema = z.strictObject({
  'BagIt-Profile-Info': z.strictObject({
    'BagIt-Profile-Identifier': z.url(),
    'BagIt-Profile-Version': z.literal('1.4.0'),
    'Source-Organization': z.string(),
    'External-Description': z.string(),
    Version: z.string(),
  }),
  'Bag-Info': z.record(
    z.string(),
    z.strictObject({
      required: z.boolean(),
      repeatable: z.boolean(),
      values: z.array(z.string()).optional(),
      description: z.string().optional(),
    }),
  ),
  'Manifests-Required': z.array(z.string()),
  'Manifests-Allowed': z.array(z.string()),
  'Tag-Manifests-Required': z.array(z.string()),
  'Tag-Manifests-Allowed': z.array(z.string()),
  'Allow-Fetch.txt': z.boolean(),
  Serialization: z.enum(['required', 'optional', 'forbidden']),
  'Accept-Serialization': z.array(z.string()),
  'Accept-BagIt-Version': z.array(z.string()),
  'Tag-Files-Required': z.array(z.string()),
  'Tag-Files-Allowed': z.array(z.string()),
  'Payload-Files-Required': z.array(z.string()),
  'Payload-Files-Allowed': z.array(z.string()),
});

const matches = (patterns: readonly string[], path: string): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  );

const made = (mode: 'final' | 'draft') => async () =>
  (await exportFixture(await makeFixture(), { mode })).file;
const before = (name: string) => () => Promise.resolve(resolve('tests/fixtures/before', name));

describe('docs/biaobing-profile-<n>.json', () => {
  it.each([
    [2, 'a final package', made('final')],
    [2, 'a draft', made('draft')],
    [1, 'a package of the first builds', before('示例推荐包.zip')],
    [1, 'a package of 0.1.1', before('0.1.1/参考标准.zip')],
    [1, 'one by an official standard', before('0.1.1/正式标准.zip')],
  ] as const)('of profile %i is kept by %s, read as any BagIt tool would', async (number, _what, fileOf) => {
    const text = await readFile(resolve(`docs/biaobing-profile-${number}.json`), 'utf8');
    const profile = profileSchema.parse(JSON.parse(text));
    expect(profile['BagIt-Profile-Info'].Version).toBe(String(number));
    const bag = await Forgery.of(await fileOf());
    const { tags } = parseTags(await bag.read('bag-info.txt'));

    expect(tags.map(({ label }) => label).filter((label) => !(label in profile['Bag-Info']))).toEqual([]);
    for (const [label, { required, repeatable, values }] of Object.entries(profile['Bag-Info'])) {
      const found = tags.filter((tag) => tag.label === label);
      expect(found.length, label).toBeGreaterThanOrEqual(required ? 1 : 0);
      if (!repeatable) expect(found.length, label).toBeLessThanOrEqual(1);
      if (values) expect(values, label).toEqual(expect.arrayContaining(found.map(({ value }) => value)));
    }
    const named = tags.find(({ label }) => label === 'BagIt-Profile-Identifier')?.value;
    const identifier = profile['BagIt-Profile-Info']['BagIt-Profile-Identifier'];
    expect([identifier, ...(number === 1 ? [undefined] : [])]).toContain(named);

    const files = await bag.files();
    const own = /^(bagit|bag-info|(tag)?manifest-sha256)\.txt$/;
    const tagFiles = files.filter((path) => !path.startsWith('data/') && !own.test(path));
    const payload = files.filter((path) => path.startsWith('data/'));
    expect(files).toContain('manifest-sha256.txt');
    expect(files).toContain('tagmanifest-sha256.txt');
    expect(tagFiles).toEqual(expect.arrayContaining(profile['Tag-Files-Required']));
    expect(payload).toEqual(expect.arrayContaining(profile['Payload-Files-Required']));
    expect(tagFiles.filter((path) => !matches(profile['Tag-Files-Allowed'], path))).toEqual([]);
    expect(payload.filter((path) => !matches(profile['Payload-Files-Allowed'], path))).toEqual([]);
    expect(await bag.read('bagit.txt')).toContain(`BagIt-Version: ${profile['Accept-BagIt-Version'][0]}`);
  });
});
