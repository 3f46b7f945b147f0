import type { yearCalls } from '../../../shared/contract/contract.ts';
import { MAX_FIELD } from '../../../shared/registers/entry.ts';
import { registerOf } from '../../../shared/registers/kinds.ts';
import { itemsWorth } from '../../../shared/registers/worth.ts';
import { tableTitle } from '../../../shared/registers/stat-table.ts';
import { reportFigures } from '../../../shared/registers/report-figures.ts';
import { yearDocument } from '../../../shared/registers/year/document.ts';
import { entriesOf } from '../../../shared/registers/year/entries.ts';
import { tableIn } from '../../../shared/registers/year/tables-edits.ts';
import type { AssessmentSession } from '../assessment/assessment-session.ts';
import { searchedYear } from '../../../shared/search/lines.ts';
import type { EvidenceViewer } from '../assessment/evidence/view.ts';
import { localDay } from '../base/clock.ts';
import { type FileTokens, type OfferedFile, startWithFiles, unknownToken } from '../base/file-tokens.ts';
import type { HandlersFor } from '../base/handlers.ts';
import type { Jobs } from '../base/jobs.ts';
import { copyService } from '../document/copies.ts';
import { documentService } from '../document/handlers.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { type FileMaker, makeFile } from '../files/made-files.ts';
import { readSourceTables } from '../import/read-source.ts';
import type { SpawnReader } from '../import/spawn-reader.ts';
import { readCaseText } from '../import/read-case-text.ts';
import { buildCalendar } from './calendar.ts';
import { commendHandlers } from './commend/handlers.ts';
import { caseDocument, caseOf } from './case-paper.ts';
import { addEntryFiles, entryFile, yearOfReference } from './entry-files.ts';
import { type FillPorts, fillRatio, ratioItems } from './fill-ratio.ts';
import { listDocument } from './list-paper.ts';
import { caseGone, caseTooLong, entryFileUnknown, tableGone } from './messages.ts';
import { projectHandlers } from './project-handlers.ts';
import { siteHandlers, type SitePorts } from './site-handlers.ts';
import { writtenProgress } from './written-progress.ts';
import { buildRegister } from './register-workbook.ts';
import { registerTitle } from '../../../shared/registers/year/register-title.ts';
import { buildStatTable } from './stat-workbook.ts';
import { Years } from './years.ts';

interface YearPorts extends FileMaker, FillPorts, SitePorts {
  readonly data: DataFolder;
  readonly resources: string;
  readonly offered: FileTokens<OfferedFile>;
  readonly jobs: Jobs;
  readonly viewer: EvidenceViewer;
  readonly spawnReader: SpawnReader | undefined;
  /** One that is open, as it is now, or as it was last saved. */
  readonly readAssessment: (id: string) => Promise<Pick<AssessmentSession, 'assessment' | 'standard'>>;
}

/** 年度工作, as a part of the host. */
export function yearPart(ports: YearPorts) {
  const years = new Years(ports);
  const { sessions, found } = years;
  return {
    documents: { year: documentService(sessions) },
    handlers: yearHandlers(ports, years),
    copies: { year: copyService({ ...ports, folders: found, sessions, words: yearDocument.words }) },
    searched: async () => (await found.lines()).map(({ value }) => value && searchedYear(value)),
    /** Of an entry, by `year.<id>`. */
    evidence: async (reference: string, sha256: string) => {
      const id = yearOfReference(reference);
      return id === undefined ? undefined : entryFile(await sessions.get(id), sha256);
    },
  };
}

function yearHandlers(ports: YearPorts, years: Years): HandlersFor<typeof yearCalls> {
  const { now, viewer, spawnReader, resources } = ports;
  const { sessions } = years;
  return {
    ...projectHandlers(ports, years),
    ...siteHandlers(ports, years),
    ...commendHandlers(ports, years),
    listYears: async () => ({ years: await years.list() }),
    yearReminders: async () => ({ years: await years.reminders() }),
    listPlans: async () => ({ plans: await years.plans() }),
    createYear: async (wish) => ({ id: await years.create(wish) }),
    addEntryFiles: async ({ id, tokens, ...where }) => {
      await sessions.get(id);
      return startWithFiles(ports, { step: '正在添加材料', tokens }, (files, job) =>
        sessions.during(id, async (year) => ({
          kind: 'entryFiles',
          outcomes: await addEntryFiles(year, where, files, job),
          saved: year.saved(),
        })),
      );
    },
    openEntryFile: async ({ id, sha256 }) => {
      const file = await entryFile(await sessions.get(id), sha256);
      if (!file) throw entryFileUnknown();
      await viewer.open(sha256, file);
      return {};
    },
    readRegisterTable: ({ token }) =>
      Promise.resolve(
        startWithFiles(ports, { step: '正在读取文件', tokens: [token] }, async ([file], { signal }) => {
          if (!file) throw unknownToken();
          const tables = await readSourceTables(file.path, { signal, spawnReader });
          return { kind: 'registerTable', fileName: file.name, tables };
        }),
      ),
    exportRegister: async ({ id, register, personal }) => {
      const { value } = await sessions.get(id);
      const talks = register === 'places' ? (await years.otherTalks(value)).talks : [];
      const bytes = await buildRegister(value, register, { personal, today: localDay(now()), talks });
      return makeFile(ports, `${registerOf(register).label}-${value.title}`, '.xlsx', bytes);
    },
    exportList: async ({ id, register, personal }) => {
      const { value } = await sessions.get(id);
      const wish = { name: register, personal, today: localDay(now()) };
      const bytes = await listDocument(resources, value, wish);
      return makeFile(ports, `${registerTitle(value, register)}-${value.unit}`, '.docx', bytes);
    },
    exportTable: async ({ id, tableId }) => {
      const { value } = await sessions.get(id);
      const table = tableIn(value, tableId);
      if (!table) throw tableGone();
      const bytes = await buildStatTable(value, table, localDay(now()));
      return makeFile(ports, `${tableTitle(table)}-${value.title}`, '.xlsx', bytes);
    },
    ratioItems: ({ assessmentId }) => ratioItems(ports, assessmentId),
    fillRatio: async ({ id, ...wish }) => {
      const year = await sessions.get(id);
      const fill = await fillRatio(ports, year, wish);
      return { fill, saved: year.saved() };
    },
    assessmentItems: async ({ assessmentId }) => itemsWorth(await ports.readAssessment(assessmentId)),
    yearFigures: async ({ id }) => {
      const year = await years.read(id);
      const { title, unit } = year;
      return { title, unit, at: now().toISOString(), ledgers: reportFigures(year, localDay(now())) };
    },
    otherTalks: async ({ id }) => years.otherTalks((await sessions.get(id)).value),
    readCaseFile: ({ token, what }) =>
      Promise.resolve(
        startWithFiles(ports, { step: '正在读取文件', tokens: [token] }, async ([file], { signal }) => {
          if (!file) throw unknownToken();
          const { text, notes } = await readCaseText(file.path, {
            ...{ name: file.name, signal, spawnReader },
            ...(what && { what }),
          });
          if (text.length > MAX_FIELD) throw caseTooLong(text.length, what);
          return { kind: 'caseText', text, notes: notes.map(({ words, remedy }) => `${words}。${remedy}`) };
        }),
      ),
    exportCase: async ({ id, entryId }) => {
      const { value } = await sessions.get(id);
      const entry = entriesOf(value, 'cases').find((each) => each.id === entryId);
      if (!entry) throw caseGone();
      const parted = caseOf(entry);
      const bytes = await caseDocument(resources, parted);
      return makeFile(ports, `典型案例-${parted.title || value.title}`, '.docx', bytes);
    },
    exportProgress: async ({ id }) => {
      const { value } = await sessions.get(id);
      const text = writtenProgress(value, now());
      return makeFile(ports, `年度任务进度-${value.title}`, '.json', text);
    },
    exportCalendar: async ({ id }) => {
      const { value } = await sessions.get(id);
      return makeFile(ports, `年度任务日程-${value.title}`, '.ics', buildCalendar(value, now()).text);
    },
  };
}
