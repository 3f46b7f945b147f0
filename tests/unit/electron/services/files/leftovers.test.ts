import { spawnSync } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { AssessmentSession } from '../../../../../electron/services/assessment/assessment-session.ts';
import { type ExportedFile, FileTokens } from '../../../../../electron/services/base/file-tokens.ts';
import { makeFile } from '../../../../../electron/services/files/made-files.ts';
import { createHost } from '../../../../../electron/services/host.ts';
import { removeLeftoversOf } from '../../../../../electron/services/files/leftovers.ts';
import { removeAbandoned, workName } from '../../../../../electron/services/files/work-names.ts';
import { repository } from '../../../../repository.ts';
import { assessmentFolder, temporaryFolder } from '../fixture.ts';

/** The id of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

const DEAD = workName('part').replace(`-${process.pid}-`, `-${endedProcess()}-`);
const ELSEWHERE = workName('part').replace(/^\.biaobing-[0-9a-f]{8}/, '.biaobing-00000000');
const UUID = '0f8fad5b-d9cb-469f-a165-70867728950e';

/** A file or (with a slash at its end) a folder, last touched so many hours ago. */
async function leave(root: string, name: string, hours: number): Promise<void> {
  const path = join(root, name);
  await mkdir(name.endsWith('/') ? path : dirname(path), { recursive: true });
  if (!name.endsWith('/')) await writeFile(path, 'half');
  const then = new Date(Date.now() - hours * 3_600_000);
  await utimes(path, then, then);
}

describe('what a run that ended in the middle left', () => {
  it.each<[string, 'goes' | 'stays', string, number]>([
    ['of a process that is gone', 'goes', `导出/${DEAD}`, 0],
    ['of a process that is at work', 'stays', `导出/${workName('part')}`, 0],
    [
      'of a process that was at work days ago and has the same number as a living one',
      'goes',
      `导出/${workName('part')}`,
      25,
    ],
    ['of another computer', 'stays', `导出/${ELSEWHERE}`, 23],
    ['of another computer, given up', 'goes', `导出/${ELSEWHERE}`, 25],
    ['an upload of a process that is gone', 'goes', `.temporary/${DEAD.replace('.part', '.run')}/`, 0],
    ['uploads of this process', 'stays', `.temporary/${workName('run')}/`, 0],
    ['an upload of an older version, today', 'stays', `.temporary/${UUID}/`, 1],
    ['an upload of an older version, given up', 'goes', `.temporary/${UUID}/`, 25],
    ['a folder begun by a process that is gone', 'goes', `${DEAD.replace('.part', '.new')}/`, 0],
    ['a folder begun by an older version', 'goes', '.某单位-0f8fad5b.new/', 25],
    ['a package unpacked by an older version', 'goes', '.某单位-0f8fad5b.unpacked-x1Y2z3/', 25],
    ['the same, today', 'stays', '.某单位-0f8fad5b.unpacked-x1Y2z3/', 1],
    ['a desk begun', 'goes', '核验台/.第二批-0f8fad5b.new/', 25],
    ['half a standard', 'goes', '标准库/02-2018-b152ef7c.json.tmp', 25],
    ['half an import, by another name', 'goes', `标准库/导入中/${UUID}.tables.json.x1.tmp`, 25],
    ['half an import that is being written', 'stays', `标准库/导入中/${UUID}.json.tmp`, 0],
    ['half an original of a standard', 'goes', '标准库/原表/standard-0f8fad5b.json.0f8fad5b.tmp', 25],
    ['half a campaign', 'goes', '推荐活动/campaign-0f8fad5b.json.0f8fad5b.tmp', 25],
    ['half a campaign that was replaced', 'goes', '已删除/campaign-20261101-010203004.json.0f8fad5b.tmp', 25],
    ...['年度工作', '年度任务汇总', '推荐活动/编辑中'].map((folder): [string, 'goes', string, number] => [
      `a folder begun in ${folder}`,
      'goes',
      `${folder}/${DEAD.replace('.part', '.new')}/`,
      0,
    ]),
    ['a finished campaign’s draft', 'goes', `推荐活动/编辑中/${DEAD.replace('.part', '.run')}/`, 0],
    ['half a package of an older version', 'goes', '导出/某单位_推荐_2026-11-01_第2版.zip.part', 25],
    ['half a table', 'goes', '导出/汇总表-20261101-010203004.xlsx.tmp', 25],
    ['half a paper of an older version', 'goes', '导出/推荐表-某局-20261101-010203004.docx.0f8fad5b.tmp', 25],
    ['half a file of the unit’s own', 'goes', '导出/差距分析_某局_20261101-010203004.xlsx.0f8fad5b.tmp', 25],
    ['half a template of a process that is gone', 'goes', `文书模板/${DEAD}`, 0],
    ['half a template of an older version', 'goes', '文书模板/表.docx.0f8fad5b.tmp', 25],
    ['a template of the office', 'stays', '文书模板/表.docx', 900],
    // The user's own, or a document's.
    ['a whole package', 'stays', '导出/某单位_推荐_2026-11-01_第2版.zip', 900],
    ['a download of the user', 'stays', '导出/电影.mp4.part', 900],
    ['a draft of the user', 'stays', '导出/通知.tmp', 900],
    ['a hidden folder of the user', 'stays', '.我的资料.new/', 900],
    ['a folder of the user that is called so', 'stays', '某单位-0f8fad5b.new/', 900],
    ['a file where a folder is expected', 'stays', '.某单位-0f8fad5b.new', 900],
    ['a temporary file of the user beside the standards', 'stays', '标准库/我的 表.tmp', 900],
    ['what lies in a folder of the user', 'stays', `资料/${DEAD}`, 900],
    ['evidence', 'stays', `某单位-0f8fad5b/evidence/${'a'.repeat(64)}`, 900],
  ])('%s %s', async (_, fate, name, hours) => {
    const root = await temporaryFolder();
    await leave(root, name, hours);
    await removeLeftoversOf(root);
    expect(existsSync(join(root, name)) ? 'stays' : 'goes').toBe(fate);
  });

  it('a folder is not given up while a file in it grows', async () => {
    const root = await temporaryFolder();
    await leave(root, `.temporary/${UUID}/`, 40);
    await writeFile(join(root, '.temporary', UUID, 'upload'), 'now');
    const then = new Date(Date.now() - 40 * 3_600_000);
    await utimes(join(root, '.temporary', UUID), then, then);
    await removeLeftoversOf(root);
    expect(existsSync(join(root, '.temporary', UUID, 'upload'))).toBe(true);
  });

  it('goes at the opening of the data folder, without an upload, and makes no folder', async () => {
    const root = await temporaryFolder();
    await leave(root, `.temporary/${DEAD.replace('.part', '.run')}/`, 0);
    const host = createHost({ root, resources: repository, door: 'local', version: '0.0.0' });
    await host.close();
    expect(await readdir(root)).toEqual(['.temporary']);
    expect(await readdir(join(root, '.temporary'))).toEqual([]);
    await removeLeftoversOf(join(root, 'nothing'));
    expect(existsSync(join(root, 'nothing'))).toBe(false);
  });

  it('is asked of the store’s clock, and leaves no trace of the asking', async () => {
    const root = await temporaryFolder();
    await leave(root, ELSEWHERE, 1);
    await removeAbandoned(root);
    expect(await readdir(root)).toEqual([ELSEWHERE]);
  });
});

it('a file that is being made in 导出 bears the name of the work until it is whole', async () => {
  const folder = await temporaryFolder();
  const seen: string[] = [];
  const watcher = watch(folder, (_, name) => void seen.push(String(name)));
  const ports = {
    data: { exports: () => Promise.resolve(folder) },
    exports: new FileTokens<ExportedFile>(),
    now: () => new Date('2026-11-20T08:00:00Z'),
  };
  const { fileName } = await makeFile(ports, '推荐表', '.docx', 'x');
  await vi.waitFor(() => expect(seen).toContain(fileName));
  watcher.close();
  const others = seen.filter((name) => name !== fileName);
  expect(others.length).toBeGreaterThan(0);
  for (const name of others) expect(name).toMatch(/^\.biaobing-[0-9a-f]{8}-\d+-[0-9a-f]{8}\.part$/);
});

describe('the folder of a document', () => {
  it('loses what saving left half written at its next opening, and nothing else', async () => {
    const folder = await assessmentFolder();
    await mkdir(join(folder, 'backups'));
    const left = [
      ...['assessment.json.tmp', 'assessment.previous.json.tmp', 'assessment.json.x-9f.tmp'],
      ...['backups/20261119-010203004-day.json.tmp', 'evidence/.incoming-1'],
    ];
    const own = [
      '草稿.tmp',
      'assessment.tmp',
      '我的assessment.json.tmp',
      'backups/说明.tmp',
      'evidence/记录.tmp',
    ];
    for (const name of [...left, ...own]) await writeFile(join(folder, name), 'x');
    await (await AssessmentSession.open(folder)).close();
    expect(left.filter((name) => existsSync(join(folder, name)))).toEqual([]);
    expect(own.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
  });

  it('that is open elsewhere loses nothing', async () => {
    const folder = await assessmentFolder();
    const open = await AssessmentSession.open(folder);
    await writeFile(join(folder, 'assessment.json.tmp'), 'x');
    await expect(AssessmentSession.open(folder)).rejects.toThrow();
    expect((await stat(join(folder, 'assessment.json.tmp'))).size).toBe(1);
    await open.close();
  });
});
