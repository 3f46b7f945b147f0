import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { campaignDifferences } from '../../../shared/campaign/differences.ts';
import { campaignDraftDocument } from '../../../shared/campaign/draft/document.ts';
import { finishDraft } from '../../../shared/campaign/draft/finish.ts';
import { draftOfCopy, draftToEdit } from '../../../shared/campaign/draft/from-campaign.ts';
import { newDraft } from '../../../shared/campaign/draft/new-draft.ts';
import { type Campaign, campaignSchema } from '../../../shared/campaign/schema.ts';
import type { campaignCalls, CallOutput } from '../../../shared/contract/contract.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { isSameName } from '../../../shared/values/bare-name.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import { localDay } from '../base/clock.ts';
import { guarded } from '../base/failures.ts';
import { type FileTokens, forget, type OfferedFile } from '../base/file-tokens.ts';
import type { HandlersFor } from '../base/handlers.ts';
import { copyService } from '../document/copies.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { readUpTo } from '../files/files.ts';
import { MAX_JSON_BYTES } from '../files/foreign-json.ts';
import { type FileMaker, makeFile } from '../files/made-files.ts';
import { CampaignDrafts } from './campaign-drafts.ts';
import { parseCampaign } from './library.ts';
import { unknownCampaign } from './user-campaigns.ts';
import type { UserStandards } from './user-standards.ts';

interface CampaignPorts extends FileMaker {
  readonly data: DataFolder;
  readonly offered: FileTokens<OfferedFile>;
  readonly standards: UserStandards;
}

/** 推荐活动 of the library, and those that are being made, as a part of the host. */
export function campaignPart(ports: CampaignPorts) {
  const drafts = new CampaignDrafts(ports.data, ports.now);
  return {
    documents: { campaign: drafts.service() },
    handlers: campaignHandlers(ports, drafts),
    copies: {
      campaign: copyService({
        ...{ ...ports, folders: drafts.found, sessions: drafts.sessions },
        words: campaignDraftDocument.words,
      }),
    },
  };
}

function campaignHandlers(ports: CampaignPorts, drafts: CampaignDrafts): HandlersFor<typeof campaignCalls> {
  const { standards, now } = ports;
  const begun = () => {
    const id = randomUUID();
    return { id, campaignId: newCampaignId(), startedAt: now().toISOString() };
  };
  const find = async (id: string) => {
    const library = await standards.library();
    const campaign = library.campaigns.find((each) => each.id === id);
    if (!campaign) throw unknownCampaign();
    return { campaign, isOwn: library.ownCampaigns.includes(id) };
  };

  return {
    listCampaigns: async () => {
      const { campaigns, ownCampaigns } = await standards.library();
      return { campaigns, own: ownCampaigns };
    },

    newCampaign: async ({ kind }) => ({ id: await drafts.create(newDraft(kind, begun())) }),
    copyCampaign: async ({ id }) => ({
      id: await drafts.create(draftOfCopy((await find(id)).campaign, begun())),
    }),
    editCampaign: async ({ id }) => {
      const { campaign, isOwn } = await find(id);
      if (!isOwn) throw unknownCampaign();
      const draft = { ...draftToEdit(campaign, begun()), basis: basisOf(campaign) };
      return { id: (await drafts.editing(id)) ?? (await drafts.create(draft)) };
    },
    listCampaignDrafts: async () => ({ drafts: await drafts.list() }),
    discardCampaignDraft: async ({ id }) => ({ movedTo: await drafts.discard(id, now()) }),
    finishCampaign: ({ id, replaces }) =>
      drafts.finish<CallOutput<'finishCampaign'>>(id, async (draft, end) => {
        const { campaign, findings } = finishDraft(draft);
        if (!campaign) throw notReady(findings.filter(({ severity }) => severity === 'error').length);
        const asked = await standards.campaigns.put(campaign, now(), (known) => {
          const isAnother = known && draft.basis !== '' && draft.basis !== basisOf(known);
          if (!isAnother || replaces || isSame(known, campaign)) return undefined;
          const differences = campaignDifferences(known, campaign);
          return { outcome: 'asks', known: known.title, differences } as const;
        });
        if (asked) return asked;
        end();
        return { outcome: 'saved', campaign };
      }),

    exportCampaign: async ({ id }) => {
      const { campaign } = await find(id);
      const json = JSON.stringify(z.encode(campaignSchema, campaign), undefined, 2);
      return makeFile(ports, `推荐活动-${campaign.shortTitle}`, '.json', `${json}\n`);
    },
    importCampaign: async ({ token, taken }) => importCampaign(ports, { token, taken }),
    removeCampaign: async ({ id }) => ({ movedTo: await standards.campaigns.remove(id, now()) }),
  };
}

const READING = { action: '读取推荐活动文件', effect: '没有导入，推荐活动没有变化。' };

/** Puts the campaign of a chosen file into the library. Throws a UserError that says why it is none. */
async function importCampaign(
  { offered, standards, now }: CampaignPorts,
  { token, taken }: { readonly token: string; readonly taken: 'ask' | 'replace' | 'keepBoth' },
): Promise<CallOutput<'importCampaign'>> {
  const file = offered.get(token);
  const campaign = parseCampaign(
    await guarded(READING, () => readUpTo(file.path, MAX_JSON_BYTES)),
    file.name,
    localDay(now()),
  );
  const { title } = campaign;
  const library = await standards.library();
  const known = library.campaigns.find(({ id }) => id === campaign.id);
  const isOwn = library.ownCampaigns.includes(campaign.id);
  if (known && taken === 'ask' && !isSame(known, campaign)) {
    const differences = campaignDifferences(known, campaign);
    return { outcome: 'asks', title, known: known.title, mayReplace: isOwn, differences };
  }
  const isTitleTaken = library.campaigns.some((each) => isSameName(each.title, title));
  if (!known && taken === 'ask' && isTitleTaken) return { outcome: 'sameTitle', title };
  await forget(offered, token);
  if (!known) {
    await standards.campaigns.put(campaign, now());
    return { outcome: 'added', title };
  }
  if (taken === 'keepBoth') {
    await standards.campaigns.put({ ...campaign, id: newCampaignId() }, now());
    return { outcome: 'added', title };
  }
  if (isSame(known, campaign)) return { outcome: 'same', title };
  if (!isOwn) throw builtIn(known.title);
  await standards.campaigns.put(campaign, now());
  return { outcome: 'replaced', title };
}

function isSame(a: Campaign, b: Campaign): boolean {
  return sortedJson(a) === sortedJson(b);
}

/** By which it is known again. */
function basisOf(campaign: Campaign): string {
  return createHash('sha256').update(sortedJson(campaign)).digest('hex');
}

function newCampaignId(): string {
  return `campaign-${randomUUID().slice(0, 13)}`;
}

function builtIn(title: string): UserError {
  return new UserError({
    code: 'campaign-built-in',
    message: `“${title}”随程序提供，不能替换。`,
    effect: '没有导入，推荐活动没有变化。',
    remedy: '请重新导入，选择“两份都保留”。',
  });
}

function notReady(errors: number): UserError {
  return new UserError({
    code: 'campaign-not-ready',
    message: `还不能保存到推荐活动：有 ${errors} 处没有填好。`,
    effect: '推荐活动没有变化，填写的内容都在。',
    remedy: '请按列出的各处改正后再保存。',
  });
}
