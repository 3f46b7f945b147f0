import { app } from 'electron';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportOf } from './report-text.ts';

const KEPT = 20;

/** Writes a report; answers its path, or undefined where that is not possible either. */
export function writeReport(kind: string, error: unknown): string | undefined {
  try {
    const folder = join(app.getPath('userData'), '问题记录');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const old = readdirSync(folder).sort();
    for (const name of old.slice(0, Math.max(0, old.length - KEPT + 1))) rmSync(join(folder, name));
    const now = new Date().toISOString();
    const path = join(folder, `${now.replaceAll(/[:.]/g, '-')}.txt`);
    writeFileSync(
      path,
      [
        '标兵自评 问题记录（不含单位名称、填写的内容和文件名）',
        `${now} ${kind}`,
        `version ${app.getVersion()}, electron ${process.versions.electron}, ${process.platform} ${process.arch}`,
        reportOf(error),
        '',
      ].join('\n'),
      { mode: 0o600 },
    );
    return path;
  } catch (failed) {
    console.error(failed);
    return undefined;
  }
}

/** For a sentence: where the report is. */
export function reportedAt(path: string | undefined): string {
  return path === undefined ? '' : `\n\n问题记录（不含单位和填写的内容，可以发给技术支持人员）：\n${path}`;
}
