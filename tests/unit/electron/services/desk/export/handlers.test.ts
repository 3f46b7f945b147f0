import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { openPromise } from 'yauzl';
import { createDeskFolder } from '../../../../../../electron/services/desk/desk-folder.ts';
import { createHost } from '../../../../../../electron/services/host.ts';
import {
  type CallName,
  type CallOutput,
  contract,
  type JobStatus,
} from '../../../../../../shared/contract/contract.ts';
import { tempFolder } from '../../package/fixture.ts';
import { deskCampaign, folderOf, packageFile, unitFixture } from '../fixture.ts';
import { deskRef, editDocument, openDocument } from '../../../../documents.ts';

/** A host on a data folder with one desk; calls pass through the contract both ways. */
async function hostWithDesk(campaign = {}) {
  const units = [await unitFixture({ name: '甲局' }), await unitFixture({ name: '乙局' })] as const;
  const root = await tempFolder();
  const { standard, standardBytes } = units[0];
  const now = new Date('2026-11-21T01:00:00Z');
  const wish = { title: '台', campaign: deskCampaign(campaign), standard, standardBytes, now };
  await mkdir(join(root, '核验台'));
  const { id } = await createDeskFolder(join(root, '核验台', '台'), wish);
  const host = createHost({ root, door: 'local', version: '1', resources: root, now: () => now });
  onTestFinished(() => host.close());
  const call = async <N extends CallName>(name: N, input: unknown): Promise<CallOutput<N>> => {
    const reply = await host.call(name, input);
    if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
    return contract[name].output.parse(reply.value) as CallOutput<N>;
  };
  const run = async (name: CallName, input: unknown): Promise<JobStatus> => {
    const { jobId } = (await call(name, input)) as { jobId: string };
    for (;;) {
      const status = await call('jobStatus', { jobId });
      if (status.state !== 'running') return status;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const folder = await folderOf('收到');
  const files = await Promise.all(units.map((unit, n) => packageFile(unit, folder, `${n}.zip`)));
  const tokens = files.map(({ path }) => host.offerFile({ path, name: path, ownership: 'borrowed' }));
  await run('importPackages', { id, tokens });
  const keys = (await openDocument(host, deskRef(id))).candidates.map(({ key }) => key);
  return { host, id, keys, call, run };
}

it('makes tables, one report, and a ZIP with the reports of several packages', async () => {
  const { host, id, keys, call, run } = await hostWithDesk();
  const table = await call('exportDeskTable', { id, table: 'summary' });
  expect(table.fileName).toMatch(/^推荐对象汇总表-台-.*\.xlsx$/);
  expect((await host.downloadFile(table.token))?.bytes).toBe(table.bytes);

  const one = (await run('exportPackageFiles', { id, keys: keys.slice(0, 1), what: 'report-xlsx' })).result;
  expect(one).toMatchObject({ kind: 'deskFiles', files: 1, failed: [] });

  const all = [...keys, 'f'.repeat(16)];
  const { state, result } = await run('exportPackageFiles', { id, keys: all, what: 'report-docx' });
  if (state !== 'done' || result?.kind !== 'deskFiles') throw new Error(state);
  expect(result.failed).toMatchObject([{ key: 'f'.repeat(16) }]);
  const made = await host.downloadFile(result.file.token);
  const zip = await openPromise(made?.path ?? '');
  const names: string[] = [];
  for await (const { fileName } of zip.eachEntry()) names.push(fileName);
  expect(names.toSorted()).toEqual([
    expect.stringMatching(/^核验报告-乙局-第1版-[0-9a-f]{8}\.docx$/),
    expect.stringMatching(/^核验报告-甲局-第1版-[0-9a-f]{8}\.docx$/),
  ]);
});

it('gives feedback in the name of the desk’s own office alone, never of the campaign’s issuer', async () => {
  const { host, id, keys, run } = await hostWithDesk({ issuer: '省主办单位' });
  const wish = { id, keys: keys.slice(0, 1), what: 'feedback' };
  const refused = await host.call('exportPackageFiles', wish);
  expect(refused).toMatchObject({ ok: false, failure: { code: 'office-missing' } });
  await editDocument(host, deskRef(id), { kind: 'setOffice', office: '示例市司法局' });
  const { result } = await run('exportPackageFiles', wish);
  if (result?.kind !== 'deskFiles') throw new Error('no file');
  const made = await host.downloadFile(result.file.token);
  const zip = await openPromise(made?.path ?? '');
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('说明文件.txt')) continue;
    expect(await text(await zip.openReadStreamPromise(entry))).toContain('核验单位：示例市司法局');
    return;
  }
  throw new Error('no 说明文件');
});
