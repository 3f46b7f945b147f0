import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import {
  type CallName,
  type CallOutput,
  contract,
  type Reply,
} from '../../../../../shared/contract/contract.ts';
import { failAt, forget, handles, steps } from '../files/disk-trace.ts';
import { readHere } from '../import/reader.ts';
import { smallResources, temporaryFolder } from '../fixture.ts';
import { editDocument, importRef, openDocument } from '../../../documents.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('../files/disk-trace.ts')).traced(await original()),
);

/** Milliseconds. */
const LONG = 60_000;

let root: string;
let host: Host;
/** What a page types while a document comes to its end. */
let typed = 0;

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  root = join(await temporaryFolder(), '标兵自评');
  host = createHost({
    ...{ root, resources: await smallResources(), door: 'local', version: '0.0.0', spawnReader: readHere },
  });
  onTestFinished(() => host.close());
  // What a start clears has been cleared.
  await ask('listStandards', {});
  forget();
});
afterEach(() => {
  forget();
  vi.restoreAllMocks();
  expect([...handles]).toEqual([]);
});

async function ask<N extends CallName>(name: N, input: unknown): Promise<CallOutput<N>> {
  const reply = await host.call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as CallOutput<N>;
}

const campaignRef = (id: string) => ({ document: 'campaign', id }) as const;
const at = (...names: string[]): string => join(root, ...names);

/** A kind of document that becomes something of the library. */
interface Kind {
  readonly begin: () => Promise<string>;
  readonly ref: (id: string) => { document: 'import' | 'campaign'; id: string };
  readonly edit: (title: string) => unknown;
  readonly base: (title: string) => unknown;
  readonly finish: (id: string) => Promise<Reply>;
  /** Of what has been made. */
  readonly titles: () => Promise<string[]>;
  /** Of those that can be opened and gone on with. */
  readonly open: () => Promise<string[]>;
}

async function titlesOf(ids: readonly string[], ref: Kind['ref']): Promise<string[]> {
  const opened = await Promise.all(
    ids.map((id) => openDocument(host, ref(id) as ReturnType<typeof importRef>)),
  );
  return opened.map(({ value }) => value.identity?.title ?? (value as unknown as { title: string }).title);
}

async function ownTitles(): Promise<string[]> {
  const { standards, own } = await ask('listStandards', {});
  return standards.filter(({ id }) => own.includes(id)).map(({ title }) => title);
}

const COPY: Kind = {
  begin: async () => (await ask('copyStandard', { id: 'small' })).importId,
  ref: importRef,
  edit: (title) => ({ kind: 'setIdentity', identity: { title } }),
  base: (title) => ({ title }),
  finish: (importId) => host.call('finishImport', { importId }),
  titles: ownTitles,
  open: async () => {
    const { imports, problems } = await ask('listImports', {});
    expect(problems).toEqual([]);
    return titlesOf(
      imports.map(({ id }) => id),
      importRef,
    );
  },
};

const TABLE: Kind = {
  ...COPY,
  begin: async () => {
    const path = join(await temporaryFolder(), '细则.csv');
    await writeFile(path, '考核内容,评分标准,分值\n台账,每缺1项扣1分，扣完为止,10\n合计,,10\n');
    const token = host.offerFile({ path, name: '细则.csv', ownership: 'borrowed' });
    const { jobId } = await ask('startImport', { token });
    const { result } = await vi.waitFor(
      async () => {
        const found = await ask('jobStatus', { jobId });
        expect(found.state).not.toBe('running');
        return found;
      },
      { timeout: 20_000, interval: 5 },
    );
    if (result?.kind !== 'import') throw new Error('no import');
    const ref = importRef(result.importId);
    await editDocument(host, ref, { kind: 'readAnew' });
    const identity = { edition: '2026年', issuer: '某局', passScore: '6' };
    await editDocument(host, ref, { kind: 'setIdentity', identity });
    return result.importId;
  },
};

const CAMPAIGN: Kind = {
  begin: async () => (await ask('newCampaign', { kind: 'recommendation' })).id,
  ref: campaignRef,
  edit: (title) => ({ kind: 'setHead', fields: { title } }),
  base: (title) => ({ title }),
  finish: (id) => host.call('finishCampaign', { id }),
  titles: async () => {
    const { campaigns, own } = await ask('listCampaigns', {});
    return campaigns.filter(({ id }) => own.includes(id)).map(({ title }) => title);
  },
  open: async () => {
    const { drafts } = await ask('listCampaignDrafts', {});
    expect(drafts.filter(({ problem }) => problem)).toEqual([]);
    return titlesOf(
      drafts.map(({ id }) => id),
      campaignRef,
    );
  },
};

/** `every`: of the steps so many are passed over at a time; the reading of a table takes long. */
const KINDS = [
  ['a copied standard', COPY, 2],
  ['a standard read from a table', TABLE, 7],
  ['a campaign', CAMPAIGN, 1],
] as const;

/** What has been made makes the next reading of the library no longer. */
async function emptied(): Promise<void> {
  for (const folder of ['标准库', '标准库/原表', '推荐活动', '导出', '已删除'])
    for (const entry of await readdir(at(folder), { withFileTypes: true }).catch(() => []))
      if (entry.isFile()) await rm(at(folder, entry.name));
}

async function named(kind: Kind): Promise<{ id: string; title: string }> {
  const id = await kind.begin();
  typed += 1;
  const title = `第${typed}个`;
  await editDocument(host, kind.ref(id) as ReturnType<typeof importRef>, kind.edit(title));
  return { id, title };
}

/** Changes the title in another window, which shows the former one. */
function retitle(kind: Kind, id: string, [from, to]: readonly [string, string]): Promise<Reply> {
  const step = { do: 'edit', edit: kind.edit(to), base: kind.base(from) };
  return host.call('changeDocument', { ...kind.ref(id), step }, 'another page');
}

/** How often something is asked of the disk until `id` is finished. */
async function asksOf(kind: Kind): Promise<number> {
  const { id } = await named(kind);
  forget();
  expect(await kind.finish(id)).toMatchObject({ ok: true });
  const count = steps.length;
  forget();
  return count;
}

describe('what is typed in another window while a document becomes something of the library', () => {
  it.each(KINDS)(
    'is in it, or can be gone on with, or was refused in words, whenever it comes: %s',
    async (_, kind, every) => {
      const count = await asksOf(kind);
      const outcomes = new Set<string>();
      for (let nth = 1; nth <= count; nth += every) {
        await emptied();
        const { id, title } = await named(kind);
        const other = `${title}，另一窗口改的`;
        forget();
        let left = nth;
        let editing: Promise<Reply> | undefined;
        failAt(() => {
          left -= 1;
          if (left === 0) editing = retitle(kind, id, [title, other]);
          return false;
        }, '');
        const finished = await kind.finish(id);
        const edited = await editing;
        forget();
        expect(finished, String(nth)).toMatchObject({ ok: true });
        const made = await kind.titles();
        expect(await kind.open(), String(nth)).toEqual([]);
        if (!edited) continue;
        outcomes.add(edited.ok ? 'saved' : edited.failure.code);
        expect(made.includes(edited.ok ? other : title), `${nth}: ${JSON.stringify(edited)}`).toBe(true);
        if (!edited.ok) expect(edited.failure.message).toMatch(/已在另一个窗口里|可能已经/);
      }
      expect([...outcomes].filter((each) => each !== 'saved')).toHaveLength(1);
    },
    LONG,
  );
});

it.each(KINDS)(
  'a window that shows what was finished in another one is told that it is: %s',
  async (_, kind) => {
    const { id } = await named(kind);
    await kind.finish(id);
    const told = await host.call('documentNow', { ref: kind.ref(id) }, 'another page');
    expect(told).toMatchObject({ failure: { message: expect.stringMatching(/已在另一个窗口里/) as string } });
  },
);

describe('a disk that refuses while a document becomes something of the library', () => {
  it.each(KINDS)(
    'leaves it whole, to be gone on with, or what it became, at whichever step: %s',
    async (_, kind, every) => {
      const count = await asksOf(kind);
      for (let nth = 1; nth <= count; nth += every) {
        await emptied();
        const { id, title } = await named(kind);
        forget();
        let left = nth;
        let step = '';
        failAt((asked) => {
          step = asked;
          return (left -= 1) === 0;
        }, 'EIO');
        const reply = await kind.finish(id);
        forget();
        const label = `${nth}: ${step}`;
        const made = await kind.titles();
        const open = await kind.open();
        if (reply.ok) {
          expect(open, label).toEqual([]);
          expect(made, label).toContain(title);
          continue;
        }
        expect(reply.failure.code, label).not.toBe('internal');
        expect(open, label).toEqual([title]);
        if (made.includes(title)) expect(reply.failure.effect, label).toContain('已经保存');
        // What is changed then is saved, and it comes to its end once the disk is in order.
        expect(await kind.finish(id), label).toMatchObject({
          ok: true,
          ...(kind === CAMPAIGN && { value: { outcome: 'saved' } }),
        });
        expect(await kind.titles(), label).toContain(title);
        expect(await kind.open(), label).toEqual([]);
      }
    },
    LONG,
  );
});

describe('what is cut off while it is cleared', () => {
  it('a finished campaign’s draft is off the list at once, under a name of work', async () => {
    const { id } = await named(CAMPAIGN);
    forget();
    failAt(/^rm /, 'EIO');
    expect(await CAMPAIGN.finish(id)).toMatchObject({ ok: true });
    forget();
    const left = await readdir(at('推荐活动', '编辑中'));
    expect(left).toEqual([expect.stringMatching(/^\.biaobing-[0-9a-f]{8}-\d+-[0-9a-f]{8}\.run$/)]);
    expect((await ask('listCampaignDrafts', {})).drafts).toEqual([]);
  });

  it.each(['saved', 'discarded'])(
    'an import that was %s leaves nothing once they are listed again',
    async (how) => {
      const { id } = await named(TABLE);
      forget();
      failAt(/^rm .*(tables|ended)\.json$/, 'EIO');
      const ended = how === 'saved' ? TABLE.finish(id) : host.call('discardImport', { importId: id });
      expect(await ended).toMatchObject({ ok: true });
      forget();
      expect(await readdir(at('标准库', '导入中'))).toEqual([`${id}.ended.json`, `${id}.tables.json`]);
      expect(await TABLE.open()).toEqual([]);
      expect(await readdir(at('标准库', '导入中'))).toEqual([]);
    },
  );

  it('the tables of an import that lost its state otherwise stay: they are all that is left of it', async () => {
    const { id } = await named(TABLE);
    await rm(at('标准库', '导入中', `${id}.json`));
    expect(await TABLE.open()).toEqual([]);
    expect(await readdir(at('标准库', '导入中'))).toEqual([`${id}.tables.json`]);
  });

  it.each(['given up', 'saved under another id'])(
    'the original of a standard that was not saved goes with its import, which was %s',
    async (how) => {
      const { id } = await named(TABLE);
      const standard = `standard-${id.slice(0, 8)}`;
      let puts = 0;
      forget();
      // First the original, then the standard, under one name.
      failAt(
        (step) => step === `rename ${standard}.json.tmp -> ${standard}.json` && (puts += 1) === 2,
        'EIO',
      );
      expect(await TABLE.finish(id)).toMatchObject({ ok: false });
      forget();
      expect(await readdir(at('标准库', '原表'))).toEqual([`${standard}.json`]);
      if (how === 'given up') await ask('discardImport', { importId: id });
      else {
        await editDocument(host, importRef(id), { kind: 'setIdentity', identity: { id: 'another' } });
        expect(await TABLE.finish(id)).toMatchObject({ ok: true });
      }
      const kept = how === 'given up' ? [] : ['another.json'];
      expect(await readdir(at('标准库', '原表'))).toEqual(kept);
      expect(await readdir(at('已删除'))).toEqual([expect.stringContaining(`${standard}-原表-`)]);
    },
  );
});
