import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isOfTheSystem } from '../base/failures.ts';

/** The folders of a data folder whose names are ours. */
export const OURS: ReadonlySet<string> = new Set([
  ...['标准库', '推荐活动', '核验台', '年度工作', '年度任务汇总', '文书模板', '导出', '已删除'],
]);

/** When something of the program in this folder was changed last; undefined where it holds nothing of it. */
export function lastChanged(folder: string): number | undefined {
  const files = foldersIn(folder).flatMap((name) =>
    OURS.has(name)
      ? entriesIn(join(folder, name)).flatMap((entry) => [
          join(folder, name, entry.name),
          ...['desk', 'year', 'rollup'].map((file) => join(folder, name, entry.name, `${file}.json`)),
        ])
      : ['assessment.json', 'assessment.previous.json'].map((file) => join(folder, name, file)),
  );
  const times = files.flatMap((path) => timeOf(path) ?? []);
  return times.length === 0 ? undefined : Math.max(...times);
}

function foldersIn(folder: string): string[] {
  return entriesIn(folder).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** What cannot be looked at holds nothing that the program could show. */
function entriesIn(folder: string): Dirent[] {
  return ifItMay(() => readdirSync(folder, { withFileTypes: true })) ?? [];
}

function timeOf(path: string): number | undefined {
  return ifItMay(() => statSync(path).mtimeMs);
}

function ifItMay<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (isOfTheSystem(error)) return undefined;
    throw error;
  }
}
