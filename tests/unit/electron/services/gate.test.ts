import { IMPORT_VERSION } from '../../../../shared/tables/import/schema.ts';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { AssessmentSession } from '../../../../electron/services/assessment/assessment-session.ts';
import { DeskSession } from '../../../../electron/services/desk/desk-session.ts';
import { loadLibrary } from '../../../../electron/services/standards/library.ts';
import { RememberedFolder } from '../../../../electron/services/data-root/remembered.ts';
import { DataFolder } from '../../../../electron/services/files/data-folder.ts';
import { Imports } from '../../../../electron/services/standards/imports.ts';
import { UserStandards } from '../../../../electron/services/standards/user-standards.ts';
import { verifyPackage } from '../../../../electron/services/package/verify.ts';
import type { Failure } from '../../../../shared/values/errors.ts';
import { UserError } from '../../../../shared/values/errors.ts';
import { createHost } from '../../../../electron/services/host.ts';
import { progress } from '../../shared/registers/rollup/fixtures.ts';
import { ask } from './document/calls.ts';
import { Forgery } from './package/forge.ts';
import { assessmentFolder, smallResources, STANDARD, temporaryFolder } from './fixture.ts';
import { deskFor, folderOf, packageFile, unitFixture } from './desk/fixture.ts';

/** Versions as a file may bear them, where 1 is the newest and none is older. */
const CASES = {
  current: 1,
  newer: 9,
  huge: 1e300,
  missing: undefined,
  text: '1',
  word: 'v2',
  negative: -1,
  fractional: 1.5,
  truth: true,
  nothing: null,
  list: [1],
  older: 0,
} as const;
type Case = keyof typeof CASES;

/** `read`; `renewed` to today's version without words; `newer`, `strange` or `damaged`, in words; taken from the previous copy, derived again; kept untouched and silently. */
type Outcome =
  'read' | 'renewed' | 'newer' | 'strange' | 'damaged' | 'recovered' | 'migrated' | 'derived' | 'kept';

interface Laid {
  /** The file that bears the version, with a previous copy beside it where its kind has one. */
  readonly file: string;
  /** Where the version stands in its JSON. */
  readonly place?: readonly string[];
  /** After the file was changed: what binds it is made to fit. */
  readonly bind?: (bytes: Buffer) => Promise<void>;
  /** Opens it as a user does; throws or answers what he is told. */
  readonly open: () => Promise<readonly Failure[]>;
}

async function heldDesk(folder: string): Promise<DeskSession> {
  const desk = await DeskSession.open(folder);
  onTestFinished(() => desk.close());
  // Nothing is written behind any more while the files are looked at.
  await desk.checked();
  return desk;
}

/** A closed desk with one package and a review that was saved twice. */
async function desk() {
  const unit = await unitFixture({ name: '甲局' });
  const folder = await deskFor(unit);
  const { path } = await packageFile(unit, await folderOf('收到'), '甲.zip');
  const open = await DeskSession.open(folder);
  const { key } = await open.receive({ path, name: '甲.zip' }, { receivedOn: '2026-11-20' });
  for (const conclusion of ['一', '二']) await open.editReview(key, { kind: 'setConclusion', conclusion });
  for (const title of ['一', '二']) await open.document.editNow({ kind: 'setTitle', title });
  await open.close();
  const inPackage = (name: string): string => join(folder, 'packages', key, name);
  return { folder, key, inPackage, path };
}

async function openDesk(folder: string, key: string): Promise<readonly Failure[]> {
  const open = await heldDesk(folder);
  const rows = open.candidates().map((row) => row.key);
  // Whatever is not on the list has its words.
  if (!rows.includes(key)) return open.notices;
  const { notices } = await open.load(key);
  return [...open.notices, ...notices];
}

async function savedAssessment(): Promise<string> {
  const folder = await assessmentFolder();
  const store = await AssessmentSession.open(folder);
  for (const willing of [true, false]) {
    await store.document.change('test', (current) => ({ ...current, willing }));
  }
  await store.close();
  return folder;
}

async function openAssessment(folder: string): Promise<readonly Failure[]> {
  const store = await AssessmentSession.open(folder);
  onTestFinished(() => store.close());
  return store.notices;
}

async function dataFolder(): Promise<DataFolder> {
  const data = new DataFolder(join(await temporaryFolder(), '标兵自评'));
  await mkdir(join(data.path, '标准库', '导入中'), { recursive: true });
  return data;
}

async function anImport() {
  const data = await dataFolder();
  const imports = new Imports(data, () => new Date());
  const id = randomUUID();
  const state = {
    version: IMPORT_VERSION,
    ...{ id, kind: 'import', source: '细则.csv', startedAt: '2026-11-20T01:00:00.000Z', step: 'tables' },
    ...{ chosen: [], maps: {}, appliesTo: {}, draftKey: '', edited: false },
    identity: {
      ...{ id: 'standard-1', title: '', edition: '', issuer: '', documentNumber: '', authority: 'custom' },
      ...{ statement: '', checkedBy: '', ticked: [] },
      notApplicable: { rule: 'forbidden', scope: 'marked' },
      ...{ unitCategories: [], sources: [] },
    },
  };
  const at = (name: string): string => join(data.path, '标准库', '导入中', name);
  await writeFile(at(`${id}.json`), JSON.stringify(state));
  await writeFile(at(`${id}.tables.json`), JSON.stringify({ version: IMPORT_VERSION, tables: [] }));
  const open = async (): Promise<readonly Failure[]> => {
    await imports.list();
    await imports.sessions.open(id, 'no');
    return [];
  };
  return { at, id, open };
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The hash of standard.json in the file that binds it. */
const binding = (file: string) => async (bytes: Buffer) => {
  const json = JSON.parse(await readFile(file, 'utf8')) as { standard: { sha256: string } };
  json.standard.sha256 = sha256(bytes);
  await writeFile(file, JSON.stringify(json));
};

/** One file of a package, forged and sealed anew. */
async function inPackage(name: string, place?: readonly string[]): Promise<Laid> {
  const { path } = await packageFile(await unitFixture({ name: '甲局' }), await folderOf('包'), '甲.zip');
  const bag = await Forgery.of(path);
  const file = join(bag.root, 'data', name);
  const open = async (): Promise<readonly Failure[]> => {
    const zip = join(await folderOf('封'), '甲.zip');
    await (await bag.seal()).zip(zip);
    const { status, problems } = await verifyPackage(zip);
    const codes = problems.map(({ code }) => code);
    const code = status === 'unsupported' && codes.includes('newer') ? 'package-newer' : `package-${status}`;
    // What contradicts the workbook after the change is another test's: the version is let through.
    return ['intact', 'suspect'].includes(status)
      ? []
      : [{ code, message: code, effect: code, remedy: code }];
  };
  const bind = name === 'standard.json' ? { bind: binding(join(bag.root, 'data/assessment.json')) } : {};
  return { file, open, ...bind, ...(place ? { place } : {}) };
}

/** What is told of a file that is handed in to a roll-up. */
async function handedIn(path: string): Promise<readonly Failure[]> {
  const root = await temporaryFolder();
  const host = createHost({ root, resources: await smallResources(), door: 'local', version: '0' });
  onTestFinished(() => host.close());
  const { id } = await ask(host, 'createRollup', { office: '', year: 2026 });
  const token = host.offerFile({ path, name: basename(path), ownership: 'borrowed' });
  const { jobId } = await ask(host, 'importProgress', { id, tokens: [token] });
  for (;;) {
    const { result } = await ask(host, 'jobStatus', { jobId });
    if (result?.kind === 'progressFiles') return result.receipts.flatMap(({ failure }) => failure ?? []);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What each kind does with each case; a kind without a row here does as the first line says. */
const KINDS: Record<string, { lay: () => Promise<Laid>; outcomes: Partial<Record<Case, Outcome>> }> = {
  assessment: {
    lay: async () => {
      const folder = await savedAssessment();
      return { file: join(folder, 'assessment.json'), open: () => openAssessment(folder) };
    },
    outcomes: { older: 'migrated', missing: 'recovered' },
  },
  'campaign of an assessment': {
    lay: async () => {
      const folder = await savedAssessment();
      return {
        file: join(folder, 'assessment.json'),
        place: ['campaign'],
        open: () => openAssessment(folder),
      };
    },
    outcomes: { missing: 'recovered' },
  },
  'standard of an assessment': {
    lay: async () => {
      const folder = await assessmentFolder();
      return {
        file: join(folder, 'standard.json'),
        bind: binding(join(folder, 'assessment.json')),
        open: () => openAssessment(folder),
      };
    },
    outcomes: {},
  },
  desk: {
    lay: async () => {
      const { folder, key } = await desk();
      return { file: join(folder, 'desk.json'), open: () => openDesk(folder, key) };
    },
    outcomes: { missing: 'recovered' },
  },
  'campaign of a desk': {
    lay: async () => {
      const { folder, key } = await desk();
      return { file: join(folder, 'desk.json'), place: ['campaign'], open: () => openDesk(folder, key) };
    },
    outcomes: { missing: 'recovered' },
  },
  'standard of a desk': {
    lay: async () => {
      const { folder, key } = await desk();
      return {
        file: join(folder, 'standard.json'),
        bind: binding(join(folder, 'desk.json')),
        open: () => openDesk(folder, key),
      };
    },
    outcomes: {},
  },
  review: {
    lay: async () => {
      const { folder, key, inPackage: at } = await desk();
      return { file: at('review.json'), open: () => openDesk(folder, key) };
    },
    outcomes: { missing: 'recovered' },
  },
  receipt: {
    lay: async () => {
      const { folder, key, inPackage: at } = await desk();
      return { file: at('receipt.json'), open: () => openDesk(folder, key) };
    },
    outcomes: { missing: 'derived' },
  },
  'contents of a package on a desk': {
    lay: async () => {
      const { folder, key, inPackage: at } = await desk();
      return { file: at('contents.json'), open: () => openDesk(folder, key) };
    },
    outcomes: { ...alike('kept'), missing: 'derived' },
  },
  'record of a file that was not kept': {
    lay: async () => {
      const { folder, key } = await desk();
      const open = await DeskSession.open(folder);
      const rubbish = join(await folderOf('收到'), '坏.zip');
      await writeFile(rubbish, '不是压缩包');
      await open.receive({ path: rubbish, name: '坏.zip' }, { receivedOn: '2026-11-20' });
      await open.close();
      const [name = ''] = await readdir(join(folder, 'receipts'));
      return { file: join(folder, 'receipts', name), open: () => openDesk(folder, key) };
    },
    outcomes: {},
  },
  'import draft': {
    lay: async () => {
      const { at, id, open } = await anImport();
      return { file: at(`${id}.json`), open };
    },
    outcomes: { missing: 'renewed' },
  },
  'tables of an import': {
    lay: async () => {
      const { at, id, open } = await anImport();
      return { file: at(`${id}.tables.json`), open };
    },
    outcomes: {},
  },
  'standard of the user’s own': {
    lay: async () => {
      const data = await dataFolder();
      const resources = await smallResources();
      const file = join(data.path, '标准库', 'mine.json');
      await writeFile(file, JSON.stringify({ ...STANDARD, id: 'mine' }));
      return { file, open: async () => (await new UserStandards(data, resources).library()).problems };
    },
    outcomes: {},
  },
  'campaign of the user’s own': {
    lay: async () => {
      const data = await dataFolder();
      const resources = await smallResources();
      const shipped = join(resources, 'scoring-standards/campaigns');
      const [name = ''] = await readdir(shipped);
      const json = JSON.parse(await readFile(join(shipped, name), 'utf8')) as object;
      await mkdir(join(data.path, '推荐活动'));
      const file = join(data.path, '推荐活动', 'mine.json');
      await writeFile(file, JSON.stringify({ ...json, id: 'mine' }));
      return { file, open: async () => (await new UserStandards(data, resources).library()).problems };
    },
    outcomes: {},
  },
  'campaign file': {
    lay: async () => {
      const resources = await smallResources();
      const folder = join(resources, 'scoring-standards/campaigns');
      const [name = ''] = await readdir(folder);
      return { file: join(folder, name), open: async () => (await loadLibrary(resources)).problems };
    },
    outcomes: {},
  },
  'data folder that is remembered': {
    lay: async () => {
      const file = join(await temporaryFolder(), 'data-folder.json');
      const memory = new RememberedFolder(file);
      await memory.keep('/data', new Date());
      return { file, open: () => Promise.resolve(memory.read() ? [] : []) };
    },
    outcomes: {},
  },
  'progress that a unit hands in': {
    lay: async () => {
      const file = join(await temporaryFolder(), '进度.json');
      await writeFile(file, JSON.stringify(progress()));
      return { file, open: () => handedIn(file) };
    },
    outcomes: {},
  },
  'assessment of a package': { lay: () => inPackage('assessment.json'), outcomes: { older: 'read' } },
  'campaign of a package': { lay: () => inPackage('assessment.json', ['campaign']), outcomes: {} },
  'standard of a package': { lay: () => inPackage('standard.json'), outcomes: {} },
};

/** The same with every version that is not known. */
function alike(outcome: Outcome): Partial<Record<Case, Outcome>> {
  const cases = (Object.keys(CASES) as Case[]).filter((which) => which !== 'current');
  return Object.fromEntries(cases.map((which) => [which, outcome]));
}

function expected(kind: string, which: Case): Outcome {
  if (which === 'current') return 'read';
  const rest = { missing: 'damaged', newer: 'newer', huge: 'newer' } as const;
  return KINDS[kind]?.outcomes[which] ?? (which in rest ? rest[which as keyof typeof rest] : 'strange');
}

/** Every file below a folder, with its content. */
async function contents(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (path) => [path, sha256(await readFile(path))] as const)));
}

it.each(
  Object.keys(KINDS).flatMap((kind) =>
    (Object.keys(CASES) as Case[]).map((which) => ({ kind, which, outcome: expected(kind, which) })),
  ),
)('$kind, version $which: $outcome', async ({ kind, which, outcome }) => {
  const { file, place = [], bind, open } = await KINDS[kind]!.lay();
  const json = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  const holder = place.reduce((at, key) => at[key] as Record<string, unknown>, json);
  if (CASES[which] === undefined) delete holder['version'];
  else holder['version'] = CASES[which];
  const bytes = Buffer.from(JSON.stringify(json));
  if (which !== 'current' || bind) {
    await writeFile(file, bytes);
    await bind?.(bytes);
  }
  const before = await contents(dirname(file));

  let told: readonly Failure[];
  try {
    told = await open();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    told = [error.failure];
  }

  const codes = told.map(({ code }) => code);
  const after = await contents(dirname(file));
  const kept = [...after].filter(([path]) => path !== file);
  switch (outcome) {
    case 'read':
    case 'kept':
      expect(told).toEqual([]);
      for (const [path, hash] of before) expect(after.get(path), path).toBe(hash);
      expect([...after.keys()].filter((path) => path.includes('.damaged'))).toEqual([]);
      break;
    case 'renewed':
      expect(told).toEqual([]);
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ version: IMPORT_VERSION });
      expect(kept.map(([, hash]) => hash)).toContain(sha256(bytes));
      break;
    case 'strange':
    case 'newer':
      if (outcome === 'strange' && !kind.endsWith('of a package')) {
        expect(told.map(({ message }) => message).join()).toMatch(/的版本号（“.+”）本程序不认识/u);
      }
      expect(told.map(({ message, effect }) => message + effect).join()).not.toMatch(/损坏|副本/);
      expect(told.map(({ message }) => message).join()).toMatch(/更新版本|package-newer/);
      // Not one byte of it or of its previous copy is another, and nothing was put aside.
      for (const [path, hash] of before) expect(after.get(path), path).toBe(hash);
      expect([...after.keys()].filter((path) => path.includes('.damaged'))).toEqual([]);
      break;
    case 'damaged':
      expect(codes).not.toEqual([]);
      expect(codes.join()).not.toMatch(/internal|newer/);
      expect(after.get(file)).toBe(before.get(file));
      break;
    case 'recovered':
    case 'derived':
      expect(codes).not.toEqual([]);
      expect(codes.join()).not.toMatch(/internal|newer/);
      expect(after.get(file)).not.toBe(sha256(bytes));
      // What could not be read lies beside it, as it was.
      expect(kept.find(([path]) => basename(path).includes('.damaged'))?.[1]).toBe(sha256(bytes));
      break;
    case 'migrated': {
      expect(codes).toEqual(['migrated']);
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ version: 2 });
      const backup = kept.find(([path]) => /backups.*-migration\.json$/.test(path));
      expect(backup?.[1]).toBe(sha256(bytes));
    }
  }
});
