import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { DeskSummary } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { safeFileName } from '../../../shared/values/file-names.ts';
import { guarded, toFailure } from '../base/failures.ts';
import { Sessions } from '../document/sessions.ts';
import type { Library } from '../standards/library.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { makeFolder } from '../files/files.ts';
import { createDeskFolder, namesIn, PACKAGES, readDeskFolder } from './desk-folder.ts';
import { DeskSession } from './desk-session.ts';
import { deskUnknown } from './messages.ts';

const DESKS = '核验台';

/** The desks below the data folder (核验台/), and those that are open now. */
export class Desks {
  readonly #data: Pick<DataFolder, 'root'>;
  readonly #now: () => Date;
  readonly sessions: Sessions<DeskSession>;

  constructor(data: Pick<DataFolder, 'root'>, now: () => Date) {
    this.#data = data;
    this.#now = now;
    this.sessions = new Sessions({
      open: async (id, takeOver) => DeskSession.open(await this.#folderOf(id), { takeOver, now }),
      what: '这个核验台',
    });
  }

  /** All of them, newest change first; one that cannot be read is listed with its problem. */
  async list(): Promise<DeskSummary[]> {
    const summaries: DeskSummary[] = [];
    for (const folder of await this.#folders()) {
      const packages = (await namesIn(join(folder, PACKAGES))).filter((name) => !name.endsWith('.new'));
      const blank = { folder, packages: packages.length, campaign: '', standardTitle: '', updatedAt: '' };
      try {
        const { desk } = await readDeskFolder(folder);
        const { id, title, campaign, standard, updatedAt } = desk;
        const about = { id, title, campaign: campaign.title, standardTitle: standard.title, updatedAt };
        summaries.push({ ...blank, ...about });
      } catch (error) {
        // Its id is no UUID, so that no other call can name it.
        summaries.push({ ...blank, id: `problem:${folder}`, title: '', problem: toFailure(error) });
      }
    }
    return summaries.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  }

  async create(
    library: Library,
    wish: { title: string; standardId: string; campaignId: string },
  ): Promise<string> {
    const found = library.standards.find(({ standard }) => standard.id === wish.standardId);
    const campaign = library.campaigns.find(({ id }) => id === wish.campaignId);
    if (!found || !campaign) throw notInLibrary(found ? '推荐活动' : '验收标准');
    const parent = await this.#parent();
    const name = [...safeFileName(wish.title)].slice(0, 30).join('').trim();
    const id = randomUUID();
    await createDeskFolder(join(parent, `${name}-${id.slice(0, 8)}`), {
      id,
      title: wish.title,
      campaign,
      standard: found.standard,
      standardBytes: found.bytes,
      now: this.#now(),
    });
    return id;
  }

  /** Found by looking: an id is never made into a path. */
  async #folderOf(id: string): Promise<string> {
    if (!z.uuid().safeParse(id).success) throw deskUnknown();
    let unreadable: UserError | undefined;
    for (const folder of await this.#folders()) {
      try {
        if ((await readDeskFolder(folder)).desk.id === id) return folder;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        unreadable = error;
      }
    }
    throw unreadable ?? deskUnknown();
  }

  async #folders(): Promise<string[]> {
    const parent = await this.#parent();
    const names = await guarded({ action: '读取核验台', effect: '没有改动任何内容。' }, () =>
      namesIn(parent),
    );
    return names.filter((name) => !name.startsWith('.')).map((name) => join(parent, name));
  }

  async #parent(): Promise<string> {
    const parent = join(await this.#data.root(), DESKS);
    await guarded({ action: '建立核验台文件夹', effect: '没有写入任何内容。' }, () => makeFolder(parent));
    return parent;
  }
}

function notInLibrary(what: string): UserError {
  return new UserError({
    code: 'not-in-library',
    message: `找不到所选的${what}。`,
    effect: '没有建立核验台。',
    remedy: '请刷新后重新选择。',
  });
}
