import { basename, dirname, resolve } from 'node:path';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { toFailure } from '../base/failures.ts';
import { loadLibrary } from '../standards/library.ts';
import { ownCampaignsIn } from '../standards/user-campaigns.ts';
import type { TaskOptions } from '../package/progress.ts';
import { inspectPackage } from '../package/verify.ts';
import { makeFolders } from '../files/files.ts';
import { createDeskFolder } from './desk-folder.ts';
import { DESKS } from './desks.ts';
import type { ReceivedFile } from './import-packages.ts';
import { matchStandard } from './match-standard.ts';

/**
 * Makes a desk for the campaign and the standard of the first whole, final package among `files`. The program's
 * own copies of both are taken where it has them: a package that brings changed ones is found out by that. Answers the
 * standard.
 */
export async function createDeskFor(
  folder: string,
  files: readonly ReceivedFile[],
  { resources, now, body, ...task }: { resources: string; now: Date; body?: string } & TaskOptions,
): Promise<Standard> {
  const contents = await firstWhole(files, task);
  const library = await loadLibrary(resources);
  const campaigns = [...library.campaigns, ...(await ownCampaigns(folder))];
  const { assessment, standard: own, standardBytes } = contents;
  const known =
    library.standards.find(({ standard }) => matchStandard(standard, own).isSame) ??
    library.standards.find(
      ({ standard }) =>
        standard.id === assessment.standard.id && standard.edition === assessment.standard.edition,
    );
  const standard = known?.standard ?? own;
  await makeFolders(dirname(folder));
  await createDeskFolder(folder, {
    title: basename(folder),
    body,
    campaign: campaigns.find(({ id }) => id === assessment.campaign.id) ?? assessment.campaign,
    standard,
    standardBytes: known?.bytes ?? standardBytes,
    now,
  });
  return standard;
}

/** The user's own, of the data folder in whose 核验台 the desk is to lie; none where it is to lie elsewhere. */
async function ownCampaigns(folder: string): Promise<Campaign[]> {
  const desks = dirname(resolve(folder));
  if (basename(desks) !== DESKS) return [];
  return (await ownCampaignsIn(dirname(desks))).campaigns.map(({ campaign }) => campaign);
}

async function firstWhole(
  files: readonly ReceivedFile[],
  task: TaskOptions,
): Promise<NonNullable<Awaited<ReturnType<typeof inspectPackage>>['contents']>> {
  for (const { path } of files) {
    const inspected = await inspectPackage(path, task).catch((error: unknown) => {
      // Importing names the files that cannot be read; here the next one will do.
      if (toFailure(error).code === 'cancelled' || !(error instanceof UserError)) throw error;
      return undefined;
    });
    inspected?.source.close();
    const { verification, contents } = inspected ?? {};
    if (contents && verification?.status === 'intact' && !verification.draft) return contents;
  }
  throw new UserError({
    code: 'no-package',
    message: '所给文件里没有一个完好的正式推荐包，无法确定新核验台的推荐活动和标准。',
    effect: '没有建立核验台，推荐包没有改动。',
    remedy: '请检查所给的文件夹，或先在程序里新建核验台，再用 --desk 指明它的文件夹。',
  });
}
