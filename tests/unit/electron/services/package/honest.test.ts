import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SOFTWARE } from '../../../../../electron/services/base/version.ts';
import { exportAssessment } from '../../../../../electron/services/package/export.ts';
import { type Assessment, assessmentSchema } from '../../../../../shared/assessment/schema.ts';
import { type Standard, standardSchema } from '../../../../../shared/standard/schema.ts';
import { allCodes } from '../../../../../shared/standard/places.ts';
import { item, section, standardOf } from '../../../shared/scoring/fixtures.ts';
import { assessmentWith, CASES, standardWith } from '../workbook/fixture.ts';
import { exportFixture, makeFixture, sha256, tempFolder } from './fixture.ts';

/** Exported as a draft, with no evidence: what the checks say of the program's own work. */
async function verified(standard: Standard, assessment: Assessment): Promise<string[]> {
  const evidenceFolder = join(await tempFolder(), 'evidence');
  await mkdir(evidenceFolder);
  const standardBytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
  const { id, edition } = standard;
  const codes = new Set(allCodes(standard));
  const entries = Object.fromEntries(
    Object.entries(assessment.entries)
      .filter(([code]) => codes.has(code))
      .map(([code, entry]) => [code, { ...entry, evidence: [] }]),
  );
  const { verification } = await exportAssessment({
    assessment: {
      ...assessment,
      entries,
      evidence: [],
      materials: Object.fromEntries(
        Object.entries(assessment.materials).map(([code, material]) => [code, { ...material, files: [] }]),
      ),
      standard: { id, edition, sha256: sha256(standardBytes) },
    },
    standard,
    standardBytes,
    evidenceFolder,
    mode: 'draft',
    today: '2026-11-20',
    software: SOFTWARE,
    record: () => Promise.resolve(),
    outFolder: await tempFolder(),
  });
  return [verification.status, ...verification.problems.map(({ message }) => message)];
}

describe('a package of the program itself is whole', () => {
  it.each(CASES)('$name', async ({ standard, assessment }) => {
    expect(await verified(standard, assessment)).toEqual(['intact']);
  });

  it.each([
    '',
    '=1+1',
    '_x0041_局（_x005F_）',
    '甲\t乙\n丙  丁',
    '𠮷田町🏛️ & <局> "所" \'队\'',
    '１２３．５',
    '总分',
    '单位名称',
    'é́局',
    '甲局\u200b\u202e乙',
    '长'.repeat(100),
  ])('with the unit %j', async (name) => {
    const assessment = assessmentWith({}, { unit: { name, category: 'department', superior: name } });
    expect(await verified(standardWith(), assessment)).toEqual(['intact']);
  });

  it('with awkward words in the standard and the campaign', async () => {
    const campaign = { ...assessmentWith().campaign, title: '=活动 _x0041_\n第二行', shortTitle: 'CON' };
    const assessment = assessmentSchema.parse({
      ...z.encode(assessmentSchema, assessmentWith()),
      campaign: { ...campaign, passScore: { ...campaign.passScore, points: '90.00' } },
    });
    const standard = standardWith({ title: '=1+1', edition: '_x0041_ 版\n次', statement: ' 说明\n两行 ' });
    expect(await verified(standard, assessment)).toEqual(['intact']);
  });

  it('with codes that are names of something else', async () => {
    const codes = [
      'constructor',
      'toString',
      'hasOwnProperty',
      '总分',
      '自查参考线（“以上”包括本数）',
      '达标线（“以上”包括本数）',
      '编号',
    ];
    const standard = standardOf({
      fullScore: '60',
      sections: [
        section(
          'valueOf',
          codes.map((code) => item(code, '10')),
        ),
      ],
    });
    const entries = Object.fromEntries(
      codes.map((code) => [code, { state: 'scored', input: { kind: 'award', points: '9.99' } }]),
    );
    const base = z.encode(assessmentSchema, assessmentWith());
    const unit = { name: '测试局' };
    expect(await verified(standard, assessmentSchema.parse({ ...base, unit, entries }))).toEqual(['intact']);
  });

  it('with evidence, and an item called constructor that nothing was entered for', async () => {
    const fixture = await makeFixture();
    const standard = standardOf({
      sections: [section('1', [item('1.1', '50'), item('1.2', '40'), item('constructor', '10')])],
    });
    const standardBytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
    const assessment = {
      ...fixture.assessment,
      standard: { id: standard.id, edition: standard.edition, sha256: sha256(standardBytes) },
    };
    const { verification } = await exportFixture(
      { ...fixture, standard, standardBytes, assessment },
      { mode: 'draft' },
    );
    expect(verification).toMatchObject({ status: 'intact', problems: [] });
  });

  it('with materials that another campaign asked for', async () => {
    const assessment = { ...assessmentWith(), materials: { gone: { files: [], checked: ['a'] } } };
    expect(await verified(standardWith(), assessment)).toEqual(['intact']);
  });

  it('with nothing filled in', async () => {
    const assessment = { ...assessmentWith(), entries: {}, willing: null };
    expect(await verified(standardWith(), assessment)).toEqual(['intact']);
  });
});
