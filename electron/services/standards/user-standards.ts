import * as z from 'zod';
import { UserError } from '../../../shared/values/errors.ts';
import { type Standard, standardSchema } from '../../../shared/standard/schema.ts';
import { guarded } from '../base/failures.ts';
import { type Library, type LibraryStandard, loadLibrary, loadStandards } from './library.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { UserCampaigns } from './user-campaigns.ts';
import { freePath, moveAway, putFile } from './library-files.ts';

export const STANDARDS = '标准库';

/** The library with the user's own standards behind those that come with the program. */
export interface WholeLibrary extends Library {
  /** Ids of the user's own. */
  readonly own: string[];
  /** The same of campaigns. */
  readonly ownCampaigns: string[];
}

/** Standards that were imported or edited: one file each in 标准库 below the data folder. */
export class UserStandards {
  readonly #data: Pick<DataFolder, 'root' | 'folder' | 'removed'>;
  readonly #resources: string;
  readonly campaigns: UserCampaigns;

  constructor(data: Pick<DataFolder, 'root' | 'folder' | 'removed'>, resources: string) {
    this.#data = data;
    this.campaigns = new UserCampaigns(data);
    this.#resources = resources;
  }

  /** Everything that can be chosen. A file of the user's that bears a built-in standard's id is a problem. */
  async library(): Promise<WholeLibrary> {
    const builtIn = await loadLibrary(this.#resources);
    const folder = await this.#folder();
    const own = await loadStandards(folder);
    const taken = new Set(builtIn.standards.map(({ standard }) => standard.id));
    const usable = own.standards.filter(({ standard: { id } }) => {
      const isFirst = !taken.has(id);
      taken.add(id);
      return isFirst;
    });
    const twins = own.standards
      .filter((each) => !usable.includes(each))
      .map(({ standard }) => isTwin(standard));
    const { campaigns, problems } = await this.campaigns.behind(builtIn.campaigns);
    const ownCampaigns = campaigns.map(({ campaign }) => campaign);
    return {
      standards: [...builtIn.standards, ...usable],
      campaigns: [...builtIn.campaigns, ...ownCampaigns],
      problems: [...builtIn.problems, ...own.problems, ...twins, ...problems],
      own: usable.map(({ standard }) => standard.id),
      ownCampaigns: ownCampaigns.map(({ id }) => id),
    };
  }

  /** Throws a UserError where there is none of this id. */
  async find(id: string): Promise<Standard> {
    return (await this.loaded(id)).standard;
  }

  /** The same with the exact bytes of its file. */
  async loaded(id: string): Promise<LibraryStandard> {
    const found = (await this.library()).standards.find(({ standard }) => standard.id === id);
    if (!found) throw unknownStandard();
    return found;
  }

  /** The same among the user's own, word for word but for the day of its check: its import was cut off after it was saved. */
  async same(standard: Standard): Promise<Standard | undefined> {
    const { standards, own } = await this.library();
    const found = standards.find((known) => known.standard.id === standard.id)?.standard;
    if (!found || !own.includes(found.id)) return undefined;
    const check = standard.check && { ...standard.check, date: found.check?.date ?? standard.check.date };
    return storedAs(found) === storedAs({ ...standard, ...(check && { check }) }) ? found : undefined;
  }

  /** Throws a UserError where the id is taken. */
  async requireFree(id: string): Promise<void> {
    const { standards } = await this.library();
    const twin = standards.find((known) => known.standard.id === id);
    if (twin) throw new UserError(isTwin(twin.standard));
  }

  /** Returns when the file is on the disk. Throws as `requireFree`. */
  async add(standard: Standard): Promise<void> {
    await this.requireFree(standard.id);
    const folder = await this.#folder();
    await guarded(SAVING, async () =>
      putFile(await freePath(folder, standard.id), storedAs(standard), SAVING),
    );
  }

  /** Moves one of the user's own to 已删除; answers where it went. */
  async remove(id: string, now: Date): Promise<string> {
    const { own } = await this.library();
    const { standards } = await loadStandards(await this.#folder());
    // Of two the library takes the first.
    const found = own.includes(id) ? standards.find(({ standard }) => standard.id === id) : undefined;
    if (!found) throw unknownStandard();
    return guarded({ action: '移走标准', effect: '标准还在原处，没有改动。' }, () =>
      moveAway(found.path, this.#data, { stem: id, now }),
    );
  }

  #folder(): Promise<string> {
    return this.#data.folder(STANDARDS, { action: '建立标准库文件夹', effect: '没有写入任何内容。' });
  }
}

const SAVING = {
  action: '保存标准',
  effect: '标准没有保存，导入的进度都在。',
  done: '标准已经保存，但磁盘报告出错；导入的进度都在。',
};

function storedAs(standard: Standard): string {
  return `${JSON.stringify(z.encode(standardSchema, standard), undefined, 2)}\n`;
}

function isTwin({ id, title, edition }: Standard) {
  return {
    code: 'standard-id-taken',
    message: `标识“${id}”已被标准“${title} ${edition}”使用。`,
    effect: '没有改动任何标准。',
    remedy: '请换一个标识后再试。',
  };
}

function unknownStandard(): UserError {
  return new UserError({
    code: 'standard-unknown',
    message: '标准库里找不到这份标准。',
    effect: '没有改动任何内容。',
    remedy: '请刷新后重新选择。',
  });
}
