import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { lastDay } from '../../../shared/campaign/open.ts';
import { type Campaign, campaignSchema } from '../../../shared/campaign/schema.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { guarded, ifThere } from '../base/failures.ts';
import { Queue } from '../base/queue.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { replaceFile } from '../files/files.ts';
import { readKept } from '../files/kept.ts';
import { type LibraryCampaign, loadCampaigns } from './library.ts';
import { freePath, moveAway, putFile, removedPath } from './library-files.ts';

export const CAMPAIGNS = '推荐活动';

/** The user's own campaigns that can be used, and why others cannot. */
interface OwnCampaigns {
  readonly campaigns: LibraryCampaign[];
  readonly problems: Failure[];
}

/** Campaigns that were made or brought in here: one file each in 推荐活动 below the data folder. */
export class UserCampaigns {
  readonly #data: Pick<DataFolder, 'root' | 'folder' | 'removed'>;
  /** One change of them at a time: what is replaced is what was there last. */
  readonly #queue = new Queue();

  constructor(data: Pick<DataFolder, 'root' | 'folder' | 'removed'>) {
    this.#data = data;
  }

  /** One that bears the id of another, which comes with the program or stands before it, is a problem. */
  async behind(builtIn: readonly Campaign[]): Promise<OwnCampaigns> {
    return withoutTwins(builtIn, await ownCampaignsIn(await this.#data.root()));
  }

  /**
   * Puts one into the library. What it replaces goes to 已删除; where `asked`, which is told what that is, answers something,
   * nothing is put, and that is answered. Returns when the file is on the disk.
   */
  put<T = never>(
    campaign: Campaign,
    now: Date,
    asked: (known: Campaign | undefined) => T | undefined = () => undefined,
  ): Promise<T | undefined> {
    const json = JSON.stringify(z.encode(campaignSchema, campaign), undefined, 2);
    return this.#queue.run(async () => {
      const known = await this.#find(campaign.id);
      const answer = asked(known?.campaign);
      if (answer !== undefined) return answer;
      const folder = await this.#folder();
      await guarded(SAVING, async () => {
        if (known) {
          const before = await readKept(known.path);
          await replaceFile(await removedPath(this.#data, campaign.id, now), before);
        }
        await putFile(known?.path ?? (await freePath(folder, campaign.id)), `${json}\n`, SAVING);
      });
      return undefined;
    });
  }

  /** Moves one to 已删除; answers where it went. Throws a UserError where there is none of this id. */
  remove(id: string, now: Date): Promise<string> {
    return this.#queue.run(async () => {
      const known = await this.#find(id);
      if (!known) throw unknownCampaign();
      return guarded({ action: '移走推荐活动', effect: '推荐活动还在原处，没有改动。' }, () =>
        moveAway(known.path, this.#data, { stem: id, now }),
      );
    });
  }

  async #find(id: string): Promise<LibraryCampaign | undefined> {
    const { campaigns } = await this.behind([]);
    return campaigns.find(({ campaign }) => campaign.id === id);
  }

  #folder(): Promise<string> {
    return this.#data.folder(CAMPAIGNS, { action: '建立推荐活动文件夹', effect: '没有写入任何内容。' });
  }
}

/** Those of a data folder. Nothing is made there: until the user has one there is no folder of them. */
export async function ownCampaignsIn(root: string): Promise<OwnCampaigns> {
  const folder = join(root, CAMPAIGNS);
  return (await ifThere(stat(folder))) ? loadCampaigns(folder) : { campaigns: [], problems: [] };
}

const SAVING = {
  action: '保存推荐活动',
  effect: '推荐活动没有保存，填写的内容都在。',
  done: '推荐活动已经保存，但磁盘报告出错；填写的内容都在。',
};

function withoutTwins(builtIn: readonly Campaign[], { campaigns, problems }: OwnCampaigns): OwnCampaigns {
  const taken = new Map(builtIn.map(({ id, title }) => [id, title]));
  const twins: Failure[] = [];
  const usable = campaigns.filter(({ campaign: { id, title }, path }) => {
    const by = taken.get(id);
    if (by !== undefined) twins.push(isTwin(id, { title, by, path }));
    else taken.set(id, title);
    return by === undefined;
  });
  return { campaigns: usable.sort(byLastDay), problems: [...problems, ...twins] };
}

/** The last day first; those that name none behind, by their titles. */
function byLastDay({ campaign: a }: LibraryCampaign, { campaign: b }: LibraryCampaign): number {
  return (lastDay(b) ?? '').localeCompare(lastDay(a) ?? '') || a.title.localeCompare(b.title, 'zh');
}

interface Twin {
  readonly title: string;
  readonly by: string;
  readonly path: string;
}

function isTwin(id: string, { title, by, path }: Twin): Failure {
  return {
    code: 'campaign-id-taken',
    message: `文件 ${basename(path)}（推荐活动“${title}”）没有载入：标识“${id}”已被“${by}”使用。`,
    effect: '文件没有改动，其他活动和已有档案不受影响。',
    remedy: '请从“推荐活动”文件夹里移走多余的一份，或用“导入”放进来，选择“两份都保留”。',
  };
}

/** None of this id can be used. */
export function unknownCampaign(): UserError {
  return new UserError({
    code: 'campaign-unknown',
    message: '推荐活动里找不到这一个。',
    effect: '没有改动任何内容。',
    remedy: '请刷新后重新选择。',
  });
}
