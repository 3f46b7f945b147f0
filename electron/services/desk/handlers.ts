import { join } from 'node:path';
import type {
  deskCalls,
  OpenCandidate,
  PackageRef,
  PhotoOutcome,
} from '../../../shared/contract/contract.ts';
import { compareUnits } from '../../../shared/review/compare.ts';
import { sealMatches } from '../../../shared/package/sealcode.ts';
import { localDay } from '../base/clock.ts';
import type { EvidenceFile } from '../files/evidence-file.ts';
import { ingestFile } from '../files/ingest.ts';
import { EvidenceViewer } from '../assessment/evidence/view.ts';
import { isCancellation, toFailure } from '../base/failures.ts';
import { discard, type OfferedFile, unknownToken } from '../base/file-tokens.ts';
import type { HandlersFor, HostContext } from '../handlers.ts';
import type { JobContext } from '../base/jobs.ts';
import type { UserStandards } from '../standards/user-standards.ts';
import { makeFolder } from '../files/files.ts';
import type { DeskSession } from './desk-session.ts';
import { Desks } from './desks.ts';
import { evidenceOf, parseReference } from './evidence.ts';
import { importPackages } from './import-packages.ts';
import { evidenceUnknown } from './messages.ts';
import { PHOTOS } from './package-folder.ts';
import { compareReview, exportReview, mergeReview } from './review-file.ts';

/** The evaluator's desk. `close` waits for queued writes and releases locks. */
export function deskHandlers(
  context: HostContext,
  standards: Pick<UserStandards, 'library'>,
): {
  handlers: HandlersFor<typeof deskCalls>;
  desks: Desks;
  /** By `<deskId>.<key>`; undefined for any other id. */
  evidenceFile: (reference: string, sha256: string) => Promise<EvidenceFile | undefined>;
  close: () => Promise<void>;
} {
  const { now, options, offered, jobs, startWithFiles } = context;
  const desks = new Desks(context.root, now);
  const viewer = new EvidenceViewer(options.openPath);

  async function evidenceFile(reference: string, sha256: string): Promise<EvidenceFile | undefined> {
    const place = parseReference(reference);
    return place && evidenceOf(await desks.get(place.deskId), place.key, sha256);
  }

  async function opened({ deskId, key }: PackageRef): Promise<OpenCandidate> {
    const desk = await desks.get(deskId);
    const { assessment, standard, receipt, notices } = await desk.load(key);
    return { ...(await desk.reviewSaved(key)), assessment, standard, receipt, notices: [...notices] };
  }

  function fileOf(token: string): OfferedFile {
    const file = offered.find(token);
    if (!file) throw unknownToken();
    return file;
  }

  const handlers: HandlersFor<typeof deskCalls> = {
    listDesks: async () => ({ desks: await desks.list() }),
    createDesk: async (wish) => ({ id: await desks.create(await standards.library(), wish) }),
    openDesk: async ({ id, takeOverLock }) => (await desks.open(id, takeOverLock)).opened(),
    closeDesk: async ({ id }) => {
      await desks.close(id);
      return {};
    },
    importPackages: async ({ id, tokens, receivedOn = localDay(now()) }) => {
      await desks.get(id);
      return startWithFiles('正在接收推荐包', tokens, (files, job) =>
        desks.during(id, async (desk) => ({
          kind: 'deskImport',
          outcomes: await importPackages(desk, files, {
            receivedOn,
            signal: job.signal,
            progress: ({ step, done, total }) => {
              job.step(step);
              job.progress(done, total);
            },
            // Now, not at the end: uploads hold their space twice.
            done: (file) => discard(files.filter(({ path }) => path === file.path)),
          }),
        })),
      );
    },
    editDesk: async ({ id, edit }) => (await desks.get(id)).edit(edit),
    undoDesk: async ({ id }) => (await desks.get(id)).undo(),
    redoDesk: async ({ id }) => (await desks.get(id)).redo(),

    openCandidate: opened,
    editReview: async ({ deskId, key, edit }) => (await desks.get(deskId)).editReview(key, edit),
    undoReview: async ({ deskId, key }) => (await desks.get(deskId)).undoReview(key),
    redoReview: async ({ deskId, key }) => (await desks.get(deskId)).redoReview(key),
    addVisitPhotos: async ({ deskId, key, visitId, tokens }) => {
      (await desks.get(deskId)).packageFolder(key);
      return startWithFiles('正在添加照片', tokens, (files, job) =>
        desks.during(deskId, async (desk) => ({
          kind: 'deskPhotos',
          outcomes: await addPhotos(desk, { key, visitId }, files, job),
          saved: await desk.reviewSaved(key),
        })),
      );
    },
    openDeskEvidence: async ({ deskId, key, sha256 }) => {
      const file = await evidenceOf(await desks.get(deskId), key, sha256);
      if (!file) throw evidenceUnknown();
      await viewer.open(sha256, file);
      return {};
    },
    compareSeal: async ({ deskId, key, typed }) => {
      const { sealCode } = (await (await desks.get(deskId)).load(key)).candidate;
      return { equal: sealMatches(sealCode, typed), sealCode };
    },

    compareCandidates: async ({ packages }) => {
      const units = [];
      for (const { deskId, key } of packages) {
        const { candidate, ...data } = await (await desks.get(deskId)).load(key);
        units.push({ ...data, title: `${candidate.unit} 第${candidate.revision}版` });
      }
      return compareUnits(units);
    },
    deskHeat: async ({ id }) => (await desks.get(id)).heat(),

    exportReview: async ({ deskId, key }) =>
      exportReview(await desks.get(deskId), key, {
        outFolder: await context.assessments.exportsFolder(),
        now: now(),
        exports: context.exports,
      }),
    compareReview: async ({ deskId, key, token }) =>
      compareReview(await desks.get(deskId), key, fileOf(token)),
    mergeReview: async ({ deskId, key, token, picks }) => {
      const saved = await mergeReview(await desks.get(deskId), key, fileOf(token), { picks, now: now() });
      await discard([offered.take(token)]);
      return saved;
    },
  };

  return {
    handlers,
    desks,
    evidenceFile,
    close: async () => {
      await jobs.close();
      await desks.closeAll();
      await viewer.close();
    },
  };
}

/** Keeps each photo with the package and names it in the visit; one that fails does not stop the others. */
async function addPhotos(
  desk: DeskSession,
  { key, visitId }: { key: string; visitId: string },
  files: readonly OfferedFile[],
  job: JobContext,
): Promise<PhotoOutcome[]> {
  const folder = join(desk.packageFolder(key), PHOTOS);
  const outcomes: PhotoOutcome[] = [];
  for (const [index, file] of files.entries()) {
    job.step(`正在添加第 ${index + 1}/${files.length} 张：${file.name}`);
    try {
      await makeFolder(folder);
      const { signal } = job;
      const source = { source: file.path, name: file.name, folder, signal };
      const photo = await ingestFile(source);
      await desk.editReview(key, { kind: 'addPhoto', visitId, photo });
      outcomes.push({ fileName: file.name, photo });
    } catch (error) {
      if (isCancellation(error)) throw error;
      outcomes.push({ fileName: file.name, failure: toFailure(error) });
    }
  }
  return outcomes;
}
