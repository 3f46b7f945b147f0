import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DurableJson } from '../../../../../electron/services/files/durable-json.ts';
import { tempFolder } from '../package/fixture.ts';

async function limited() {
  const folder = await tempFolder();
  const path = join(folder, 'a.json');
  const file = new DurableJson<string[]>({
    path,
    previous: join(folder, 'a.previous.json'),
    damaged: () => join(folder, 'a.damaged.json'),
    codec: { decode: (json) => json as string[], encode: (value) => value },
    maxBytes: 100,
    unreadable: { code: 'unreadable', message: '', effect: '', remedy: '' },
  });
  return { folder, path, file };
}

it('does not write what it would not read again, and leaves what is there', async () => {
  const { path, file } = await limited();
  await file.write(['a']);
  await expect(file.write(['长'.repeat(40)])).rejects.toMatchObject({ failure: { code: 'record-too-long' } });
  expect(await readFile(path, 'utf8')).toBe('["a"]');
});

it('takes the copy before in place of a file that is longer than any, and keeps that file', async () => {
  const { folder, path, file } = await limited();
  await file.write(['a']);
  await file.write(['b']);
  await writeFile(path, `["${'x'.repeat(200)}"]`);
  expect(await file.read()).toEqual(['a']);
  expect(await readFile(join(folder, 'a.damaged.json'), 'utf8')).toHaveLength(204);
});
