import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { importPackages } from '../../../../../electron/services/desk/import-packages.ts';
import { SELF_CHECK_REMARK } from '../../../../../shared/review/standard-match.ts';
import { type Standard, standardSchema } from '../../../../../shared/standard/schema.ts';
import { sha256 } from '../package/fixture.ts';
import { deskFor, folderOf, packageFile, unitFixture } from './fixture.ts';

/** The verdict on a package that a unit scored by its own copy of the desk's standard. */
async function takenIn(copyOf: (standard: Standard) => Standard) {
  const ours = await unitFixture({ name: '甲局' });
  const standard = copyOf(ours.standard);
  const standardBytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
  const reference = { id: standard.id, edition: standard.edition, sha256: sha256(standardBytes) };
  const theirs = {
    ...ours,
    standard,
    standardBytes,
    assessment: { ...ours.assessment, standard: reference },
  };
  const folder = await folderOf('收到');
  await packageFile(theirs, folder, '甲局.zip');
  const desk = await DeskSession.open(await deskFor(ours));
  onTestFinished(() => desk.close());
  const files = [{ path: join(folder, '甲局.zip'), name: '甲局.zip' }];
  const [outcome] = await importPackages(desk, files, { receivedOn: '2026-11-20' });
  const [row] = desk.candidates();
  return { outcome, row };
}

describe('one official text, entered by two offices', () => {
  it('is one standard, whatever each office calls its copy and whoever compared it', async () => {
    const { outcome, row } = await takenIn((standard) => ({
      ...{ ...standard, id: 'standard-1f0c', title: '验收标准', edition: '2021 年版', issuer: '某办公室' },
      documentNumber: '测府法[2021]1号',
      check: {
        ...standard.check!,
        ...{ documentNumber: '测府法[2021]1号', checkedBy: '督查科', date: '2026-10-01' },
      },
    }));
    expect(outcome?.receipt?.verdict).toBe('accepted');
    expect(row).toMatchObject({ basis: 'official', unit: '甲局', qualifies: true });
  });

  it('counts by the desk’s own copy, where the unit has not compared its own', async () => {
    const { outcome, row } = await takenIn((standard) => ({ ...standard, check: undefined }));
    expect(outcome?.receipt?.verdict).toBe('accepted');
    // Its package calls itself no 推荐包: nobody may be chosen by it.
    expect(row).toMatchObject({ basis: 'official', qualifies: false, eligibility: '不符合推荐条件' });
    expect(row?.remarks).toContain(SELF_CHECK_REMARK);
    expect(row?.findings).toContainEqual(expect.objectContaining({ code: 'selfCheck', severity: 'block' }));
  });

  it.each<[string, (standard: Standard) => Standard]>([
    ['one line of it is another', (standard) => ({ ...standard, passScore: 8500 })],
    ['it is no official text any more', (standard) => ({ ...standard, authority: 'custom' })],
  ])('is another one where %s', async (_, copyOf) => {
    const { outcome } = await takenIn(copyOf);
    expect(outcome?.receipt?.verdict).toBe('wrong-standard');
  });
});
