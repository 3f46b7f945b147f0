import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readAssessmentFolder } from '../../../../../electron/services/assessment/assessment-folder.ts';
import { exportAssessment } from '../../../../../electron/services/package/export.ts';
import { createHost } from '../../../../../electron/services/host.ts';
import { SOFTWARE } from '../../../../../electron/services/base/version.ts';
import { assessmentDocument } from '../../../../../shared/assessment/document.ts';
import { encode } from '../../../../../shared/document.ts';
import { ask } from '../document/calls.ts';
import { smallResources } from '../fixture.ts';
import { assessmentRef, editDocument } from '../../../documents.ts';
import { makeFixture, tempFolder } from './fixture.ts';

/** Half of a letter beyond the first 65,536, as a limit cuts it or a broken program pastes it. */
const HALF = '甲\ud842';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** What the program writes itself, and what is no free text: dates, codes, hashes, one of several words. */
const NOT_TYPED =
  /sha256|version|(^|\/)id$|createdAt|updatedAt|category$|date$|kind$|state$|by$|code$|points$|mediaType|addedAt|standard\/|passScore|input|evidence\/\d+$|distinct/i;

/** The path of each text that is typed, in a stored assessment. */
function textsIn(value: Json, path: string): string[] {
  if (typeof value === 'string') return NOT_TYPED.test(path) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    textsIn(part, path === '' ? name : `${path}/${name}`),
  );
}

function withText(value: Json, path: string, text: string): Json {
  const [name = '', ...rest] = path.split('/');
  const copy = structuredClone(value) as { [name: string]: Json };
  copy[name] = rest.length === 0 ? text : withText(copy[name] ?? {}, rest.join('/'), text);
  return copy;
}

async function fullFixture() {
  const fixture = await makeFixture();
  const { assessment } = fixture;
  const { naming } = assessment.unit;
  const unit = {
    ...assessment.unit,
    contact: { name: '张', phone: '1' },
    naming: { ...naming, document: '文' },
  };
  const [code = ''] = Object.keys(assessment.entries);
  const entries = { ...assessment.entries, [code]: { ...assessment.entries[code]!, reason: '说明' } };
  return { ...fixture, assessment: { ...assessment, unit, entries } };
}

async function stored(): Promise<Json> {
  return JSON.parse(JSON.stringify(encode(assessmentDocument, (await fullFixture()).assessment))) as Json;
}

const paths = textsIn(await stored(), '');

describe('half a letter in a text', () => {
  it.each([...paths, ...['unit/creditCode', 'materials/report/files/0/theme', 'basedOn/unit']])(
    'of an assessment on the disk (%s) is no reason not to export it',
    async (path) => {
      const fixture = await fullFixture();
      const folder = await tempFolder();
      const form = path.startsWith('basedOn')
        ? withText(await stored(), 'basedOn', { unit: HALF, packageId: 'a-r1-0', revision: 1 } as never)
        : withText(await stored(), path, HALF);
      await writeFile(join(folder, 'assessment.json'), JSON.stringify(form));
      await writeFile(join(folder, 'standard.json'), fixture.standardBytes);
      const read = await readAssessmentFolder(folder);
      expect(JSON.stringify(read.assessment)).toContain('甲\ufffd');
      const { verification } = await exportAssessment({
        ...{ ...read, evidenceFolder: fixture.evidenceFolder, mode: 'draft', today: '2026-11-20' },
        ...{ software: SOFTWARE, outFolder: await tempFolder(), record: () => Promise.resolve() },
      });
      expect(verification).toMatchObject({ status: 'intact', problems: [] });
    },
  );

  const STANDARD_TEXTS = [
    ...['title', 'issuer', 'edition', 'documentNumber', 'statement', 'notes/0', 'sections/0/title'],
    ...['sections/0/items/0/title', 'sections/0/items/0/criterion', 'sections/0/items/0/department'],
  ];
  it.each(STANDARD_TEXTS)('of a standard (%s) is none either; its bytes stay', async (path) => {
    const { assessment, standardBytes, evidenceFolder } = await fullFixture();
    const form = JSON.parse(standardBytes.toString()) as Json;
    const bytes = Buffer.from(JSON.stringify(withText(form, path, HALF)));
    const folder = await tempFolder();
    const edition = path === 'edition' ? '甲\ufffd' : assessment.standard.edition;
    const standard = {
      ...assessment.standard,
      edition,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    const value = encode(assessmentDocument, { ...assessment, standard });
    await writeFile(join(folder, 'assessment.json'), JSON.stringify(value));
    await writeFile(join(folder, 'standard.json'), bytes);
    const read = await readAssessmentFolder(folder);
    expect(read.standardBytes).toEqual(bytes);
    const { verification } = await exportAssessment({
      ...{ ...read, evidenceFolder, mode: 'draft', today: '2026-11-20', software: SOFTWARE },
      ...{ outFolder: await tempFolder(), record: () => Promise.resolve() },
    });
    expect(verification).toMatchObject({ status: 'intact', problems: [] });
  });
});

it('is mended where it comes in, whatever the call, and nowhere on the disk', async () => {
  const root = join(await tempFolder(), '标兵自评');
  const host = createHost({ root, resources: await smallResources(), door: 'local', version: '0' });
  onTestFinished(() => host.close());
  const wish = { unitName: HALF, standardId: 'small', campaignId: 'practice' };
  const { id } = await ask(host, 'createAssessment', wish);
  const ref = assessmentRef(id);
  await editDocument(host, ref, { kind: 'setUnit', unit: { superior: HALF } });
  const { value } = await editDocument(host, ref, { kind: 'setReason', code: '1.1', reason: HALF });
  expect(value.unit).toMatchObject({ name: '甲\ufffd', superior: '甲\ufffd' });
  expect(value.entries['1.1']?.reason).toBe('甲\ufffd');
  const folder = (await readdir(root)).find((name) => name.endsWith(id.slice(0, 8))) ?? '';
  for (const name of ['assessment.json', 'journal.jsonl']) {
    expect(await readFile(join(root, folder, name), 'utf8')).not.toMatch(/\\ud842/i);
  }
});
