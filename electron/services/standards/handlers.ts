import { localDay } from '../base/clock.ts';
import { stat } from 'node:fs/promises';
import * as z from 'zod';
import type { standardCalls } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import {
  finalRows,
  identityProblems,
  readChosen,
  standardOf,
} from '../../../shared/tables/import/import-state.ts';
import { finalCells } from '../../../shared/tables/import/traced-cells.ts';
import type { IdentityDraft, ImportState } from '../../../shared/tables/import/schema.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import type { StandardDraft } from '../../../shared/tables/standard-draft.ts';
import { standardSchema } from '../../../shared/standard/schema.ts';
import { type FileTokens, type OfferedFile, startWithFiles, unknownToken } from '../base/file-tokens.ts';
import type { HandlersFor } from '../base/handlers.ts';
import type { Jobs } from '../base/jobs.ts';
import type { SpawnReader } from '../import/spawn-reader.ts';
import { readHtmlTables, readImportFile, readPastedText } from '../import/read-source.ts';
import { writeReportWorkbook } from '../import/report-workbook.ts';
import { writeStandardTemplate, writeStandardWorkbook } from '../import/standard-workbook.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { hashKept } from '../files/hash-kept.ts';
import { beginnings, isMadeOf } from './begin-import.ts';
import { Imports } from './imports.ts';
import { originalHandlers } from './original-handlers.ts';
import { Originals } from './originals.ts';
import { type FileMaker, makeFile } from '../files/made-files.ts';
import type { UserStandards } from './user-standards.ts';

export interface StandardPorts extends FileMaker {
  readonly offered: FileTokens<OfferedFile>;
  readonly jobs: Jobs;
  readonly imports: Imports;
  readonly standards: UserStandards;
  readonly originals: Originals;
  readonly spawnReader: SpawnReader | undefined;
}

/** Importing, editing and keeping standards, as a part of the host. */
export function standardPart(
  given: Omit<StandardPorts, 'imports' | 'originals'> & { readonly data: DataFolder },
) {
  const imports = new Imports(given.data, given.now);
  return {
    documents: { import: imports.service() },
    handlers: standardHandlers({ ...given, imports, originals: new Originals(given.data) }),
    copies: {},
  };
}

function standardHandlers(ports: StandardPorts): HandlersFor<typeof standardCalls> {
  const { imports, standards, originals, spawnReader, jobs, now } = ports;

  const { begin, edit, again } = beginnings(ports);

  async function report({ tables, state }: { readonly tables: SourceTable[]; readonly state: ImportState }) {
    const read = readChosen(tables, state);
    const draft = state.draft ?? read;
    const [rows, cells] = [finalRows(read, draft), finalCells(read, draft, tables)];
    return makeFile(
      ports,
      `导入报告-${state.source}`,
      '.xlsx',
      await writeReportWorkbook({ file: state.source, tables, rows, cells }),
    );
  }

  return {
    listStandards: async () => {
      const { standards: known, own, problems } = await standards.library();
      const kept = await originals.list();
      return {
        standards: known.map(({ standard }) => standard),
        ...{ own, problems, withOriginal: own.filter((id) => kept.includes(id)) },
      };
    },

    ...originalHandlers(ports),

    startImport: ({ token }) =>
      Promise.resolve(
        startWithFiles(ports, { step: '正在读取文件', tokens: [token] }, async ([file], { signal }) => {
          if (!file) throw unknownToken();
          const { tables, form } = await readImportFile(file.path, { signal, spawnReader });
          const { size: bytes } = await stat(file.path);
          const importId = form
            ? await edit(form.standard, file.name)
            : await begin(file.name, tables, { sha256: await hashKept(file.path, { signal }), bytes });
          return { kind: 'import', importId };
        }),
      ),
    startImportFromClipboard: ({ html, text }) => {
      const jobId = jobs.start('正在读取粘贴的表格', async ({ signal }) => {
        const hasTable = /<table[\s>]/i.test(html);
        const tables = hasTable
          ? await readHtmlTables(html, { signal, spawnReader })
          : await readPastedText(text, { signal, spawnReader });
        return { kind: 'import', importId: await begin('粘贴的表格', tables) };
      });
      return Promise.resolve({ jobId });
    },
    copyStandard: async ({ id }) => {
      const { standard } = await standards.loaded(id);
      const original = (await originals.list()).includes(id) ? await originals.find(id) : undefined;
      if (original && isMadeOf(standard, original)) return { importId: await again(standard, original) };
      const copy = { ...standard, edition: `${standard.edition}（修改稿）` };
      return { importId: await edit(copy, `${standard.title} ${standard.edition}`) };
    },

    listImports: () => imports.list(),
    discardImport: async ({ importId }) => {
      await imports.discard(importId);
      await clearOriginals(ports, importId);
      return {};
    },
    importReport: async ({ importId }) => report(await imports.sessions.open(importId, 'no')),
    finishImport: async ({ importId }) => {
      const finished = await imports.finish(importId, async ({ tables, state }) => {
        const { standard, findings } = checked(state.draft, state.identity, localDay(now()));
        const made = tables.length > 0 ? { report: await report({ tables, state }) } : {};
        const saved = await standards.same(standard);
        if (!saved) {
          // Its original takes the place of no other standard's.
          await standards.requireFree(standard.id);
          if (tables.length > 0) await originals.keep(standard.id, { tables, state }, now());
          await standards.add(standard);
        }
        return { standard: saved ?? standard, findings, ...made };
      });
      await clearOriginals(ports, importId);
      return finished;
    },

    exportStandard: async ({ id, format }) => {
      const standard = await standards.find(id);
      const name = `${standard.title} ${standard.edition}`;
      if (format === 'xlsx') return makeFile(ports, name, '.xlsx', await writeStandardWorkbook(standard));
      const json = JSON.stringify(z.encode(standardSchema, standard), undefined, 2);
      return makeFile(ports, name, '.json', `${json}\n`);
    },
    standardTemplate: async () => makeFile(ports, '评分标准模板', '.xlsx', await writeStandardTemplate()),
    removeStandard: async ({ id }) => {
      const movedTo = await standards.remove(id, now());
      await originals.remove(id, now());
      return { movedTo };
    },
  };
}

/** Its import has ended: that this fails is no fault of that. */
async function clearOriginals({ originals, standards, now }: StandardPorts, importId: string): Promise<void> {
  try {
    await originals.removeLeftOf(importId, (await standards.library()).own, now());
  } catch (error) {
    console.error(error);
  }
}

/** The standard, valid and free of errors; otherwise a UserError that says what is to be done first. */
function checked(draft: StandardDraft | undefined, identity: IdentityDraft, today: string) {
  if (!draft) throw notReady('还没有从表格里读出评分项');
  const [problem] = identityProblems(identity, draft);
  if (problem !== undefined) throw notReady(problem);
  const made = standardOf(draft, identity, today);
  const error = made.findings.find(({ severity }) => severity === 'error');
  if (error) throw notReady(error.message);
  const valid = z.safeEncode(standardSchema, made.standard);
  if (!valid.success) {
    const [issue] = valid.error.issues;
    throw notReady(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  }
  return made;
}

function notReady(reason: string): UserError {
  return new UserError({
    code: 'import-not-ready',
    message: `还不能保存为标准：${reason}。`,
    effect: '没有保存标准，导入的进度都在。',
    remedy: '请回到前面的步骤改正后再保存。',
  });
}
