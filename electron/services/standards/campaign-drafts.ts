import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CampaignDraftSummary } from '../../../shared/contract/contract.ts';
import { CAMPAIGN_DRAFT_ENDED, campaignDraftDocument } from '../../../shared/campaign/draft/document.ts';
import type { CampaignDraftEdit } from '../../../shared/campaign/draft/edits.ts';
import type { CampaignDraft } from '../../../shared/campaign/draft/schema.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { DocumentFolders } from '../document/document-folders.ts';
import { documentService } from '../document/handlers.ts';
import { LockedSession, type Opening, openLocked } from '../document/locked-session.ts';
import { removeFolder } from '../document/remove-folder.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { moveFolder } from '../files/files.ts';
import { workName } from '../files/work-names.ts';
import { Endings } from './endings.ts';
import { CAMPAIGNS } from './user-campaigns.ts';

type DraftSession = LockedSession<'campaign', CampaignDraft, CampaignDraftEdit, undefined>;

const CLEARING = { action: '清理编辑中的推荐活动', effect: '推荐活动已经保存；编辑中的这一份还在。' };

/** Campaigns while they are made: 编辑中 beside the files of the library. */
export class CampaignDrafts {
  readonly #data: Pick<DataFolder, 'folder' | 'removed'>;
  readonly #folders: DocumentFolders<CampaignDraft, DraftSession>;
  readonly #endings = new Endings(() => CAMPAIGN_DRAFT_ENDED);

  constructor(data: Pick<DataFolder, 'folder' | 'removed'>, now: () => Date) {
    this.#data = data;
    this.#folders = new DocumentFolders({
      ...{ data, now, name: join(CAMPAIGNS, '编辑中'), kind: campaignDraftDocument },
      open: (folder, opening) => this.#open(folder, opening),
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

  /** As the host needs it. */
  service() {
    return this.#endings.telling(documentService<'campaign'>(this.sessions));
  }

  /** Moves it to 已删除; answers where it went. */
  async discard(id: string, now: Date): Promise<string> {
    const line = (await this.#folders.list()).find((each) => each.id === id);
    const { title, unknown } = campaignDraftDocument.words;
    if (!line) throw new UserError(unknown);
    await this.sessions.closeNow(id);
    return removeFolder(line.folder, { data: this.#data, title, now });
  }

  /** Makes a campaign of one. Once `make` says that it is in the library, nothing of the draft is needed any more. */
  finish<T>(id: string, make: (draft: CampaignDraft, end: () => void) => Promise<T>): Promise<T> {
    let folder = '';
    return this.#endings.finish(id, {
      sessions: this.sessions,
      make: async (session, end) => {
        await session.requireHeld();
        folder = session.folder;
        return make(session.value, end);
      },
      clearing: { ...CLEARING, clear: () => this.#clear(id, folder) },
    });
  }

  /** Off the list in one step, while its lock is held: a name of work, which a later start clears. */
  async #clear(id: string, folder: string): Promise<void> {
    const gone = join(dirname(folder), workName('run'));
    await moveFolder(folder, gone);
    try {
      await this.sessions.close(id);
      await rm(gone, { recursive: true, force: true });
    } catch (error) {
      console.error(error);
    }
  }

  #open(folder: string, opening: Opening): Promise<DraftSession> {
    const beforeWrite = ({ id }: CampaignDraft): Promise<void> => {
      this.#endings.refuseEnded(id);
      return Promise.resolve();
    };
    return openLocked(
      { kind: campaignDraftDocument, folder, context: () => undefined, hooks: { beforeWrite }, ...opening },
      (locked) => new LockedSession('campaign', locked),
    );
  }
}
