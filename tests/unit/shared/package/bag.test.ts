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

describe('docs/biaobing-profile-1.json', () => {
  it.each(['final', 'draft'] as const)(
    'is kept by a %s package, read as any BagIt tool would',
    async (mode) => {
      const text = await readFile(resolve('docs/biaobing-profile-1.json'), 'utf8');
      const profile = profileSchema.parse(JSON.parse(text));
      const bag = await Forgery.of((await exportFixture(await makeFixture(), { mode })).file);
      const { tags } = parseTags(await bag.read('bag-info.txt'));

      expect(tags.map(({ label }) => label).filter((label) => !(label in profile['Bag-Info']))).toEqual([]);
      for (const [label, { required, repeatable, values }] of Object.entries(profile['Bag-Info'])) {
        const found = tags.filter((tag) => tag.label === label);
        expect(found.length, label).toBeGreaterThanOrEqual(required ? 1 : 0);
        if (!repeatable) expect(found.length, label).toBeLessThanOrEqual(1);
        if (values) expect(values, label).toEqual(expect.arrayContaining(found.map(({ value }) => value)));
      }
      expect(tags.find(({ label }) => label === 'BagIt-Profile-Identifier')?.value).toBe(
        profile['BagIt-Profile-Info']['BagIt-Profile-Identifier'],
      );

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
    },
  );
});
