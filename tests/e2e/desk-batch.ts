import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { SOFTWARE } from '../../electron/services/base/version.ts';
import { loadLibrary } from '../../electron/services/standards/library.ts';
import { exportAssessment } from '../../electron/services/package/export.ts';
import { createSample } from '../../electron/services/assessment/sample.ts';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { type Standard, standardSchema } from '../../shared/standard/schema.ts';
import { climbingOut, flipByte, forge, zipAgainAsGbk } from '../unit/electron/services/desk/fixture.ts';
import { officialOf } from '../unit/shared/scoring/fixtures.ts';
import { repository } from '../repository.ts';

const TODAY = '2026-11-20';
const BODIES = ['示例市法治办', '示例县法治办', '另一市法治办', '又一市法治办'];
const INDUSTRIES = ['城市管理', '生态环境', '市场监管', '交通运输', '应急管理'];
const REGIONS = ['示例区', '东区', '西区'];
/** Points of 1.1 (2.5 in full), so that units differ. */
const POINTS = [250, 200, 250, 150, 100, 200];

/** Units that hand in one whole package each. */
const PLAIN = 18;

interface Source {
  readonly standard: Parameters<typeof exportAssessment>[0]['standard'];
  readonly standardBytes: Buffer;
  readonly evidenceFolder: string;
  readonly sample: Assessment;
}

/**
 * A batch of 34 files, one of them handed in late (in `late`), as an office receives it on USB sticks: 18 plain ones,
 * and 16 of which each is another case. `work` is for what is needed on the way.
 */
export async function makeBatch(work: string, folder: string, late: string): Promise<void> {
  const source = await sampleIn(join(work, '示例'));
  await mkdir(folder, { recursive: true });
  await mkdir(late, { recursive: true });
  for (let n = 1; n <= PLAIN; n += 1) {
    await pack(source, unit(source, n), join(folder, `单位${two(n)}.zip`));
  }
  const at = (name: string): string => join(folder, name);
  const away = async (n: number): Promise<string> => {
    const file = join(work, `单位${n}.zip`);
    await pack(source, unit(source, n), file);
    return file;
  };

  // Two revisions of one unit.
  const first = await pack(source, unit(source, 20), at('单位20-1.zip'));
  const changed = { ...first, unit: { ...first.unit, region: '另一区' } };
  await pack(source, changed, at('单位20-2.zip'));
  await copyFile(at('单位01.zip'), at('单位01-又一份.zip'));
  await zipAgainAsGbk(await away(21), at('单位21-重新压缩.zip'));
  await flipByte(await away(22), at('单位22-翻转.zip'));
  await copyFile(await away(23), at('单位23-截断.zip'));
  await truncate(at('单位23-截断.zip'), 20_000);
  await climbingOut(await away(24), at('单位24-越界.zip'));
  await forge(await away(25), at('单位25-改分.zip'), raised);
  await forge(
    await away(26),
    at('单位26-改清单.zip'),
    (text) => text,
    (info) => info.replace(/Self-Score: .*/, 'Self-Score: 99.90'),
  );
  await pack(source, unit(source, 27), at('单位27-草稿.zip'), 'draft');
  await pack(source, unit(source, 28), join(late, '单位28-逾期.zip'));
  // Whole by every hash, made anew after the change: a program among the papers, a statement that is not the standard's.
  const same = (text: string): string => text;
  await forge(await away(29), at('单位29-夹带程序.zip'), same, same, (root) =>
    writeFile(join(root, 'data/查看材料.exe'), 'MZ'),
  );
  await forge(await away(30), at('单位30-冒充正式.zip'), same, (info) =>
    info.replace(/Biaobing-Standard-Statement: .*/, 'Biaobing-Standard-Statement: 正式公布的标准'),
  );
  // 31 began with its neighbour's package and put its own name on it.
  const lent = await pack(source, unit(source, 19), at('单位19.zip'));
  await pack(source, { ...lent, unit: unit(source, 31).unit }, at('单位31-借用.zip'));
  await writeFile(at('说明.zip'), '不是压缩包');
  await rm(source.evidenceFolder, { recursive: true, force: true });
}

/** Full points for 1.1, written into assessment.json by hand. */
function raised(text: string): string {
  const json = JSON.parse(text) as { entries: Record<string, { input: { points: string } }> };
  const entry = json.entries['1.1'];
  if (!entry) throw new Error('There is no 1.1');
  entry.input.points = '2.50';
  return JSON.stringify(json);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** As an office has it that holds the text: entered with its number, and compared with the original part by part. */
export async function officialStandard(): Promise<{ standard: Standard; bytes: Buffer }> {
  const { standards } = await loadLibrary(repository);
  const [loaded] = standards;
  if (!loaded) throw new Error('The program brings no standard');
  const standard = officialOf({ ...loaded.standard, id: 'official', title: '测试用正式标准', statement: '' });
  return { standard, bytes: Buffer.from(JSON.stringify(z.encode(standardSchema, standard))) };
}

/** The sample's answers and files, as if a real unit had given them for the campaign of the desk. */
async function sampleIn(folder: string): Promise<Source> {
  const sample = await createSample(folder, { resources: repository, now: new Date(`${TODAY}T00:00:00Z`) });
  const { campaigns } = await loadLibrary(repository);
  const campaign = campaigns.find(({ id }) => id === 'henan-biaobing-2020');
  if (!campaign) throw new Error('The campaign is gone');
  const { standard, bytes } = await officialStandard();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    standard,
    standardBytes: bytes,
    evidenceFolder: join(folder, 'evidence'),
    sample: {
      ...sample,
      campaign,
      willing: true,
      standard: { id: standard.id, edition: standard.edition, sha256 },
    },
  };
}

function unit({ sample }: Source, n: number): Assessment {
  const entry = sample.entries['1.1'];
  if (!entry) throw new Error('The sample has no 1.1');
  return {
    ...sample,
    id: `77777777-7777-4777-8777-${String(n).padStart(12, '0')}`,
    sample: false,
    unit: {
      ...sample.unit,
      name: `示例第${two(n)}执法单位`,
      superior: BODIES[n % BODIES.length] ?? '',
      industry: INDUSTRIES[n % INDUSTRIES.length] ?? '',
      region: REGIONS[n % REGIONS.length] ?? '',
    },
    entries: {
      ...sample.entries,
      '1.1': { ...entry, input: { kind: 'award', points: POINTS[n % POINTS.length] ?? 0 } },
    },
  };
}

/** Answers the assessment with its revision recorded. */
async function pack(
  source: Source,
  assessment: Assessment,
  outFile: string,
  mode: 'final' | 'draft' = 'final',
): Promise<Assessment> {
  const { standard, standardBytes, evidenceFolder } = source;
  const input = {
    assessment,
    standard,
    standardBytes,
    evidenceFolder,
    mode,
    today: TODAY,
    software: SOFTWARE,
    outFile,
    record: () => Promise.resolve(),
  };
  return (await exportAssessment(input)).assessment;
}

/** Name and bytes of everything in a folder. */
export async function bytesIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).sort();
  const all = new Map<string, string>();
  for (const name of names) all.set(name, (await readFile(join(folder, name))).toString('base64'));
  return all;
}
