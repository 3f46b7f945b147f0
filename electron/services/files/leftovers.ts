import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EXPORTS } from './data-folder.ts';
import { entriesOf } from './entries.ts';
import { removeAbandoned } from './work-names.ts';

/** Below the data folder: where an office puts its own templates beside ours. */
export const PAPER_TEMPLATES = '文书模板';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** `replaceFile` writes beside the file; what it adds to the name may differ from version to version. */
const TMP = String.raw`(?:\.[\w-]+)?\.tmp`;

/** Folders that older versions began, beside those that they became: `.<name>-<id>.new`, `.<name>.unpacked-<chance>`. */
const BEGUN = [
  { kind: 'folder', name: /^\..+-[0-9a-f]{8}\.new$/ },
  { kind: 'folder', name: /^\..+\.unpacked-[0-9A-Za-z]{6}$/ },
] as const;

/** Below the data folder: where each document has a folder of its own, and where files lie that no lock guards. */
const WITH_FOLDERS = ['', '核验台', '年度工作', '年度任务汇总', '推荐活动/编辑中'];
const WITH_FILES = ['标准库', '标准库/导入中', '标准库/原表', '推荐活动', '已删除'];

/**
 * At the opening of a data folder: what runs of the program that ended in the middle left half made. Only in the folders
 * that are ours, only names that we give, and nothing that anybody may still be at work on (`removeAbandoned`).
 */
export async function removeLeftoversOf(root: string): Promise<void> {
  const json = { kind: 'file', name: new RegExp(String.raw`^[\w-]+(?:\.tables)?\.json${TMP}$`) } as const;
  const clear = (within: string, anonymous: Parameters<typeof removeAbandoned>[1]): Promise<void> =>
    // One folder that cannot be looked at keeps none of the others from it.
    removeAbandoned(join(root, within), anonymous).catch((error: unknown) => console.error(error));
  for (const within of WITH_FOLDERS) await clear(within, BEGUN);
  for (const within of WITH_FILES) await clear(within, [json]);
  await clear('.temporary', [{ kind: 'folder', name: new RegExp(`^${UUID}$`) }]);
  await clear(PAPER_TEMPLATES, [{ kind: 'file', name: /\.docx\.[0-9a-f]{8}\.tmp$/i }]);
  await clear(EXPORTS, [
    { kind: 'file', name: /_第\d+版\.zip\.part$/ },
    { kind: 'file', name: new RegExp(`^\\.${UUID}\\.part$`) },
    { kind: 'file', name: new RegExp(String.raw`[-_]\d{8}-\d{9}\.(?:xlsx|docx|zip|json)${TMP}$`) },
  ]);
}

/** Under the lock of a document's folder: what saves, backups and their copies left. `files`: names without `.json`. */
export async function removeTemporaries(folder: string, files: readonly string[]): Promise<void> {
  const saved = new RegExp(String.raw`^(?:${files.join('|')})(?:\.previous)?\.json${TMP}$`);
  await removeFiles(folder, saved);
  await removeFiles(join(folder, 'backups'), new RegExp(String.raw`^\d{8}-\d{9}-\w+\.json${TMP}$`));
}

async function removeFiles(folder: string, which: RegExp): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    if (entry.isFile() && which.test(entry.name)) await rm(join(folder, entry.name), { force: true });
  }
}
