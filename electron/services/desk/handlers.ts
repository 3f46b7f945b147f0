import { join } from 'node:path';
import type { deskCalls, PhotoOutcome } from '../../../shared/contract/contract.ts';
import { compareUnits } from '../../../shared/review/compare.ts';
import { deskDocument } from '../../../shared/review/documents.ts';
import { sealMatches } from '../../../shared/package/sealcode.ts';
import { localDay } from '../base/clock.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { ingestFile } from '../files/ingest.ts';
import type { EvidenceViewer } from '../assessment/evidence/view.ts';
import { isCancellation, notedFailure } from '../base/failures.ts';
import { discard, type FileTokens, type OfferedFile, startWithFiles } from '../base/file-tokens.ts';
import type { HandlersFor } from '../base/handlers.ts';
import { copyService } from '../document/copies.ts';
import { documentService, type DocumentServices } from '../document/handlers.ts';
import type { JobContext, Jobs } from '../base/jobs.ts';
import type { UserStandards } from '../standards/user-standards.ts';
import { makeFolder } from '../files/files.ts';
import type { FileMaker } from '../files/made-files.ts';
import type { WorkNotes } from '../files/work-notes.ts';
import type { DeskSession } from './desk-session.ts';
import { Desks } from './desks.ts';
import { evidenceOf, parseReference } from './evidence.ts';
import { type DeskExportPorts, deskExportHandlers } from './export/handlers.ts';
import { lastDesk } from './last-desk.ts';
import { importPackages } from './import-packages.ts';
import { evidenceUnknown } from './messages.ts';
import { PHOTOS } from './package-folder.ts';
import { compareReview, exportReview, mergeReview } from './review-file.ts';

/** What the desk's handlers are given. */
interface DeskPorts extends FileMaker {
  readonly offered: FileTokens<OfferedFile>;
  readonly jobs: Jobs;
  readonly desks: Desks;
  readonly viewer: EvidenceViewer;
  /** What the pages are at work on. */
  readonly work: Pick<WorkNotes, 'took'>;
  readonly standards: Pick<UserStandards, 'library'>;
}

/** The evaluator's desk, as a part of the host. */
export function deskPart(given: Omit<DeskPorts & DeskExportPorts, 'desks'> & { readonly data: DataFolder }) {
  const desks = new Desks(given.data, given.now);
  const { sessions } = desks;
  const ports = { ...given, desks };
  return {
    documents: { desk: documentService(sessions), review: reviewService(sessions) },
    handlers: { ...deskHandlers(ports), ...deskExportHandlers(ports) },
    copies: { desk: copyService({ ...given, folders: desks.found, sessions, words: deskDocument.words }) },
    searched: () => desks.searched(),
    borrowDesk: <T>(id: string, task: (desk: DeskSession) => Promise<T>) => sessions.borrow(id, task),
    /** Of a package, by `<deskId>.<key>`. */
    evidence: async (reference: string, sha256: string) => {
      const place = parseReference(reference);
      return place && evidenceOf(await sessions.get(place.deskId), place.key, sha256);
    },
  };
}

/** A review lies in its desk: it is opened and closed with it, so that what can be undone is kept. */
function reviewService(sessions: Desks['sessions']): DocumentServices['review'] {
  return {
    open: async ({ deskId, key }) => (await sessions.get(deskId)).openedReview(key),
    close: () => Promise.resolve(),
    change: async ({ deskId, key }, step) => (await sessions.get(deskId)).takeReview(key, step),
    now: async ({ deskId, key }) => (await sessions.get(deskId)).reviewNow(key),
    closeAll: () => Promise.resolve(),
  };
}

function deskHandlers(ports: DeskPorts): HandlersFor<typeof deskCalls> {
  const { now, offered, desks, viewer, standards } = ports;

  return {
    listDesks: async () => ({ desks: await desks.list() }),
    lastDesk: async () => ({ desk: await lastDesk(await desks.list()) }),
    createDesk: async (wish) => ({ id: await desks.create(await standards.library(), wish) }),
    importPackages: async ({ id, tokens, receivedOn = localDay(now()), body, workId }) => {
      await desks.sessions.get(id);
      return startWithFiles(ports, { step: '正在接收推荐包', tokens }, (files, job) =>
        desks.sessions.during(id, async (desk) => ({
          kind: 'deskImport',
          outcomes: await importPackages(desk, files, {
            ...{ receivedOn, body },
            signal: job.signal,
            progress: ({ step, done, total }) => {
              job.step(step);
              job.progress(done, total);
            },
            // Now, not at the end: uploads hold their space twice.
            done: async (file, { receipt }) => {
              await discard(files.filter(({ path }) => path === file.path));
              if (receipt) await ports.work.took(workId);
            },
          }),
        })),
      );
    },
    addVisitPhotos: async ({ deskId, key, visitId, tokens }) => {
      (await desks.sessions.get(deskId)).packageFolder(key);
      return startWithFiles(ports, { step: '正在添加照片', tokens }, (files, job) =>
        desks.sessions.during(deskId, async (desk) => ({
          kind: 'deskPhotos',
          outcomes: await addPhotos(desk, { key, visitId }, files, job),
          saved: await desk.reviewSaved(key),
        })),
      );
    },
    openDeskEvidence: async ({ deskId, key, sha256 }) => {
      const file = await evidenceOf(await desks.sessions.get(deskId), key, sha256);
      if (!file) throw evidenceUnknown();
      await viewer.open(sha256, file);
      return {};
    },
    compareSeal: async ({ deskId, key, typed }) => {
      const { sealCode } = (await (await desks.sessions.get(deskId)).load(key)).candidate;
      return { equal: sealMatches(sealCode, typed), sealCode };
    },

    compareCandidates: async ({ packages }) => {
      const units = [];
      for (const { deskId, key } of packages) {
        const { candidate, ...data } = await (await desks.sessions.get(deskId)).load(key);
        units.push({ ...data, title: `${candidate.unit} 第${candidate.revision}版` });
      }
      return compareUnits(units);
    },
    giveUpPackage: async ({ id, key }) => {
      await (await desks.sessions.get(id)).giveUp(key);
      return {};
    },
    vouchForPackages: async ({ id }) => {
      await (await desks.sessions.get(id)).vouch();
      return {};
    },
    vouchForDesk: async ({ id }) => {
      await (await desks.sessions.get(id)).vouchForDesk();
      return {};
    },
    vouchForReview: async ({ id, key }) => {
      await (await desks.sessions.get(id)).vouchFor(key);
      return {};
    },
    deskHeat: async ({ id }) => (await desks.sessions.get(id)).heat(),

    exportReview: async ({ deskId, key }) => exportReview(await desks.sessions.get(deskId), key, ports),
    compareReview: async ({ deskId, key, token }) =>
      compareReview(await desks.sessions.get(deskId), key, offered.get(token)),
    mergeReview: async ({ deskId, key, token, picks, shown }) => {
      const saved = await mergeReview(await desks.sessions.get(deskId), key, offered.get(token), {
        picks,
        shown,
        now: now(),
      });
      await discard([offered.take(token)]);
      return saved;
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
      await desk.requirePackage(key);
      await makeFolder(folder);
      const { signal } = job;
      const source = { source: file.path, name: file.name, folder, signal };
      const photo = await ingestFile(source);
      await desk.editReview(key, { kind: 'addPhoto', visitId, photo });
      outcomes.push({ fileName: file.name, photo });
    } catch (error) {
      if (isCancellation(error)) throw error;
      outcomes.push({ fileName: file.name, failure: notedFailure(error) });
    }
  }
  return outcomes;
}
