import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EXPORTS } from '../../../electron/services/files/data-folder.ts';
import { workName } from '../../../electron/services/files/work-names.ts';
import type { CallName } from '../../../shared/contract/contract.ts';
import type { Progress } from '../../../shared/registers/progress.ts';
import { assessmentRef, deskRef, importRef, reviewRef } from '../../unit/documents.ts';
import { readHere } from '../../unit/electron/services/import/reader.ts';
import { filesOfZip } from '../../unit/electron/services/package/zip-files.ts';
import { repository } from '../../repository.ts';
import { type Home, withHost } from '../home.ts';
import { CHOICE } from '../works/assessments.ts';
import { importStandard } from '../works/drafts.ts';
import { Broken, type Place } from '../works/work.ts';

/** Names what there is in a data folder that was filled: what a page would know of it. Travels as JSON. */
export type Known = Awaited<ReturnType<typeof fill>>;

/** Files that were made with it, for users to choose, by their names. */
const HANDED_IN = {
  'merged.xlsx': 'tests/fixtures/import-files/merged.xlsx',
  'case.txt': 'tests/fixtures/cases/预付卡.txt',
  'other-case.txt': 'tests/fixtures/cases/餐饮油烟.txt',
  'stranger.zip': 'tests/fixtures/before/示例推荐包.zip',
  'photo.jpg': 'scoring-standards/sample/files/宣传月活动照片.jpg',
  'document.pdf': 'scoring-standards/sample/files/授课员公布文件.pdf',
} as const;
const WRITTEN = {
  'table.csv': '考核内容,评分标准,分值\n台账,每缺1项扣1分，扣完为止,10\n合计,,10\n',
  'survey.csv': '样本数,满意数\n10,9\n',
  'register.csv': '风险点,日期\n甲,2026-02-03\n',
} as const;
/** What the program itself makes for others. */
type Made =
  | 'package.zip'
  | 'later.zip'
  | 'feedback.zip'
  | 'workbook.xlsx'
  | 'template.docx'
  | 'review.json'
  | 'progress.json'
  | 'settings.json'
  | keyof typeof OWN_CAMPAIGNS;
export type FileName = keyof typeof HANDED_IN | keyof typeof WRITTEN | Made;

const RECEIVED = '2026-11-20';
const CAMPAIGN = 'henan-biaobing-2020';
const OTHER_CONCLUSION = '同事的意见';

/** A data folder with every kind of document in it, none of them empty, and files for each import. Nothing of this may be refused. */
export async function fill(home: Home) {
  return withHost(home, fillAll, { spawnReader: readHere });
}

async function fillAll(place: Place) {
  const { files } = place;
  for (const [name, path] of Object.entries(HANDED_IN))
    await copyFile(join(repository, path), join(files, name));
  for (const [name, text] of Object.entries(WRITTEN)) await writeFile(join(files, name), text);
  const known = {
    ...(await someAssessments(place)),
    ...(await aLibrary(place)),
    ...(await someCampaigns(place)),
    ...(await aYear(place)),
  };
  const all = {
    ...known,
    ...(await aDesk(place, known.sample)),
    ...(await aRollup(place, known.year)),
    template: await aTemplate(place),
  };
  await leftBehind(place, all.other);
  return { ...all, folders: await foldersOf(place) };
}

/** The ids of documents by the names of their folders, which not all of them end in. */
async function foldersOf({ client }: Place): Promise<Record<string, string>> {
  const listed = [
    ...(await client.ask('listAssessments', {})).assessments,
    ...(await client.ask('listDesks', {})).desks,
    ...(await client.ask('listYears', {})).years,
    ...(await client.ask('listRollups', {})).rollups,
    ...(await client.ask('listCampaignDrafts', {})).drafts,
  ];
  return Object.fromEntries(listed.map(({ id, folder }) => [basename(folder), id]));
}

/** The file that a call has made, under another name. */
async function made(
  { client, root, files }: Place,
  name: CallName,
  input: unknown,
  to: FileName,
): Promise<string> {
  const { fileName } = (await client.ask(name, input)) as { fileName: string };
  await rename(join(root, EXPORTS, fileName), join(files, to));
  return to;
}

const choose = ({ client, files }: Place, name: FileName): string => client.choose(join(files, name), name);

async function someAssessments(place: Place) {
  const { client } = place;
  const { id: sample } = await client.ask('openSample', {});
  const { value } = await client.open(assessmentRef(sample));
  const [piece] = value.evidence;
  if (!piece) throw new Broken('no evidence');
  const { id: other } = await client.ask('createAssessment', { unitName: '某县某局', ...CHOICE });
  const [code = ''] = Object.keys(value.entries);
  const input = { id: other, tokens: [choose(place, 'document.pdf')], linkTo: code };
  await client.job('addEvidence', input, 'evidence');
  await client.edit(assessmentRef(other), { kind: 'setReason', code, reason: '甲' });
  return { sample, other, code, evidence: piece.sha256 };
}

/** Two packages of one unit, one of them with a review and a photo of a visit; what the program makes of them. */
async function aDesk(place: Place, sample: string) {
  const { client, root, files } = place;
  for (const name of ['package.zip', 'later.zip'] as const) {
    await client.edit(assessmentRef(sample), { kind: 'setReason', code: '1.1', reason: name });
    const { export: exported } = await client.job('exportPackage', { id: sample, mode: 'draft' }, 'export');
    await rename(join(root, EXPORTS, exported.fileName), join(files, name));
  }
  const workbook = (await filesOfZip(await readFile(join(files, 'later.zip')))).find(({ name }) =>
    name.endsWith('.xlsx'),
  );
  if (!workbook) throw new Broken('no workbook in a package');
  await writeFile(join(files, 'workbook.xlsx'), workbook.data);
  const choice = { standardId: CHOICE.standardId, campaignId: CAMPAIGN };
  const { id: desk } = await client.ask('createDesk', { title: '核验台', ...choice });
  await client.edit(deskRef(desk), { kind: 'setOffice', office: '某市某局' });
  const tokens = [choose(place, 'package.zip'), choose(place, 'later.zip')];
  const { outcomes } = await client.job(
    'importPackages',
    { id: desk, tokens, receivedOn: RECEIVED },
    'deskImport',
  );
  const keys = outcomes.flatMap(({ receipt }) => receipt?.key ?? []);
  const [earlier = '', key = ''] = keys;
  if (keys.length < 2) throw new Broken('a package was not received');
  const ref = reviewRef({ deskId: desk, key });
  const visit = randomUUID();
  const seen = { id: visit, date: '2026-02-01', people: [] };
  await client.edit(ref, { kind: 'addFieldVisit', visit: seen });
  await client.edit(ref, { kind: 'setConclusion', conclusion: OTHER_CONCLUSION });
  await made(place, 'exportReview', { deskId: desk, key }, 'review.json');
  await client.edit(ref, { kind: 'setConclusion', conclusion: '甲' });
  const photo = { deskId: desk, key, visitId: visit, tokens: [choose(place, 'photo.jpg')] };
  await client.job('addVisitPhotos', photo, 'deskPhotos');
  const { file } = await client.job(
    'exportPackageFiles',
    { id: desk, keys: [key], what: 'feedback' },
    'deskFiles',
  );
  await rename(join(root, EXPORTS, file.fileName), join(files, 'feedback.zip'));
  return { desk, key, earlier, visit };
}

/** A standard with what it was made from, an import of the same form, and a second one of another. */
async function aLibrary(place: Place) {
  const { client } = place;
  const setup = await importStandard.prepare(place);
  const first = (await importStandard.act(place, setup, 1)) as { id: string };
  for (const nth of [2, 3]) await importStandard.act(place, setup, nth);
  const [standard = ''] = (await client.ask('listStandards', {})).own;
  await client.ask('standardOriginal', { id: standard });
  const { importId } = await client.job('startImport', { token: choose(place, 'table.csv') }, 'import');
  await client.edit(importRef(importId), { kind: 'readAnew' });
  await client.edit(importRef(importId), {
    kind: 'setIdentity',
    identity: { title: '甲', edition: '2027年' },
  });
  const merged = await client.job('startImport', { token: choose(place, 'merged.xlsx') }, 'import');
  await client.edit(importRef(merged.importId), { kind: 'readAnew' });
  await made(place, 'exportSettings', { importId }, 'settings.json');
  const { value, tables } = await client.open(importRef(importId));
  const [node] = value.draft?.nodes ?? [];
  const [table] = tables;
  if (!node || !table) throw new Broken(`nothing was read of the table of ${first.id}`);
  return { standard, importId, node: node.id, table: table.id };
}

/** One of the library under another name: a file to be taken in, and what was taken in already. */
async function someCampaigns(place: Place) {
  const { client, files } = place;
  const text = await readFile(join(repository, 'scoring-standards/campaigns', `${CAMPAIGN}.json`), 'utf8');
  const made = JSON.parse(text) as object;
  for (const [name, id] of Object.entries(OWN_CAMPAIGNS))
    await writeFile(join(files, name), JSON.stringify({ ...made, id, title: id, shortTitle: id }));
  const { outcome } = await client.ask('importCampaign', {
    ...{ token: choose(place, 'campaign.json'), taken: 'keepBoth' },
  });
  if (outcome !== 'added') throw new Broken(`a campaign was not taken in: ${outcome}`);
  const { id: draft } = await client.ask('copyCampaign', { id: 'henan-biaoyang-2022' });
  await client.edit({ document: 'campaign', id: draft }, { kind: 'setHead', fields: { title: '甲' } });
  return { campaign: OWN_CAMPAIGNS['campaign.json'], draft };
}
export const OWN_CAMPAIGNS = { 'campaign.json': 'own-campaign', 'other-campaign.json': 'other-campaign' };

async function aYear(place: Place) {
  const { client } = place;
  const [plan] = (await client.ask('listPlans', {})).plans;
  if (!plan) throw new Broken('no plan');
  const tasks = { from: 'plan', plan: plan.id, category: plan.tables[0]?.category ?? '' };
  const { id: year } = await client.ask('createYear', { unit: '某县某局', category: '', year: 2026, tasks });
  const other = { unit: '某县某局', category: '', year: 2025, tasks: { from: 'none' } };
  const { id: before } = await client.ask('createYear', other);
  const ref = { document: 'year', id: year } as const;
  const entries: Record<string, string> = {};
  for (const [register, fields] of Object.entries(ENTRIES)) {
    const id = randomUUID();
    entries[register] = id;
    await client.edit(ref, { kind: 'addEntries', register, entries: [{ id, fields }] });
  }
  const { visits = '', cases = '', projects = '', prevention = '' } = entries;
  const files = { id: year, register: 'cases', entryId: cases, tokens: [choose(place, 'document.pdf')] };
  const { outcomes } = await client.job('addEntryFiles', files, 'entryFiles');
  const [file] = outcomes;
  const tableId = randomUUID();
  const line = { id: randomUUID(), label: '件数', by: 'all' };
  const table = { id: tableId, register: 'visits', title: '回访', lines: [line] };
  await client.edit(ref, { kind: 'putTable', table });
  return { year, before, visits, cases, projects, prevention, tableId, entryFile: file?.file?.sha256 ?? '' };
}

/** One of each register that something is made of. */
const ENTRIES = {
  visits: { day: '2026-02-01', opinion: '未交回', visited: '2026-03-01' },
  cases: { title: '甲案', text: '正文', topic: '', state: '' },
  projects: { name: '与示例甲局结对', partner: '示例甲局' },
  prevention: { point: '甲', date: '2026-02-03' },
  commendedUnits: { unit: '某县某局' },
  commendedPersons: { name: '甲', unit: '某县某局' },
  experiences: { unit: '某县某局', text: '材料' },
};

/** Of units that have handed in: one whose file counts, with another one that waits; and a case of it. */
async function aRollup(place: Place, year: string) {
  const { client, files } = place;
  const { id: rollup } = await client.ask('createRollup', { office: '某市某局', year: 2026 });
  const ref = { document: 'rollup', id: rollup } as const;
  const name = await made(place, 'exportProgress', { id: year }, 'progress.json');
  const progress = JSON.parse(await readFile(join(files, name), 'utf8')) as Progress;
  const [first, ...tasks] = progress.tasks;
  const other = { ...progress, tasks: [{ ...first, state: '已完成' }, ...tasks] } as Progress;
  const waiting = join(files, 'waiting.json');
  await writeFile(waiting, JSON.stringify(other));
  for (const [path, each] of [
    [join(files, name), '甲.json'],
    [waiting, '乙.json'],
  ] as const)
    await client.job('importProgress', { id: rollup, tokens: [client.choose(path, each)] }, 'progressFiles');
  const unit = randomUUID();
  await client.edit(ref, { kind: 'addUnits', units: [{ id: unit, name: '乙局', category: '', tasks: [] }] });
  const point = randomUUID();
  const entry = { id: point, unit: '乙局', day: '2026-03-01', kind: '考核加分', reason: '甲' };
  await client.edit(ref, { kind: 'addPoint', entry });
  const cases = [
    { token: choose(place, 'case.txt'), unit },
    { token: choose(place, 'other-case.txt'), unit: '' },
  ];
  await client.job('collectCases', { id: rollup, files: cases }, 'caseFiles');
  const { value } = await client.open(ref);
  const [kept] = value.cases;
  if (!kept || !value.units.some((each) => each.waiting?.length))
    throw new Broken('a roll-up without cases or waiting');
  await client.edit(ref, { kind: 'setCase', id: kept.id, fields: { chosen: true } });
  return { rollup, unit, point, caseId: kept.id, caseFile: kept.file.sha256, held: other };
}

async function aTemplate(place: Place): Promise<string> {
  await made(place, 'exportPaperTemplate', { paper: 'pledge' }, 'template.docx');
  return (await place.client.ask('addPaperTemplate', { token: choose(place, 'template.docx') })).name;
}

/** What a program that was killed leaves: a lock, a note of work, words that a page kept. */
async function leftBehind({ client, root }: Place, id: string): Promise<void> {
  const { folder } = await client.open(assessmentRef(id));
  const [lock = ''] = (await readdir(join(folder, '.lock'))).filter((name) => name.endsWith('.json'));
  const held = await readFile(join(folder, '.lock', lock));
  await client.ask('closeDocument', { ref: assessmentRef(id) });
  await mkdir(join(folder, '.lock'), { recursive: true });
  await writeFile(join(folder, '.lock', lock), held);
  const temporary = join(root, '.temporary');
  await mkdir(temporary, { recursive: true });
  const since = new Date().toISOString();
  const note = { version: 1, title: '导出推荐包', of: '某县某局', since };
  const words = {
    version: 1,
    since,
    words: { 甲: { text: '没有保存', told: false } },
    place: { screen: 'home' },
  };
  await writeFile(join(temporary, workName('note')), JSON.stringify(note));
  await writeFile(join(temporary, workName('words')), JSON.stringify(words));
}
