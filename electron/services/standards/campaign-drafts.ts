import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CampaignDraftSummary } from '../../../shared/contract/contract.ts';
import { campaignDraftDocument } from '../../../shared/campaign/draft/document.ts';
import type { CampaignDraftEdit } from '../../../shared/campaign/draft/edits.ts';
import type { CampaignDraft } from '../../../shared/campaign/draft/schema.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { guarded } from '../base/failures.ts';
import { DocumentFolders } from '../document/document-folders.ts';
import { LockedSession, type Opening, openLocked } from '../document/locked-session.ts';
import { removeFolder } from '../document/remove-folder.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { CAMPAIGNS } from './user-campaigns.ts';

type DraftSession = LockedSession<'campaign', CampaignDraft, CampaignDraftEdit, undefined>;

function openDraft(folder: string, opening: Opening): Promise<DraftSession> {
  return openLocked(
    { kind: campaignDraftDocument, folder, context: () => undefined, ...opening },
    (locked) => new LockedSession('campaign', locked),
  );
}

/** Campaigns while they are made: 编辑中 beside the files of the library. */
export class CampaignDrafts {
  readonly #data: Pick<DataFolder, 'folder' | 'removed'>;
  readonly #folders: DocumentFolders<CampaignDraft, DraftSession>;

  constructor(data: Pick<DataFolder, 'folder' | 'removed'>, now: () => Date) {
    this.#data = data;
    this.#folders = new DocumentFolders({
      ...{ data, now, name: join(CAMPAIGNS, '编辑中'), kind: campaignDraftDocument },
      open: openDraft,
    });
  }

  get sessions() {
    return this.#folders.sessions;
  }

  get found() {
    return this.#folders.found;
  }

  /** Newest change first; one that cannot be read is listed with its problem. */
  async list(): Promise<CampaignDraftSummary[]> {
    const lines = await this.#folders.list();
    return lines.map(({ value, ...line }) => ({ ...line, ...(value && { kind: value.kind }) }));
  }

  create(draft: CampaignDraft): Promise<string> {
    return this.#folders.create(draft);
  }

  /** By which an own campaign is being changed already; undefined where none is. */
  async editing(campaignId: string): Promise<string | undefined> {
    const lines = await this.#folders.list();
    return lines.find(({ value }) => value?.origin === 'edit' && value.campaignId === campaignId)?.id;
  }

  /** Moves it to 已删除; answers where it went. */
  async discard(id: string, now: Date): Promise<string> {
    const folder = await this.#closed(id);
    const { title } = campaignDraftDocument.words;
    return removeFolder(folder, { data: this.#data, title, now });
  }

  /** Its campaign is in the library: nothing of it is needed any more. */
  async end(id: string): Promise<void> {
    const folder = await this.#closed(id);
    const clearing = { action: '清理编辑中的推荐活动', effect: '推荐活动已经保存。' };
    await guarded(clearing, () => rm(folder, { recursive: true, force: true }));
  }

  async #closed(id: string): Promise<string> {
    const line = (await this.#folders.list()).find((each) => each.id === id);
    if (!line) throw new UserError(campaignDraftDocument.words.unknown);
    await this.sessions.closeNow(id);
    return line.folder;
  }
}
